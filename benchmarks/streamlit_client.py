"""Visitor without a browser: speaks Streamlit's WebSocket protocol, opens the page and chooses focus areas."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

FILTER_ELEMENTS = ("button_group", "multiselect")  # of the dashboard and of the baseline app
ANSWER_TIMEOUT_SECONDS = 60


class VisitError(Exception):
    """Raised when the page shows an error or no focus areas."""


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
    """One open page. `choices` are the labels of the focus areas that it offers."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection
        self._filter = ""
        self._query = ""
        self.choices: Sequence[str] = ()

    @classmethod
    async def enter(cls, url: str) -> Visitor:
        """Open the page at the server's `url`. Raises VisitError when it offers no focus areas."""
        stream = url.replace("http", "ws", 1) + "_stcore/stream"
        visitor = cls(
            await connect(
                stream, subprotocols=[Subprotocol("streamlit")], max_size=None, open_timeout=ANSWER_TIMEOUT_SECONDS, close_timeout=1
            )
        )
        await visitor.choose(None)
        if not visitor.choices:
            raise VisitError("the page offers no focus areas")
        return visitor

    async def leave(self) -> None:
        """Close the page."""
        await self._connection.close()

    async def choose(self, area: str | None) -> Answer:
        """Choose one focus area, or none. Raises VisitError when the page shows an error, TimeoutError when it does not answer."""
        request = BackMsg()
        request.rerun_script.query_string = self._query
        if self._filter:
            state = request.rerun_script.widget_states.widgets.add()
            state.id = self._filter
            state.string_array_value.data.extend([area] if area else [])
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
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "exception" or (kind == "alert" and element.alert.format == Alert.ERROR):
            raise VisitError(element.exception.message or element.alert.body)
        if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
            raise VisitError("the script could not be read")
        if kind in FILTER_ELEMENTS:
            widget = element.button_group if kind == "button_group" else element.multiselect
            self._filter = widget.id
            self.choices = [option if isinstance(option, str) else option.content for option in widget.options]
