"""How many rows visitors' own lists may hold together: what lives counts, what is gone does not."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from components.dataset import upload_quota as own_room
from components.dataset.upload import UploadResult, read_upload
from components.dataset.upload_quota import MAX_UPLOADED_ROWS, QuotaExceededError, RowQuota
from data.files.limits import UPLOAD_LIMITS

DOCS = Path(__file__).parents[3] / "docs"


class Holder:
    """Something that a session holds."""

    def __init__(self) -> None:
        self.circle: object = None


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> Iterator[RowQuota]:
    """Room for two of the largest lists, in place of that of the process."""
    monkeypatch.setattr(own_room, "MAX_UPLOADED_ROWS", 2 * UPLOAD_LIMITS.max_rows)
    own_room.upload_quota.cache_clear()
    yield own_room.upload_quota()
    own_room.upload_quota.cache_clear()


def large(rows: int = UPLOAD_LIMITS.max_rows, name: str = "a.csv", before: UploadResult | None = None) -> UploadResult:
    content = "namn,län\n" + "".join(f"F{number},12\n" for number in range(rows))
    return read_upload(name, content.encode(), before.dataset if before else None)


def test_rows_are_taken_up_to_the_most_and_not_beyond() -> None:
    room, holders = RowQuota(10), [Holder() for _ in range(3)]
    room.take(holders[0], 6)
    room.take(holders[1], 4)
    with pytest.raises(QuotaExceededError):
        room.take(holders[2], 1)
    assert room.rows == 10


def test_what_nobody_holds_any_longer_makes_room() -> None:
    room, first, second = RowQuota(10), Holder(), Holder()
    room.take(first, 10)
    del first
    assert room.rows == 0
    room.take(second, 10)


def test_what_holds_itself_in_a_circle_makes_room_once_it_is_needed() -> None:
    room, first, second = RowQuota(10), Holder(), Holder()
    first.circle = first
    room.take(first, 10)
    del first
    room.take(second, 10)
    assert room.rows == 10


def test_what_takes_the_place_of_another_needs_no_room_beside_it() -> None:
    room, first, second = RowQuota(10), Holder(), Holder()
    room.take(first, 10)
    room.take(second, 10, instead_of=first)
    with pytest.raises(QuotaExceededError):
        room.take(Holder(), 1, instead_of=first)
    del first
    assert room.rows == 10


def test_who_is_refused_keeps_what_they_have() -> None:
    room, first = RowQuota(10), Holder()
    room.take(first, 4)
    with pytest.raises(QuotaExceededError):
        room.take(first, 11)
    assert room.rows == 4


def test_an_heir_counts_in_place_of_what_was_counted() -> None:
    room, first, heir = RowQuota(10), Holder(), Holder()
    room.take(first, 7)
    room.hand_over(first, heir)
    assert room.rows == 7
    del heir
    assert room.rows == 0


def test_many_at_once_never_take_too_much() -> None:
    room, holders = RowQuota(100), [Holder() for _ in range(400)]

    def takes(holder: Holder) -> bool:
        try:
            room.take(holder, 1)
        except QuotaExceededError:
            return False
        return True

    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(takes, holders)) == room.rows == 100


@pytest.mark.parametrize("name", ["operations", "security"])
def test_as_many_rows_are_held_as_is_told(name: str) -> None:
    assert f"at most {MAX_UPLOADED_ROWS:,} rows together" in (DOCS / f"{name}.md").read_text(encoding="utf-8")
    assert 20 * UPLOAD_LIMITS.max_rows == MAX_UPLOADED_ROWS


def test_a_list_for_which_there_is_no_room_is_not_read(room: RowQuota) -> None:
    kept = [large(), large()]
    assert all(one.dataset for one in kept) and room.rows == 20_000
    refused = large(1, "b.csv")
    assert refused.no_room and refused.dataset is None and not refused.problems and not refused.columns
    del kept
    again = large(1, "b.csv")
    assert again.dataset and not again.no_room and room.rows == 1


def test_an_own_list_is_never_in_the_way_of_the_one_that_takes_its_place(room: RowQuota) -> None:
    kept = [large(), large()]
    kept[1] = large(9_999, "b.csv", before=kept[1])
    assert kept[1].dataset and room.rows == 19_999


def test_who_is_refused_keeps_the_list_before(room: RowQuota) -> None:
    kept = [large(), large(1)]
    kept.append(read_upload("c.csv", b"namn,l\xc3\xa4n\nA,12\n", kept[1].dataset))
    assert not kept[2].no_room and room.rows == 10_002
    refused = large(9_999, "b.csv", before=kept[2])
    assert refused.no_room and refused.dataset is kept[2].dataset and room.rows == 10_002


def test_a_file_that_cannot_be_shown_takes_no_room(room: RowQuota) -> None:
    kept = [read_upload("a.csv", content) for content in (b"", b"namn,l\xc3\xa4n\nA,99\n", b"a,b\n1,2\n")]
    assert all(one.problems for one in kept) and room.rows == 0


def test_long_texts_count_as_the_rows_that_they_would_usually_fill(room: RowQuota) -> None:
    described = "Namn;Län;Beskrivning;Telefon\n" + "".join(f"F{number};12;{'x' * 488};{'1' * 900}\n" for number in range(100))
    kept = read_upload("a.csv", described.encode())
    assert kept.dataset and room.rows == sum(len(f"F{number}12") + 488 for number in range(100)) // 250 == 197


def test_of_a_file_that_cannot_be_shown_little_is_kept() -> None:
    kept = read_upload("a.csv", f"{'rubrik' * 1000};Namn;Län\n{'1;A;' + 'x' * 9000}\n".encode() + b"1;A;y\n" * 500)
    assert len(kept.problems) == 100 and kept.more_problems == 401
    assert max(len(problem.value) for problem in kept.problems) == max(map(len, kept.left_out)) == 81
