"""Networks that Chromium emulates, and the traffic of a page on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import CDPSession, Page

Event = Mapping[str, Any]  # parameters of an event of Chromium's protocol


@dataclass(frozen=True)
class Network:
    """Network of a visitor.

    Attributes:
        round_trip_ms: Milliseconds from a request to the begin of its answer.
        down: Bits a second to the visitor.
        up: Bits a second from the visitor.
    """

    round_trip_ms: float
    down: float
    up: float


NETWORKS: Mapping[str, Network | None] = {
    "no delay": None,
    "4G": Network(60, 9e6, 1.5e6),
    "slow 4G": Network(150, 1.6e6, 0.75e6),
}


class Traffic:
    """Traffic of one page from now on, over an emulated network.

    Attributes:
        sizes: Bytes by kind of the resource ("Font" and so on, "WebSocket"), as they were sent: of answers with their heads.
        first_answer: Bytes of the page itself.
        requests: Requests that reached a server, WebSockets among them; files in the cache of the browser are not counted.
        hosts: Hosts of all requests.
    """

    def __init__(self, page: Page, network: Network | None) -> None:
        self.sizes: dict[str, int] = defaultdict(int)
        self.first_answer = 0
        self.requests = 0
        self.hosts: set[str] = set()
        self._kinds: dict[str, str] = {}  # id of a request that is under way -> kind
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.requestWillBeSent", self._on_request)
        session.on("Network.responseReceived", self._on_response)
        session.on("Network.requestServedFromCache", self._on_cached)
        session.on("Network.loadingFinished", self._on_end)
        session.on("Network.webSocketCreated", self._on_socket)
        session.on("Network.webSocketFrameReceived", self._on_frame)
        if network:
            _emulate(session, network)

    def _on_request(self, event: Event) -> None:
        url = urlsplit(event["request"]["url"])
        if url.scheme in {"http", "https"}:
            self._kinds[event["requestId"]] = event.get("type", "Other")
            self.hosts.add(url.netloc)

    def _on_response(self, event: Event) -> None:
        if event["response"].get("fromDiskCache"):
            self._kinds.pop(event["requestId"], None)

    def _on_cached(self, event: Event) -> None:
        self._kinds.pop(event["requestId"], None)

    def _on_end(self, event: Event) -> None:
        kind = self._kinds.pop(event["requestId"], None)
        if kind is not None:
            self.requests += 1
            self.sizes[kind] += int(event["encodedDataLength"])
            self.first_answer = self.first_answer or self.sizes["Document"]

    def _on_socket(self, event: Event) -> None:
        self.requests += 1
        self.hosts.add(urlsplit(event["url"]).netloc)

    def _on_frame(self, event: Event) -> None:
        frame = event["response"]
        is_text = frame["opcode"] == 1  # otherwise bytes in base64
        self.sizes["WebSocket"] += len(frame["payloadData"].encode()) if is_text else len(frame["payloadData"]) * 3 // 4


def _emulate(session: CDPSession, network: Network) -> None:
    conditions = {"latency": network.round_trip_ms, "downloadThroughput": network.down / 8, "uploadThroughput": network.up / 8}
    session.send("Network.emulateNetworkConditions", {"offline": False, **conditions})
