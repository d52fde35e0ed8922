"""Visitor without a browser: opens the page and chooses focus areas by Streamlit's WebSocket protocol."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

FILTERS = ("button_group", "multiselect")  # widgets in which an app may show its focus areas
PATIENCE = 60  # seconds until a visitor gives up


class VisitError(Exception):
    """Raised when the page shows an error or no focus areas."""


@dataclass(frozen=True)
class Answer:
    """Answer of one run of the page: seconds from the request until the script has finished, and the bytes received meanwhile."""

    seconds: float
    received: bytes


class Visitor:
    """One open page; `choices` are the labels of its focus areas."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection
        self._filter = ""
        self._query = ""
        self.choices: Sequence[str] = ()

    @classmethod
    async def enter(cls, address: str) -> Visitor:
        """Open the page at this URL."""
        stream = address.replace("http", "ws", 1) + "_stcore/stream"
        visitor = cls(await connect(stream, subprotocols=["streamlit"], max_size=None, open_timeout=PATIENCE, close_timeout=1))  # type: ignore[list-item]
        await visitor.choose(None)
        if not visitor.choices:
            raise VisitError("the page offers no focus areas")
        return visitor

    async def leave(self) -> None:
        """Close the page."""
        await self._connection.close()

    async def choose(self, area: str | None) -> Answer:
        """Choose one focus area, or none. Raises VisitError if the page shows an error, TimeoutError if it does not answer."""
        request = BackMsg()
        request.rerun_script.query_string = self._query
        if self._filter:
            state = request.rerun_script.widget_states.widgets.add()
            state.id = self._filter
            state.string_array_value.data.extend([area] if area else [])
        begun = time.perf_counter()
        async with asyncio.timeout(PATIENCE):
            await self._connection.send(request.SerializeToString())
            received = await self._hear()
        return Answer(time.perf_counter() - begun, received)

    async def _hear(self) -> bytes:
        """Return the bytes received until the script has finished."""
        received = b""
        while True:
            part = await self._connection.recv(decode=False)
            received += part
            message = ForwardMsg.FromString(part)
            self._read(message)
            if message.WhichOneof("type") == "script_finished" and message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                return received

    def _read(self, message: ForwardMsg) -> None:
        if message.WhichOneof("type") == "page_info_changed":
            self._query = message.page_info_changed.query_string
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "exception" or (kind == "alert" and element.alert.format == Alert.ERROR):
            raise VisitError(element.exception.message or element.alert.body)
        if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
            raise VisitError("the script could not be read")
        if kind in FILTERS:
            widget = element.button_group if kind == "button_group" else element.multiselect
            self._filter = widget.id
            self.choices = [option if isinstance(option, str) else option.content for option in widget.options]
