"""Steps from profile to profile: in the order of the table, as it is filtered and sorted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import pytest

from components.dataset.build import build_dataset
from components.dataset.origin import Origin
from components.widgets.cluster_profile import cluster_profile_html
from components.widgets.profile_steps import profile_steps
from data.files.cells import read_cells
from data.files.limits import UPLOAD_LIMITS
from data.lists import to_tables
from data.selection import Selection
from tests.html_tree import tree_of
from tests.views import view_of


def steps(selection: Selection) -> Sequence[tuple[str, str] | None] | None:
    """Return name and URL of the clusters before and after the open one."""
    view = view_of(selection)
    found = profile_steps(view, view.dataset.row_numbers[selection.cluster])
    return [(step.name, step.url) if step else None for step in (found.previous, found.next)] if found else None


@pytest.mark.parametrize(
    ("cluster", "sort", "expected"),
    [
        ("agro-vast", "", [("Smart Textiles", "smart-textiles"), ("Aerospace Cluster Sweden", "aerospace-cluster-sweden")]),
        ("agro-vast", "name", [("Aerospace Cluster Sweden", "aerospace-cluster-sweden"), ("Smart Textiles", "smart-textiles")]),
        ("smart-textiles", "", [None, ("Agro Väst", "agro-vast")]),
        ("smart-textiles", "name", [("Agro Väst", "agro-vast"), None]),
        ("paper-province", "", None),
    ],
)
def test_steps_follow_filters_and_order(cluster: str, sort: str, expected: Sequence[tuple[str, str] | None] | None) -> None:
    """A cluster that the filters leave out has none."""
    suffix = "&sort=name" if sort else ""
    urls = expected and [step and (step[0], f"./?region=14&cluster={step[1]}{suffix}") for step in expected]
    assert steps(Selection(regions=("14",), cluster=cluster, sort=sort)) == urls


def test_a_step_shows_the_page_of_the_table_on_which_it_leads() -> None:
    rows = "".join(f"Kluster {number:03};12\n" for number in range(250))
    dataset = build_dataset(Origin("lång.csv"), to_tables(read_cells("lång.csv", f"Namn;Län\n{rows}".encode(), UPLOAD_LIMITS)))
    view = view_of(Selection(cluster="kluster-099"), dataset)
    found = profile_steps(view, 99)
    assert found and found.previous and found.next
    assert (found.previous.url, found.next.url) == ("./?cluster=kluster-098", "./?cluster=kluster-100&page=2")


def test_ends_are_links_that_lead_nowhere() -> None:
    profile = tree_of(cluster_profile_html(view_of(Selection(cluster="mobile-heights"))))
    previous, after = profile.one(id="previous-cluster").attributes, profile.one(id="next-cluster").attributes
    assert (previous["role"], previous["aria-disabled"], previous["aria-label"]) == (
        "link",
        "true",
        "Föregående",
    ) and "href" not in previous
    assert after["aria-label"] == "Nästa: IUC Syd" and after["href"] == "./?cluster=iuc-syd"


def test_a_present_name_is_shown_below_the_heading() -> None:
    view = view_of(Selection(cluster="mobile-heights"))
    names = pd.Series(["OpenTech" if each == "mobile-heights" else None for each in view.dataset.clusters["id"]], dtype=object)
    dataset = replace(view.dataset, clusters=view.dataset.clusters.assign(present_name=names))
    profiles = [tree_of(cluster_profile_html(view_of(Selection(cluster=cluster), dataset))) for cluster in ("mobile-heights", "compare")]
    assert [[line.text for line in profile.all("p", "present-name")] for profile in profiles] == [["Heter nu OpenTech"], []]
