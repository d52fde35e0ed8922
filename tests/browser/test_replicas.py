"""The deployment of deploy/ without its containers: two replicas behind nginx over a list in PostgreSQL, and one that is killed."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from subprocess import Popen
from urllib.parse import urlsplit

import httpx
import pytest
from playwright.sync_api import Browser, Route, expect
from streamlit import get_option
from streamlit.runtime.memory_session_storage import MemorySessionStorage

from components.api.limiter import MAX_PER_CLIENT
from tests.browser.browser_driver import Visit, has_logged_errors, running_server, server_process
from tests.browser.replaced_list import expect_sentence, health, wait_for_status
from tests.nginx import Nginx, running_nginx
from tests.polling import PATIENCE_SECONDS, get, wait_until
from tests.postgres import Postgres

ROOT = Path(__file__).parents[2]
REPORT_CLUSTERS = 400  # a report of them takes long enough for another request to arrive meanwhile
BANNER = ".notice.upload"  # that the visitor sees a list of their own
ANSWERED = "The server has answered a choice"
TELL_ANSWERS = """(text) => {
  const { receive } = window.klusterkartan;
  window.klusterkartan.receive = async (message) => { await receive(message); console.log(text); };
}"""
READER_PASSWORD = "lasarens-losenord"  # noqa: S105 - of a database that the test creates


@dataclass(frozen=True)
class Replica:
    address: str
    process: Popen[str]

    @property
    def name(self) -> str:
        return urlsplit(self.address).netloc


class Register:
    """The list in a database, created by the script of deploy/database, and the two replicas that show it."""

    def __init__(self, postgres: Postgres, start: Callable[[int], Replica]) -> None:
        self.postgres = postgres
        self._start = start
        self._shipped = postgres.folder / "clusters.csv"  # a folder that the database server may read
        shutil.copyfile(ROOT / "data" / "clusters.csv", self._shipped)
        postgres.run("DROP ROLE IF EXISTS reader")
        postgres.psql(ROOT / "deploy" / "database" / "register.sql", LIST=str(self._shipped), READER_PASSWORD=READER_PASSWORD)
        self.replicas = [start(0), start(0)]
        self._version = health(self.replicas[0].address)["version"]

    def restart_ended(self) -> None:
        """Restart each replica that has ended, on its port."""
        self.replicas = [
            self._start(urlsplit(replica.address).port or 0) if replica.process.poll() is not None else replica for replica in self.replicas
        ]

    def reset(self) -> None:
        """Restore the shipped list and wait until both replicas run and show it."""
        columns = self._shipped.read_text(encoding="utf-8").split("\n")[0].strip()
        self.postgres.run(
            "TRUNCATE register RESTART IDENTITY",
            f"COPY register ({columns}) FROM '{self._shipped}' WITH (FORMAT csv, HEADER true, ENCODING 'UTF8')",
        )
        self.restart_ended()
        wait_until(lambda: {health(replica.address)["version"] for replica in self.replicas} == {self._version})


@dataclass(frozen=True)
class Deployed:
    """The two replicas of a register, behind an nginx of this test."""

    proxy: Nginx
    register: Register

    @property
    def replicas(self) -> list[Replica]:
        return self.register.replicas

    def replica_of(self, visit: Visit) -> Replica:
        """Return the replica that gets the requests of a visitor."""
        (cookie,) = (cookie["value"] for cookie in visit.page.context.cookies() if cookie.get("name") == "replica")
        return self.replica_for(cookie)

    def replica_for(self, cookie: str) -> Replica:
        """Return the replica that gets the requests with a cookie."""
        get(f"{self.proxy.address}robots.txt", cookies={"replica": cookie})
        wait_until(lambda: bool(self.proxy.replicas_for("/robots.txt", cookie)))  # nginx notes a request after its answer
        (name,) = set(self.proxy.replicas_for("/robots.txt", cookie))
        (replica,) = (replica for replica in self.replicas if replica.name == name)
        return replica


@pytest.fixture(scope="module")
def register(new_postgres: Callable[[], Postgres], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    folder, postgres, logs = tmp_path_factory.mktemp("replicas"), new_postgres(), list[Path]()
    with ExitStack() as running:

        def start(port: int) -> Replica:
            logs.append(folder / f"replica-{len(logs)}.txt")
            settings = {
                "CLUSTERS_SOURCE": postgres.address_of("reader", READER_PASSWORD),
                "CLUSTERS_NAME": "Registret",
                "CLUSTERS_REFRESH": "1",
                "CLUSTERS_COPIES": str(folder / f"copies-{len(logs)}"),
                "STREAMLIT_SERVER_COOKIE_SECRET": "f00d" * 16,
                "STREAMLIT_SERVER_ALLOWED_HOSTS": "kluster.example.se 127.0.0.1",
                "FORWARDED_ALLOW_IPS": compose_setting("FORWARDED_ALLOW_IPS"),
            }
            return Replica(*running.enter_context(server_process(logs[-1], port=port, **settings)))

        yield Register(postgres, start)
    assert not any(map(has_logged_errors, logs))


@pytest.fixture
def deployed(register: Register) -> Iterator[Deployed]:
    register.reset()
    with running_nginx([replica.address for replica in register.replicas]) as proxy:
        yield Deployed(proxy, register)


def compose_setting(name: str) -> str:
    """Return the value of a setting in deploy/compose.yaml."""
    (value,) = re.findall(rf'^ +{name}: "(.+)"', (ROOT / "deploy" / "compose.yaml").read_text(encoding="utf-8"), re.MULTILINE)
    return str(value)


def test_a_killed_replica_keeps_the_selection_and_events(deployed: Deployed, browser: Browser) -> None:
    """The other replica handles the events that the killed one did not get."""
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="sv-SE")  # not pooled: its console has errors
    visit = Visit(context.new_page(), deployed.proxy.address)
    visit.open()
    visit.choose_region("Skåne")
    visit.page.locator("#search").fill("mobil")
    visit.expect_query("region=12&q=mobil")
    visit.expect_clusters(1)
    deployed.replica_of(visit).process.kill()
    visit.choose_region("Norrbotten")  # while no server gets the events
    visit.names.first.click()
    visit.expect_query("region=25&region=12&q=mobil&cluster=mobile-heights")
    expect(visit.page.get_by_role("link", name="Ta bort Norrbottens län")).to_be_visible()  # it moves the next chip, which is pressed now
    visit.page.get_by_role("link", name="Ta bort Skåne län").click()
    visit.expect_query("region=25&q=mobil&cluster=mobile-heights")
    visit.page.locator("#search").fill("")
    visit.expect_query("region=25&cluster=mobile-heights")
    visit.expect_clusters(2)
    context.close()


def test_an_edited_row_is_shown_by_both_replicas(deployed: Deployed, new_visit: Callable[..., Visit]) -> None:
    visits = [new_visit(replica.address) for replica in deployed.replicas]
    for visit in visits:
        visit.open()
    moved = "name = 'Mobila höjder', region_codes = '07', municipality_code = NULL, priorities = NULL"
    deployed.register.postgres.run(f"UPDATE register SET {moved} WHERE id = 'mobile-heights'")  # noqa: S608 - ours
    wait_until(lambda: all("Mobila höjder" in get(f"{replica.address}api/clusters.csv").text for replica in deployed.replicas))
    for visit in visits:
        visit.choose_region("Kronoberg")
        visit.expect_clusters(2)
        expect(visit.names).to_have_text(["Mobila höjder", "Interior Cluster"])
    assert len({health(replica.address)["version"] for replica in deployed.replicas}) == 1


def test_the_database_user_can_only_read_the_list(deployed: Deployed) -> None:
    wait_for_status(deployed.replicas[0].address, "ok", 22)
    for statement in ("UPDATE clusters SET name = 'x'", "SELECT * FROM register", "DELETE FROM register"):
        with pytest.raises(Exception, match=r"permission denied|cannot update view"):
            deployed.register.postgres.run("SET ROLE reader", statement)


def test_visitors_stay_with_a_replica_and_both_have_some(deployed: Deployed) -> None:
    path = "/api/regions.csv"
    cookies = set()
    for _ in range(12):  # fewer requests than one client may have under way
        with httpx.Client(base_url=deployed.proxy.address, timeout=PATIENCE_SECONDS) as client:
            client.get("/_stcore/stream")  # as the live page does
            for _ in range(3):
                assert client.get(path).is_success
            cookies.add(client.cookies["replica"])
    assert len(cookies) == 12
    wait_until(lambda: all(deployed.proxy.replicas_for(path, cookie) for cookie in cookies))
    replica_names = [set(deployed.proxy.replicas_for(path, cookie)) for cookie in cookies]
    assert all(len(names) == 1 for names in replica_names)
    assert set.union(*replica_names) == {replica.name for replica in deployed.replicas}


def test_request_limits_use_the_client_address_from_nginx(deployed: Deployed) -> None:
    rows = f"SELECT 'c-' || n, 'Kluster ' || n, '12' FROM generate_series(1, {REPORT_CLUSTERS}) n"  # noqa: S608 - ours
    deployed.register.postgres.run("INSERT INTO register (id, name, region_codes) " + rows)
    for replica in deployed.replicas:
        wait_for_status(replica.address, "ok", 22 + REPORT_CLUSTERS)

    def report_for(address: str) -> int:
        transport = httpx.HTTPTransport(local_address=address)
        with httpx.Client(transport=transport, cookies={"replica": "one"}, timeout=PATIENCE_SECONDS) as visitor:
            return visitor.get(f"{deployed.proxy.address}api/clusters.html").status_code

    with ThreadPoolExecutor(2 * MAX_PER_CLIENT) as executor:
        assert 429 not in set(executor.map(report_for, ["127.0.0.3", "127.0.0.4"] * MAX_PER_CLIENT))
        # On a fast machine a report may be ready before the next one is requested.
        wait_until(lambda: 429 in set(executor.map(report_for, ["127.0.0.3"] * 2 * MAX_PER_CLIENT)))


def test_requests_succeed_without_a_replica_and_use_it_again(deployed: Deployed) -> None:
    """A replica that was killed gets requests again once it is back."""
    killed = deployed.replicas[0]
    killed.process.kill()
    killed.process.wait()
    for _ in range(16):
        assert get(f"{deployed.proxy.address}api/clusters.csv").text.count("\n") == 23
    deployed.register.restart_ended()
    path = "/api/regions.json"

    def is_used() -> bool:
        get(f"{deployed.proxy.address}{path[1:]}")
        return killed.name in deployed.proxy.replicas_for(path)

    wait_until(is_used)


def test_an_upload_survives_a_reconnect(server: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="sv-SE")
    with running_nginx([server]) as nginx:
        visit = Visit(context.new_page(), nginx.address)
        show_upload(visit, "Namn;Län\nEtt;Skåne\nTvå;Gotland\n")
        visit.expect_clusters(2)
        visit.choose_region("Gotland")
        visit.expect_clusters(1)
    with running_nginx([server], urlsplit(nginx.address).port or 0):
        visit.choose_region("Skåne")
        visit.expect_clusters(2)
        expect(visit.page.locator(BANNER)).to_contain_text("lista.csv")
        visit.expect_query("region=09&region=12&list=own")
    context.close()


def test_a_late_reconnect_shows_the_upload_that_the_browser_keeps(browser: Browser, tmp_path: Path) -> None:
    """The session has ended meanwhile, as after an hour; the page sends the list again and keeps the selection.

    Choices of the visitor while the list is on its way wait for it.
    """
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="sv-SE")
    with running_server(tmp_path / "log.txt", "--server.disconnectedSessionTTL=0") as server:  # sessions end at once
        with running_nginx([server]) as nginx:
            visit = Visit(context.new_page(), nginx.address)
            show_upload(visit, "Namn;Län\nEtt;Skåne\nTvå;Norrbotten\nTre;Norrbotten\n")
            visit.choose_region("Norrbotten")
            visit.expect_query("region=25&list=own")
            expect_sentence(visit, ": 2 kluster")
        held = list[Route]()
        visit.page.route("**/upload?*", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks the function
        with running_nginx([server], urlsplit(nginx.address).port or 0):
            wait_until(lambda: visit.page.evaluate("1") and held)
            with visit.page.expect_event("console", lambda message: message.text == ANSWERED):
                visit.page.evaluate(f"({TELL_ANSWERS})('{ANSWERED}')")
                visit.choose_region("Skåne")
            expect(visit.page.locator(BANNER)).to_contain_text("lista.csv")
            held[0].continue_()
            visit.expect_query("region=25&region=12&list=own")
            visit.expect_clusters(3)
            expect(visit.page.locator(BANNER)).to_contain_text("lista.csv")
        context.close()
    assert not has_logged_errors(tmp_path / "log.txt")


def test_limits_document_has_the_limits_of_sessions() -> None:
    text = (ROOT / "docs" / "limits.md").read_text(encoding="utf-8")
    assert f"`server.disconnectedSessionTTL` ({get_option('server.disconnectedSessionTTL')} seconds" in text
    assert f"at most {MemorySessionStorage()._cache.maxsize} " in text  # type: ignore[attr-defined]


def show_upload(visit: Visit, content: str) -> None:
    visit.page.goto(f"{visit.address}own-list")
    visit.wait_until_live()
    visit.page.locator("#chosen-file").set_input_files({"name": "lista.csv", "mimeType": "text/csv", "buffer": content.encode()})
    visit.page.get_by_role("link", name="Visa listan på kartan").click()


def test_files_of_an_upload_can_be_downloaded_through_nginx(deployed: Deployed, new_visit: Callable[..., Visit]) -> None:
    cookies = {deployed.replica_for(cookie).name: cookie for cookie in map(str, range(10))}
    assert cookies.keys() == {replica.name for replica in deployed.replicas}
    for number, cookie in enumerate(cookies.values()):  # a visitor of each replica
        visit = new_visit(deployed.proxy.address)
        visit.page.context.add_cookies([{"name": "replica", "value": cookie, "url": deployed.proxy.address}])
        show_upload(visit, f"Namn;Län\nFöreningen {number};Skåne\n")
        visit.expect_clusters(1)
        with visit.page.expect_download() as download:
            visit.page.get_by_role("link", name="CSV", exact=True).click()
        assert f"Föreningen {number}" in download.value.path().read_text("utf-8-sig")
    expect_sentence(visit, "1 kluster i ")
