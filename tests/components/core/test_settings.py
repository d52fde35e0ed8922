"""Settings of the operator: read once, all wrong ones refused at once and by name, each documented."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from streamlit import config

import components
from components.core.logo import read_logo
from components.core.setting_table import SETTINGS
from components.core.settings import ListSettings, Operator, Settings, SettingsError
from data.licences import CC_BY
from tests.http_server import free_port
from tests.polling import wait_until

ROOT = Path(components.__file__).parent.parent
NAMES = {setting.name for setting in SETTINGS}
LOGO = ROOT / "components" / "frontend" / "page" / "icon.svg"
ROW = re.compile(r"^\| `([^`]+)` \| (.*?) \| (.*?) \| .+ \|$", re.MULTILINE)
EXAMPLE = (ROOT / "deploy" / "settings.env.example").read_text("utf-8")
IN_EXAMPLE = dict(re.findall(r"^([A-Z_]+)=(.*)$", EXAMPLE, re.MULTILINE))
COMPOSE = "".join((ROOT / "deploy" / name).read_text("utf-8") for name in ("compose.yaml", "compose.tls.yaml"))


def problems(**environ: str) -> list[str]:
    with pytest.raises(SettingsError) as refused:
        Settings.from_env(environ)
    return str(refused.value).splitlines()


def code(text: str) -> str:
    return f"`{text}`" if text else ""


def rows(heading: str) -> list[tuple[str, str, str]]:
    """Return name, default and allowed values of each row of the table below this heading of docs/configuration.md."""
    text = (ROOT / "docs" / "configuration.md").read_text("utf-8")
    return ROW.findall(text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0])


def test_defaults() -> None:
    clusters = ListSettings("s3-piloten", "clusters", "", 60, Path("~/.cache/klusterkartan").expanduser())
    assert Settings.from_env({}) == Settings(clusters, Operator("", ""), "", False, 200, ("'self'",), True)


def test_an_empty_setting_is_a_default() -> None:
    assert Settings.from_env(dict.fromkeys(NAMES, " ")) == Settings.from_env({})


def test_every_setting_is_read() -> None:
    environ = {
        "CLUSTERS_SOURCE": " postgresql://reader:secret@host/register ",
        "CLUSTERS_TABLE": "register.kluster",
        "CLUSTERS_HEADERS": '{"X-Api-Key": "secret"}',
        "CLUSTERS_NAME": "Klusterregister",
        "CLUSTERS_LICENCE": "CC-BY-4.0",
        "CLUSTERS_REFRESH": "86400",
        "CLUSTERS_COPIES": "/copies",
        "OPERATOR_NAME": "Region Exempel",
        "OPERATOR_CONTACT": "hej@example.se",
        "OPERATOR_LOGO": str(LOGO),
        "ACCENT_COLOUR": "#AA0000",
        "CORRECTION_ADDRESS": "https://www.example.se/ratta?sida={page}",
        "PUBLIC_ADDRESS": "https://kluster.example.se/karta",
        "METRICS": "open",
        "MAX_LIVE_VISITS": "50",
        "FRAME_ANCESTORS": " https://www.skane.se  https://vgregion.se:8443 https://*.lund.se ",
        "EMBEDDING": "off",
    }
    assert Settings.from_env(environ) == Settings(
        clusters=ListSettings(
            "postgresql://reader:secret@host/register",
            "register.kluster",
            "Klusterregister",
            86_400,
            Path("/copies"),
            CC_BY,
            (("X-Api-Key", "secret"),),
        ),
        operator=Operator("Region Exempel", "hej@example.se", "https://www.example.se/ratta?sida={page}", read_logo(str(LOGO))),
        public_url="https://kluster.example.se/karta/",
        metrics_are_open=True,
        max_live_visits=50,
        frame_ancestors=("'self'", "https://www.skane.se", "https://vgregion.se:8443", "https://*.lund.se"),
        embedding_is_on=False,
        accent_colour="#aa0000",
    )


def test_secret_headers_are_not_printed() -> None:
    assert "secret" not in repr(Settings.from_env({"CLUSTERS_HEADERS": '{"X-Api-Key": "secret"}'}))


@pytest.mark.parametrize(
    ("environ", "folder"),
    [({"XDG_CACHE_HOME": "/cache"}, "/cache/klusterkartan"), ({"XDG_CACHE_HOME": "/cache", "CLUSTERS_COPIES": "/copies"}, "/copies")],
)
def test_snapshot_folder(environ: dict[str, str], folder: str) -> None:
    assert Settings.from_env(environ).clusters.snapshot_folder == Path(folder)


@pytest.mark.parametrize("address", ["https://kluster.example.se", "https://kluster.example.se//", "www.example.se"])
def test_public_url_ends_with_one_slash(address: str) -> None:
    assert Settings.from_env({"PUBLIC_ADDRESS": address}).public_url in {"https://kluster.example.se/", "https://www.example.se/"}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("CLUSTERS_REFRESH", value) for value in ("0", "-1", "0.5", "86401", "9999999999", "9" * 5000, "often")),
        *(
            ("PUBLIC_ADDRESS", value)
            for value in ("kluster.se", "javascript:alert(1)", "https://a b", "https://a.se/?x=1", "https://a.se#f")
        ),
        *(("CLUSTERS_LICENCE", value) for value in ("CC-BY", "cc0-1.0", "MIT", "free", "javascript:alert(1)")),
        *(("CORRECTION_ADDRESS", value) for value in ("javascript:alert(1)", "mejla oss", "https://a.se/{title}", "/ratta")),
        *(("OPERATOR_LOGO", str(value)) for value in ("/nowhere/logo.svg", ROOT, ROOT / "README.md")),
        *(("ACCENT_COLOUR", value) for value in ("red", "#a00", "#12608f80", "#12608g", "#ffff00", "#777777")),
        *(("METRICS", value) for value in ("true", "Open")),
        *(("EMBEDDING", value) for value in ("true", "Off", "map")),
        *(("MAX_LIVE_VISITS", value) for value in ("-1", "0.5", "100001", "9" * 5000, "many", "٣")),
        *(("FRAME_ANCESTORS", value) for value in ("*", "www.skane.se", "https://a.se;x", "https://a.se,https://b.se", "'none'", "data:")),
        *(
            ("FRAME_ANCESTORS", f"https://ok.se {every}")
            for every in ("https://*", "http://*:443", "https://*/", "https://*.se", "https://")
        ),
        ("FRAME_ANCESTORS", "https://ok.se https://a.*"),
        ("FRAME_ANCESTORS", "https://ok.se https://łódź.pl"),
    ],
)
def test_a_wrong_value_is_named_with_the_allowed_values(name: str, value: str) -> None:
    (allowed,) = (setting.allowed for setting in SETTINGS if setting.name == name)
    assert problems(**{name: value}) == [f"{name}: {value!r} is not allowed; allowed: {allowed}"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("CLUSTERS_SOURCE", "mysql://reader:secret@host/register"),
        ("CLUSTERS_SOURCE", "postgresql://reader:secret@host:port/register"),
        ("CLUSTERS_SOURCE", "secret://host"),
        ("CLUSTERS_HEADERS", "X-Api-Key: secret"),
        ("PUBLIC_ADDRESS", "https://reader:secret@kluster.example.se"),
        ("FRAME_ANCESTORS", "https://ok.se ftp://reader:secret@host"),
    ],
)
def test_a_password_is_never_shown(name: str, value: str) -> None:
    (problem,) = problems(**{name: value})
    assert problem.startswith(f"{name}: ") and "secret" not in problem


def test_all_problems_are_reported_at_once() -> None:
    lines = problems(CLUSTERS_SOURCE="ftp://host/list.csv", CLUSTERS_REFRESH="0", PUBLIC_ADDRESS="a", METRICS="yes", FRAME_ANCESTORS="*")
    assert [line.partition(":")[0] for line in lines] == [
        "CLUSTERS_SOURCE",
        "CLUSTERS_REFRESH",
        "PUBLIC_ADDRESS",
        "METRICS",
        "FRAME_ANCESTORS",
    ]


def test_a_logo_needs_its_alternative_text() -> None:
    line = "OPERATOR_LOGO: needs OPERATOR_NAME, which is its alternative text"
    assert problems(OPERATOR_LOGO=str(LOGO)) == [line]
    assert problems(OPERATOR_LOGO=str(LOGO), METRICS="yes")[1:] == [line]


def is_served(port: int) -> bool:
    """Return True if a request gets an answer; a port that refuses or closes gives none, nor does a socket that meets itself."""
    try:
        with socket.create_connection(("127.0.0.1", port)) as client:
            client.sendall(b"GET /healthz HTTP/1.0\r\n\r\n")
            return client.recv(4) == b"HTTP"
    except ConnectionError:
        return False


@pytest.mark.server
@pytest.mark.parametrize(
    "command",
    [
        ["streamlit", "run", str(ROOT / "dashboard.py"), "--server.headless=true", "--server.port={port}"],
        ["uvicorn", "--app-dir", str(ROOT), "dashboard:app", "--port={port}"],
    ],
    ids=["streamlit", "uvicorn"],
)
def test_a_server_with_wrong_settings_never_answers(command: list[str], tmp_path: Path) -> None:
    """The operator gets two lines and an exit code; `streamlit run` opens the port before it loads the app, and nobody is served."""
    port, log, wrong = free_port(), tmp_path / "log.txt", {"CLUSTERS_REFRESH": "0", "METRICS": "yes"}
    started = [sys.executable, "-m", *(part.format(port=port) for part in command)]
    with (
        log.open("w") as errors,
        subprocess.Popen(started, env=os.environ | wrong, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=errors) as server,
    ):
        wait_until(lambda: is_served(port) or server.poll() is not None)
        served = server.poll() is None
        server.kill()

    assert not served and server.returncode == 1
    assert [line for line in log.read_text("utf-8").splitlines() if line] == problems(**wrong)


def test_every_setting_is_documented_with_its_default() -> None:
    assert rows("Settings of the dashboard") == [(setting.name, code(setting.default), setting.allowed) for setting in SETTINGS]


def test_every_documented_option_is_streamlits_with_its_default() -> None:
    """Streamlit knows the option; its default is that of `.streamlit/config.toml`, or Streamlit's own."""
    known, ours = config.get_config_options(), tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    documented = [(name, default) for name, default, _allowed in rows("Streamlit's own options")]
    defaults = {name: ours.get(name.partition(".")[0], {}).get(name.partition(".")[2], known[name].default_val) for name, _ in documented}
    assert "server.allowedHosts" in defaults
    assert documented == [(name, code(str(default or ""))) for name, default in defaults.items()]


def test_the_example_names_the_variables_of_compose() -> None:
    assert set(IN_EXAMPLE) == set(re.findall(r"\$\{([A-Z_]+)[:}]", COMPOSE))


def test_the_example_is_valid_and_agrees_with_the_defaults() -> None:
    assert Settings.from_env(IN_EXAMPLE).clusters.refresh_seconds == Settings.from_env({}).clusters.refresh_seconds
    (allowed,) = (setting.allowed for setting in SETTINGS if setting.name == "CLUSTERS_REFRESH")
    assert f"{allowed}." in EXAMPLE


def test_every_setting_reaches_the_containers() -> None:
    """Metrics stay closed there, the image sets the folder of snapshots, and a database takes no headers."""
    image = (ROOT / "deploy" / "Dockerfile").read_text("utf-8")
    set_there = set(re.findall(r"^    ([A-Z_]+):", COMPOSE, re.MULTILINE)) | set(re.findall(r"([A-Z_]+)=", image))
    assert NAMES - set_there == {"METRICS", "XDG_CACHE_HOME", "CLUSTERS_HEADERS"}


def test_few_modules_read_the_environment() -> None:
    """The command for editors reads its language from the locale, and the process that reads an upload gets that of its parent."""
    files = [path for folder in ("components", "data", "geo") for path in (ROOT / folder).rglob("*.py")]
    assert {path.name for path in files if re.search(r"\bos\.(environ|getenv)", path.read_text("utf-8"))} == {
        "settings.py",
        "check.py",
        "upload_process.py",
    }
