"""Quota of the rows of uploads: living owners count, freed ones do not."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from components.core.gc_control import SessionCollector
from components.dataset import upload_quota
from components.dataset.upload_quota import MAX_ROWS, QuotaExceededError, RowQuota
from components.dataset.upload_reader import UploadResult, read_upload
from data.files.limits import UPLOAD_LIMITS

DOCS = Path(__file__).parents[3] / "docs"
LARGE = 10_000  # rows
NEVER_AGAIN = float("inf")  # seconds: one collection, no second


class Owner:
    """An object of a session; in a cycle with itself, as a session is, it is freed by a collection only."""

    def __init__(self) -> None:
        self.cycle: object = None


def quota_of(rows: int, interval_seconds: float = 0) -> RowQuota:
    return RowQuota(rows, SessionCollector(interval_seconds))


def is_refused(quota: RowQuota, owner: Owner) -> bool:
    try:
        quota.reserve(owner, 1)
    except QuotaExceededError:
        return True
    return False


@pytest.fixture
def full_collections() -> Iterator[list[int]]:
    """Full collections that the test causes; automatic ones are off meanwhile."""
    generations: list[int] = []

    def note(phase: str, details: dict[str, int]) -> None:
        if phase == "start" and details["generation"] == 2:
            generations.append(details["generation"])

    gc.disable()
    gc.callbacks.append(note)
    yield generations
    gc.callbacks.remove(note)
    gc.enable()


@pytest.fixture
def quota(monkeypatch: pytest.MonkeyPatch) -> Iterator[RowQuota]:
    """A quota of two large uploads, in place of that of the process, with a collection for each refusal."""
    monkeypatch.setattr(upload_quota, "session_collector", lambda: SessionCollector(0))
    monkeypatch.setattr(upload_quota, "MAX_ROWS", 2 * LARGE)
    upload_quota.upload_quota.cache_clear()
    yield upload_quota.upload_quota()
    upload_quota.upload_quota.cache_clear()


def large(rows: int = LARGE, name: str = "a.csv", previous: UploadResult | None = None) -> UploadResult:
    content = "namn,län\n" + "".join(f"F{number},12\n" for number in range(rows))
    return read_upload(name, content.encode(), previous.dataset if previous else None)


def test_rows_are_reserved_up_to_the_quota() -> None:
    quota, owners = quota_of(10), [Owner() for _ in range(3)]
    quota.reserve(owners[0], 6)
    quota.reserve(owners[1], 4)
    with pytest.raises(QuotaExceededError):
        quota.reserve(owners[2], 1)
    assert quota.rows == 10


def test_a_freed_owner_counts_no_more() -> None:
    quota, first, second = quota_of(10), Owner(), Owner()
    quota.reserve(first, 10)
    del first
    assert quota.rows == 0
    quota.reserve(second, 10)


def test_an_owner_in_a_cycle_is_collected_when_rows_are_needed() -> None:
    quota, first, second = quota_of(10), Owner(), Owner()
    first.cycle = first
    quota.reserve(first, 10)
    del first
    quota.reserve(second, 10)
    assert quota.rows == 10


def test_an_owner_needs_no_rows_beside_the_one_it_replaces() -> None:
    quota, first, second = quota_of(10), Owner(), Owner()
    quota.reserve(first, 10)
    quota.reserve(second, 10, replacing=first)
    with pytest.raises(QuotaExceededError):
        quota.reserve(Owner(), 1, replacing=first)
    del first
    assert quota.rows == 10


def test_a_refused_owner_keeps_its_reservation() -> None:
    quota, first = quota_of(10), Owner()
    quota.reserve(first, 4)
    with pytest.raises(QuotaExceededError):
        quota.reserve(first, 11)
    assert quota.rows == 4


def test_a_new_owner_counts_in_place_of_the_old_one() -> None:
    quota, first, new_owner = quota_of(10), Owner(), Owner()
    quota.reserve(first, 7)
    quota.transfer(first, new_owner)
    assert quota.rows == 7
    del new_owner
    assert quota.rows == 0


def test_many_at_once_never_exceed_the_quota() -> None:
    quota, owners = quota_of(100, NEVER_AGAIN), [Owner() for _ in range(400)]
    with ThreadPoolExecutor(8) as threads:
        assert sum(not refused for refused in threads.map(partial(is_refused, quota), owners)) == quota.rows == 100


@pytest.mark.parametrize("threads", [1, 8])
def test_fifty_refusals_run_one_full_collection(threads: int, full_collections: list[int]) -> None:
    """A full collection stops every visitor, so refusals must not run one each."""
    quota, first = quota_of(1, NEVER_AGAIN), Owner()
    quota.reserve(first, 1)
    assert not full_collections
    with ThreadPoolExecutor(threads) as pool:
        assert all(pool.map(partial(is_refused, quota), [Owner() for _ in range(50)]))
    assert len(full_collections) == 1


@pytest.mark.parametrize("name", ["limits", "security"])
def test_the_documents_state_the_quota(name: str) -> None:
    assert f"at most {MAX_ROWS:,} rows together" in (DOCS / f"{name}.md").read_text(encoding="utf-8")
    assert 2 * UPLOAD_LIMITS.max_rows == MAX_ROWS


def test_an_upload_beyond_the_quota_is_not_read(quota: RowQuota) -> None:
    uploads = [large(), large()]
    assert all(upload.dataset for upload in uploads) and quota.rows == 20_000
    with pytest.raises(QuotaExceededError):
        large(1, "b.csv")
    del uploads
    again = large(1, "b.csv")
    assert again.dataset and quota.rows == 1


def test_an_upload_is_not_in_the_way_of_its_successor(quota: RowQuota) -> None:
    uploads = [large(), large()]
    uploads[1] = large(9_999, "b.csv", previous=uploads[1])
    assert uploads[1].dataset and quota.rows == 19_999


def test_a_refused_visitor_keeps_the_previous_upload(quota: RowQuota) -> None:
    uploads = [large(), large(1)]
    uploads.append(read_upload("c.csv", b"namn,l\xc3\xa4n\nA,12\n", uploads[1].dataset))
    assert quota.rows == 10_002
    with pytest.raises(QuotaExceededError):
        large(LARGE, "b.csv", previous=uploads[2])
    assert uploads[2].dataset and quota.rows == 10_002


def test_a_file_that_cannot_be_shown_reserves_nothing(quota: RowQuota) -> None:
    uploads = [read_upload("a.csv", content) for content in (b"", b"namn,l\xc3\xa4n\nA,99\n", b"a,b\n1,2\n")]
    assert all(upload.problems for upload in uploads) and quota.rows == 0


def test_long_texts_count_as_the_rows_they_would_fill(quota: RowQuota) -> None:
    """Those of own columns too, since they are kept."""
    described = "Namn;Län;Beskrivning;Telefon\n" + "".join(f"F{number};12;{'x' * 488};{'1' * 900}\n" for number in range(100))
    upload = read_upload("a.csv", described.encode())
    assert upload.dataset and quota.rows == sum(len(f"F{number}12") + 488 + 900 for number in range(100)) // 250 == 557


def test_texts_of_a_file_that_cannot_be_shown_are_shortened() -> None:
    rows = "".join(f"1;A;{number}{'x' * 9000}\n" for number in range(150))
    upload = read_upload("a.csv", f"{'rubrik' * 1000};Namn;Län\n{rows}".encode())
    assert len(upload.problems) == 100 and upload.more_problems == 50
    assert max(len(problem.value) for problem in upload.problems) == max(len(each.heading) for each in upload.unused) == 81


def test_texts_that_are_left_out_are_shortened() -> None:
    upload = read_upload("a.csv", f"Namn;Län;Grundat\nA;12;{'x' * 9000}\n".encode())
    assert upload.dataset and [len(group.note.value) for group in upload.report.groups] == [81]
