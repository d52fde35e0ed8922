"""The operator's logo: checked at the start, served as an image only, shown with the operator's name."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from components.core.logo import read_logo
from tests.components.server.dashboard_app import dashboard_client as client
from tests.html_tree import tree_of

SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script><path d="M0 0h9v9z"/></svg>'
PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + bytes(17)


@pytest.fixture
def write_logo(tmp_path: Path) -> Callable[[bytes], str]:
    """Return a function that writes a file and returns its path."""
    file = tmp_path / "logo"

    def write(content: bytes) -> str:
        file.write_bytes(content)
        return str(file)

    return write


@pytest.mark.parametrize(
    "content",
    [b"", b"GIF89a", b"<html/>", b"<svg", b"svg", SVG.replace(b"</svg>", b""), SVG + b" " * 200_000, PNG + bytes(200_000), b"\xff\xfe<"],
    ids=range(9),
)
def test_only_a_small_svg_or_png_is_a_logo(write_logo: Callable[[bytes], str], content: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the settings give the message
        read_logo(write_logo(content))


@pytest.mark.parametrize(("content", "media_type"), [(SVG, "image/svg+xml"), (PNG, "image/png")])
def test_the_logo_is_served_under_a_versioned_url(
    write_logo: Callable[[bytes], str], set_settings: Callable[..., None], content: bytes, media_type: str
) -> None:
    set_settings(OPERATOR_NAME="Region Exempel", OPERATOR_LOGO=write_logo(content))
    image = tree_of(client().get("/about").text).one("footer").one("img")
    assert image.attributes["alt"] == "Region Exempel"
    url = image.attributes["src"].removeprefix(".")
    answer = client().get(url)
    assert (answer.status_code, answer.content, answer.headers["content-type"]) == (200, content, media_type)
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert client().get(url.replace(url.split("/")[2], "00000000")).headers["cache-control"] == "no-cache"
    assert client().get(f"{url}.html").status_code == client().get("/operator/x/logo.gif").status_code == 404


def test_no_script_in_an_svg_can_run(write_logo: Callable[[bytes], str], set_settings: Callable[..., None]) -> None:
    set_settings(OPERATOR_NAME="Region Exempel", OPERATOR_LOGO=write_logo(SVG))
    headers = client().get("/operator/x/logo.svg").headers
    policy = [directive.strip() for directive in headers["content-security-policy"].split(";")]
    assert {"default-src 'none'", "sandbox"} <= set(policy) and not any("script-src" in directive for directive in policy)
    assert headers["x-content-type-options"] == "nosniff"


def test_without_a_logo_there_is_none() -> None:
    assert client().get("/operator/x/logo.svg").status_code == 404
    assert not tree_of(client().get("/about").text).one("footer").all("img")
