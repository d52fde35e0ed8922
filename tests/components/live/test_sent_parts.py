"""Parts of the page that are sent: those that a browser may not have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from components.live.sent_parts import MAX_UNCONFIRMED, SentParts

Parts = Mapping[str, str]
A, B, C = ({"table": name, "legend": "same"} for name in "abc")


def test_the_first_message_has_every_part() -> None:
    sent = SentParts()
    assert sent.next_message(A) == A and sent.last_number == 1


def test_a_confirmed_part_is_not_sent_again() -> None:
    sent = SentParts()
    sent.next_message(A)
    sent.confirm(1)
    assert sent.next_message(A) == {} and sent.next_message(B) == {"table": "b"}


def test_a_changed_part_is_sent_until_it_is_confirmed() -> None:
    """The browser may have any of the messages since the confirmed one."""
    sent = SentParts()
    sent.next_message(A)
    sent.confirm(1)
    assert sent.next_message(B) == {"table": "b"} == sent.next_message(B)
    assert sent.next_message(A) == {"table": "a"}
    sent.confirm(4)
    assert sent.next_message(A) == {}


def test_without_any_confirmation_every_message_has_all_parts() -> None:
    """The first one may be lost with the connection, or be replaced before it is sent."""
    sent = SentParts()
    assert [sent.next_message(parts) for parts in (A, B, B)] == [A, B, B]
    sent.confirm(2)
    assert sent.next_message(B) == {}


def test_an_older_confirmation_takes_nothing_back() -> None:
    sent = SentParts()
    for parts in (A, B, C):
        sent.next_message(parts)
    sent.confirm(3)
    sent.confirm(2)
    assert sent.next_message(C) == {}


def test_an_unknown_number_confirms_nothing() -> None:
    sent = SentParts()
    sent.next_message(A)
    for number in (0, -1, 2, 10**400):
        sent.confirm(number)
    assert sent.next_message(A) == A


def test_a_new_part_is_sent() -> None:
    sent = SentParts()
    sent.next_message(A)
    sent.confirm(1)
    assert sent.next_message({**A, "footer": "f"}) == {"footer": "f"}


def test_after_many_messages_without_confirmation_the_whole_page_is_sent() -> None:
    """It is sent until a message is confirmed, which may be one before it."""
    sent = SentParts()
    sent.next_message(A)
    sent.confirm(1)
    messages = [sent.next_message({**A, "table": str(number)}) for number in range(MAX_UNCONFIRMED + 3)]
    assert [set(message) for message in messages] == [*[{"table"}] * (MAX_UNCONFIRMED + 1), *[{"table", "legend"}] * 2]
    sent.confirm(MAX_UNCONFIRMED)
    assert sent.next_message(A) == {"table": "a"}


PARTS = st.fixed_dictionaries({name: st.sampled_from("xyz") for name in ("header", "table", "legend")})


class Browser:
    """A browser that misses messages, and confirms the one that it shows. Its first page is of another moment."""

    def __init__(self) -> None:
        self.parts = {"header": "x", "table": "older", "legend": "y"}
        self.number = 0

    def receive(self, number: int, message: Parts) -> None:
        self.parts |= message
        self.number = number


@settings(max_examples=200)
@given(st.lists(st.tuples(PARTS, st.booleans(), st.booleans()), min_size=1, max_size=3 * MAX_UNCONFIRMED))
def test_a_browser_that_misses_messages_shows_each_that_it_gets(steps: list[tuple[Parts, bool, bool]]) -> None:
    """Confirmations may be late, or not arrive."""
    sent, browser = SentParts(), Browser()
    numbers: Iterator[int] = count(1)
    for parts, arrives, confirms in steps:
        number, message = next(numbers), sent.next_message(parts)
        if arrives:
            browser.receive(number, message)
            assert browser.parts == parts
        if confirms:
            sent.confirm(browser.number)
