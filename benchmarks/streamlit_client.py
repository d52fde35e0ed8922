"""Visitor without a browser: speaks Streamlit's WebSocket protocol, opens the page and chooses focus areas."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from benchmarks.focus_filters import FocusFilter, Multiselect, PageEvents, VisitError

FOCUS_FILTERS: dict[str, Callable[[], FocusFilter]] = {"bidi_component": PageEvents, "multiselect": Multiselect}  # by kind of element
SOCKET_PATH = "_stcore/stream"
ANSWER_TIMEOUT_SECONDS = 60


@dataclass(frozen=True)
class Answer:
    """Result of one run of the page's script.

    Attributes:
        seconds: Time from the request until the script had finished.
        received: Bytes that arrived on the socket in that time.
    """

    seconds: float
    received: bytes


class Visitor:
    """One open page."""

    def __init__(self, connection: ClientConnection, query: str) -> None:
        self._connection = connection
        self._filter: FocusFilter | None = None
        self._query = query

    @classmethod
    async def enter(cls, url: str, query: str = "") -> Visitor:
        """Open the live page at the server's `url`. Raises VisitError when it offers no focus areas."""
        stream = url.replace("http", "ws", 1) + SOCKET_PATH
        visitor = cls(
            await connect(
                stream, subprotocols=[Subprotocol("streamlit")], max_size=None, open_timeout=ANSWER_TIMEOUT_SECONDS, close_timeout=1
            ),
            query,
        )
        await visitor.choose(None)
        if not visitor.choices:
            raise VisitError("the page offers no focus areas")
        return visitor

    @property
    def choices(self) -> Sequence[str]:
        """The focus areas that the page offers: codes, or labels in the baseline app."""
        return self._filter.choices if self._filter else ()

    async def leave(self) -> None:
        """Close the page."""
        await self._connection.close()

    async def choose(self, area: str | None) -> Answer:
        """Choose one focus area, or none. Raises VisitError when the page shows an error, TimeoutError when it does not answer."""
        request = BackMsg()
        request.rerun_script.query_string = self._query
        if self._filter:
            self._filter.choose(area, request.rerun_script.widget_states.widgets.add())
        start = time.perf_counter()
        async with asyncio.timeout(ANSWER_TIMEOUT_SECONDS):
            await self._connection.send(request.SerializeToString())
            received = await self._receive()
        return Answer(time.perf_counter() - start, received)

    async def _receive(self) -> bytes:
        """Return all bytes that arrive until the script has finished."""
        received = b""
        while True:
            frame = await self._connection.recv(decode=False)
            received += frame
            message = ForwardMsg.FromString(frame)
            self._read(message)
            if message.WhichOneof("type") == "script_finished" and message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                return received

    def _read(self, message: ForwardMsg) -> None:
        """Note the query and the filter of a message. Raises VisitError when it is an error."""
        if message.WhichOneof("type") == "page_info_changed":
            self._query = message.page_info_changed.query_string
        if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
            raise VisitError("the script could not be read")
        self._read_element(message.delta.new_element)

    def _read_element(self, element: Element) -> None:
        kind = element.WhichOneof("type")
        if kind == "exception" or (kind == "alert" and element.alert.format == Alert.ERROR):
            raise VisitError(element.exception.message or element.alert.body)
        if kind in FOCUS_FILTERS:
            self._filter = self._filter or FOCUS_FILTERS[kind]()
            self._filter.read(element)
