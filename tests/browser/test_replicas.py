"""What deploy/ describes, but for the containers: two replicas behind nginx over a list in PostgreSQL, and one of them gone."""

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
from playwright.sync_api import Browser, expect
from streamlit import get_option
from streamlit.runtime.memory_session_storage import MemorySessionStorage

from components.api.limiter import MAX_PER_CLIENT
from tests.browser.browser_driver import Visit, has_failed, running_server, server_process
from tests.browser.replaced_list import becomes, health, says
from tests.nginx import Nginx, running_nginx
from tests.polling import PATIENCE_SECONDS, get, wait_until
from tests.postgres import Postgres

ROOT = Path(__file__).parents[2]
REPORTED = 400  # clusters: a report of them takes long enough for another request to come meanwhile
READER = "lasarens-losenord"


@dataclass(frozen=True)
class Replica:
    address: str
    process: Popen[str]

    @property
    def name(self) -> str:
        return urlsplit(self.address).netloc


class Register:
    """The list in a database, as deploy/database makes it, and the two replicas that show it."""

    def __init__(self, postgres: Postgres, start: Callable[[int], Replica]) -> None:
        self.postgres = postgres
        self._start = start
        self._shipped = postgres.folder / "clusters.csv"  # where the server may read
        shutil.copyfile(ROOT / "data" / "clusters.csv", self._shipped)
        postgres.run("DROP ROLE IF EXISTS reader")
        postgres.psql(ROOT / "deploy" / "database" / "register.sql", LIST=str(self._shipped), READER_PASSWORD=READER)
        self.replicas = [start(0), start(0)]
        self._version = health(self.replicas[0].address)["version"]

    def restart_ended(self) -> None:
        """Start each replica again that has ended, on its port."""
        self.replicas = [
            self._start(urlsplit(replica.address).port or 0) if replica.process.poll() is not None else replica for replica in self.replicas
        ]

    def reset(self) -> None:
        """Let both replicas run and show the shipped list."""
        columns = self._shipped.read_text(encoding="utf-8").split("\n")[0].strip()
        self.postgres.run(
            "TRUNCATE register RESTART IDENTITY",
            f"COPY register ({columns}) FROM '{self._shipped}' WITH (FORMAT csv, HEADER true, ENCODING 'UTF8')",
        )
        self.restart_ended()
        wait_until(lambda: {health(replica.address)["version"] for replica in self.replicas} == {self._version})


@dataclass(frozen=True)
class Deployed:
    """The two replicas of a register, behind an nginx that knows nothing of earlier tests."""

    proxy: Nginx
    register: Register

    @property
    def replicas(self) -> list[Replica]:
        return self.register.replicas

    def of(self, visit: Visit) -> Replica:
        """Return the replica that a visitor is led to."""
        (cookie,) = (cookie["value"] for cookie in visit.page.context.cookies() if cookie.get("name") == "replica")
        (name,) = set(self.proxy.answered("/assets/page/table.js", cookie))
        (found,) = (replica for replica in self.replicas if replica.name == name)
        return found


@pytest.fixture(scope="module")
def register(new_postgres: Callable[[], Postgres], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    folder, postgres, logs = tmp_path_factory.mktemp("replicas"), new_postgres(), list[Path]()
    with ExitStack() as running:

        def start(port: int) -> Replica:
            logs.append(folder / f"replica-{len(logs)}.txt")
            settings = {
                "CLUSTERS_SOURCE": postgres.address_of("reader", READER),
                "CLUSTERS_NAME": "Registret",
                "CLUSTERS_REFRESH": "1",
                "CLUSTERS_COPIES": str(folder / f"copies-{len(logs)}"),
                "STREAMLIT_SERVER_COOKIE_SECRET": "f00d" * 16,
                "STREAMLIT_SERVER_ALLOWED_HOSTS": "kluster.example.se 127.0.0.1",
                "FORWARDED_ALLOW_IPS": of_compose("FORWARDED_ALLOW_IPS"),
            }
            return Replica(*running.enter_context(server_process(logs[-1], port=port, **settings)))

        yield Register(postgres, start)
    assert not any(map(has_failed, logs))


@pytest.fixture
def deployed(register: Register) -> Iterator[Deployed]:
    register.reset()
    with running_nginx([replica.address for replica in register.replicas]) as proxy:
        yield Deployed(proxy, register)


def of_compose(setting: str) -> str:
    """Return what deploy/compose.yaml sets."""
    (found,) = re.findall(rf'^ +{setting}: "(.+)"', (ROOT / "deploy" / "compose.yaml").read_text(encoding="utf-8"), re.MULTILINE)
    return str(found)


def test_a_visitor_goes_on_with_the_same_selection_when_their_replica_is_killed(deployed: Deployed, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="sv-SE")  # of its own: it meets errors for a moment
    visit = Visit(context.new_page(), deployed.proxy.address)
    visit.open()
    visit.choose_region("Skåne")
    visit.page.get_by_role("searchbox", name="Sök").fill("mobil")
    visit.has_query("region=12&q=mobil")
    visit.sees(1)
    deployed.of(visit).process.kill()
    visit.choose_region("Norrbotten")  # presses that nobody hears
    visit.names.first.click()
    visit.has_query("region=25&region=12&q=mobil&cluster=mobile-heights")
    says(visit, "1 av 22 kluster visas")
    visit.page.get_by_role("button", name="Ta bort Skåne län").click()
    visit.has_query("region=25&q=mobil&cluster=mobile-heights")
    visit.page.get_by_role("searchbox", name="Sök").fill("")
    visit.has_query("region=25&cluster=mobile-heights")
    visit.sees(2)
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
        visit.sees(2)
        expect(visit.names).to_have_text(["Mobila höjder", "Interior Cluster"])
    assert len({health(replica.address)["version"] for replica in deployed.replicas}) == 1


def test_the_replicas_user_can_only_read_the_list(deployed: Deployed) -> None:
    becomes(deployed.replicas[0].address, "ok", 22)
    for statement in ("UPDATE clusters SET name = 'x'", "SELECT * FROM register", "DELETE FROM register"):
        with pytest.raises(Exception, match=r"permission denied|cannot update view"):
            deployed.register.postgres.run("SET ROLE reader", statement)


def test_visitors_stay_with_a_replica_and_both_have_some(deployed: Deployed) -> None:
    path = "/api/regions.csv"
    cookies = set()
    for _ in range(12):  # fewer requests than one address may send at once
        with httpx.Client(base_url=deployed.proxy.address, timeout=PATIENCE_SECONDS) as client:
            for _ in range(3):
                assert client.get(path).is_success
            cookies.add(client.cookies["replica"])
    assert len(cookies) == 12
    led_to = [set(deployed.proxy.answered(path, cookie)) for cookie in cookies]
    assert all(len(names) == 1 for names in led_to)
    assert set.union(*led_to) == {replica.name for replica in deployed.replicas}


def test_visitors_are_told_apart_by_the_address_that_nginx_tells(deployed: Deployed) -> None:
    more = f"SELECT 'c-' || n, 'Kluster ' || n, '12' FROM generate_series(1, {REPORTED}) n"  # noqa: S608 - ours
    deployed.register.postgres.run("INSERT INTO register (id, name, region_codes) " + more)
    for replica in deployed.replicas:
        becomes(replica.address, "ok", 22 + REPORTED)

    def report_for(address: str) -> int:
        asking = httpx.HTTPTransport(local_address=address)
        with httpx.Client(transport=asking, cookies={"replica": "one"}, timeout=PATIENCE_SECONDS) as visitor:
            return visitor.get(f"{deployed.proxy.address}api/clusters.html").status_code

    with ThreadPoolExecutor(2 * MAX_PER_CLIENT) as at_once:
        assert 429 not in set(at_once.map(report_for, ["127.0.0.3", "127.0.0.4"] * MAX_PER_CLIENT))
        # On a fast machine a report may be ready before the next one is asked for.
        wait_until(lambda: 429 in set(at_once.map(report_for, ["127.0.0.3"] * 2 * MAX_PER_CLIENT)))


def test_files_come_while_a_replica_is_gone_and_it_is_used_again_once_it_is_back(deployed: Deployed) -> None:
    gone = deployed.replicas[0]
    gone.process.kill()
    gone.process.wait()
    for _ in range(16):
        assert get(f"{deployed.proxy.address}api/clusters.csv").text.count("\n") == 23
    deployed.register.restart_ended()
    path = "/api/regions.json"

    def is_used() -> bool:
        get(f"{deployed.proxy.address}{path[1:]}")
        return gone.name in deployed.proxy.answered(path)

    wait_until(is_used)


def test_a_visitor_whose_connection_was_cut_goes_on_with_their_own_list(server: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="sv-SE")
    with running_nginx([server]) as nginx:
        visit = Visit(context.new_page(), nginx.address)
        show_own(visit, "Namn;Län\nEtt;Skåne\nTvå;Gotland\n")
        visit.sees(2)
        visit.choose_region("Gotland")
        visit.sees(1)
    with running_nginx([server], urlsplit(nginx.address).port or 0):
        visit.choose_region("Skåne")
        visit.sees(2)
        expect(visit.page.locator(".st-key-own-banner")).to_contain_text("lista.csv")
        visit.has_query("region=09&region=12")
    context.close()


def test_a_visitor_who_was_cut_off_for_too_long_goes_on_with_the_same_selection_of_the_list_for_everybody(
    browser: Browser, tmp_path: Path
) -> None:
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="sv-SE")
    with running_server(tmp_path / "log.txt", "--server.disconnectedSessionTTL=0") as server:  # any time is too long
        with running_nginx([server]) as nginx:
            visit = Visit(context.new_page(), nginx.address)
            show_own(visit, "Namn;Län\nEtt;Skåne\nTvå;Norrbotten\nTre;Norrbotten\n")
            visit.choose_region("Norrbotten")
            visit.has_query("region=25")
            says(visit, "2 av 3 kluster visas")
        with running_nginx([server], urlsplit(nginx.address).port or 0):
            visit.choose_region("Skåne")
            visit.has_query("region=25&region=12")
            says(visit, "4 av 22 kluster visas")
            visit.sees(4)
            expect(visit.page.locator(".st-key-own-banner")).to_have_count(0)
        context.close()
    assert not has_failed(tmp_path / "log.txt")


def test_a_visitor_who_is_cut_off_is_remembered_for_as_long_as_is_told() -> None:
    told = (ROOT / "docs" / "limits.md").read_text(encoding="utf-8")
    assert f"`server.disconnectedSessionTTL` ({get_option('server.disconnectedSessionTTL')} seconds" in told
    assert f"at most {MemorySessionStorage()._cache.maxsize} " in told  # type: ignore[attr-defined]


def show_own(visit: Visit, content: str) -> None:
    visit.page.goto(f"{visit.address}own-list")
    visit.page.locator("input[type=file]").set_input_files({"name": "lista.csv", "mimeType": "text/csv", "buffer": content.encode()})
    visit.page.get_by_role("link", name="Visa listan på kartan").click()


def test_an_own_list_can_be_taken_out_through_the_proxy(deployed: Deployed, new_visit: Callable[..., Visit]) -> None:
    for number in range(4):  # visitors of either replica
        visit = new_visit(deployed.proxy.address)
        show_own(visit, f"Namn;Län\nFöreningen {number};Skåne\n")
        visit.sees(1)
        with visit.page.expect_download() as download:
            visit.page.get_by_role("button", name="CSV för Excel").click()
        assert f"Föreningen {number}" in download.value.path().read_text("utf-8-sig")
    says(visit, "1 kluster visas")
