"""Traffic of a page, from the events of Chromium's protocol."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

from playwright.sync_api import Page

from benchmarks.networks import NETWORKS, Traffic

HANDLERS = dict[str, Callable[[Mapping[str, Any]], None]]


class FakeSession:
    """Session of Chromium's protocol. It is its own context and page."""

    def __init__(self) -> None:
        self.context = self
        self.handlers: HANDLERS = {}
        self.sent: dict[str, Any] = {}

    def new_cdp_session(self, _page: object) -> FakeSession:
        return self

    def on(self, event: str, handler: Callable[[Mapping[str, Any]], None]) -> None:
        self.handlers[event] = handler

    def send(self, method: str, parameters: Mapping[str, Any] | None = None) -> None:
        self.sent[method] = parameters

    def request(self, name: str, kind: str, size: int, *, cached: bool = False, url: str = "http://here/") -> None:
        self.handlers["Network.requestWillBeSent"]({"requestId": name, "type": kind, "request": {"url": url}})
        self.handlers["Network.responseReceived"]({"requestId": name, "response": {"fromDiskCache": cached}})
        self.handlers["Network.loadingFinished"]({"requestId": name, "encodedDataLength": size})


def recorded(network: str = "no delay") -> tuple[FakeSession, Traffic]:
    session = FakeSession()
    return session, Traffic(cast(Page, session), NETWORKS[network])


def test_requests_that_reach_the_server_are_counted() -> None:
    session, traffic = recorded()
    session.request("1", "Document", 1000)
    session.request("2", "Script", 300)
    session.request("3", "Document", 50)  # of a frame
    session.request("4", "Font", 0, cached=True)
    session.request("5", "Image", 10, url="data:image/png;base64,")
    assert (traffic.first_answer, traffic.requests, dict(traffic.sizes)) == (1000, 3, {"Document": 1050, "Script": 300})
    assert traffic.hosts == {"here"}


def test_socket_is_counted() -> None:
    session, traffic = recorded()
    session.handlers["Network.webSocketCreated"]({"url": "ws://here/stream"})
    for opcode, payload in ((2, "AAAA"), (1, "å")):
        session.handlers["Network.webSocketFrameReceived"]({"response": {"opcode": opcode, "payloadData": payload}})
    assert (traffic.requests, traffic.sizes["WebSocket"]) == (1, 5)


def test_network_is_emulated_in_bytes_a_second() -> None:
    session, _ = recorded("slow 4G")
    conditions = session.sent["Network.emulateNetworkConditions"]
    assert (conditions["latency"], conditions["downloadThroughput"], conditions["uploadThroughput"]) == (150, 200_000, 93_750)
    assert "Network.emulateNetworkConditions" not in recorded()[0].sent
