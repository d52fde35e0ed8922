from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from components.live.page_message import pack_message, unpack_message

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(st.dictionaries(st.sampled_from(["header", "map-note", "results"]), TEXTS))
def test_parts_come_back_as_they_were(parts: dict[str, str]) -> None:
    """Also with line breaks, characters beyond the first plane and nothing at all."""
    message = unpack_message(pack_message({"number": 7, "query": "?q=å\n"}, parts))
    assert message == {"number": 7, "query": "?q=å\n", "parts": parts}
