"""JSON, GeoJSON, GeoPackage, web pages and archives, and files that hold no list: each gets a sentence that says what to do."""

from __future__ import annotations

import gzip
import io
import json
import sqlite3
import struct
import zipfile
from collections.abc import Mapping
from contextlib import closing

import pytest

from data.errors import ClusterDataError
from data.files.cells import Cells, read_cells
from data.files.limits import UPLOAD_LIMITS, Limits
from data.list_files import read_list
from data.notes import NoteKind


def ids(value: object) -> str:
    """Return the id of a parameter: archives hold the time, so that their bytes are no id."""
    return value if isinstance(value, str) else "file"


CSV = "Namn;Län\nEtt;Skåne\n".encode()


def read(content: bytes, limits: Limits = UPLOAD_LIMITS) -> Cells:
    return read_list("list", content, limits)


def table(content: bytes) -> list[list[str]]:
    cells = read(content)
    return [list(cells.header), *map(list, zip(*cells.columns, strict=True))]


def refusal(content: bytes, limits: Limits = UPLOAD_LIMITS) -> tuple[str, str]:
    with pytest.raises(ClusterDataError) as raised:
        read(content, limits)
    (problem,) = raised.value.problems
    return problem.value, str(problem.allowed)


def zipped(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize(
    "text",
    [
        '[{"namn": "Ett", "län": ["Skåne", "Halland"]}, {"namn": "Två", "grundat": 2001, "x": {}, "län": null}]',
        '{"rows": 2, "clusters": [{"namn": "Ett", "län": ["Skåne", "Halland"]}, {"namn": "Två", "grundat": 2001.0, "x": {}}]}',
        '{"namn": "Ett", "län": ["Skåne", "Halland"]}\n{"namn": "Två", "grundat": 2001, "x": {}}\n',
    ],
)
def test_records_of_json_are_rows(text: str) -> None:
    assert table(text.encode()) == [["namn", "län", "grundat"], ["Ett", "Skåne;Halland", ""], ["Två", "", "2001"]]


ROWS_OF_JSON = [["namn", "län"], ["Ett", "Skåne"], ["Två", "Halland"]]
WITH_ID = [["id", "namn", "län"], ["alfa", "Ett", "Skåne"], ["beta", "Två", "Halland"]]
RECORDS = [{"namn": "Ett", "län": "Skåne"}, {"namn": "Två", "län": "Halland"}]
LISTS = [["Ett", "Skåne"], ["Två", "Halland"]]
VARIABLES = [{name: {"type": "literal", "value": value} for name, value in record.items()} for record in RECORDS]
CKAN = {"help": "http://x", "success": True, "result": {"fields": [{"id": "namn", "type": "text"}, {"id": "län"}], "records": RECORDS}}


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ({"alfa": RECORDS[0], "beta": RECORDS[1]}, WITH_ID),
        ({"data": {"alfa": RECORDS[0], "beta": RECORDS[1]}}, WITH_ID),
        ({"0": RECORDS[0], "1": RECORDS[1]}, ROWS_OF_JSON),
        ({"namn": {"0": "Ett", "1": "Två"}, "län": {"0": "Skåne", "1": "Halland"}}, ROWS_OF_JSON),
        ({"namn": ["Ett", "Två"], "län": ["Skåne", "Halland"]}, ROWS_OF_JSON),
        ({"columns": ["namn", "län"], "index": [0, 1], "data": LISTS}, ROWS_OF_JSON),
        ({"head": {"vars": ["namn", "län"]}, "results": {"bindings": VARIABLES}}, ROWS_OF_JSON),
        (CKAN, ROWS_OF_JSON),
        ({"fields": [{"id": "namn"}, {"id": "län"}], "records": LISTS}, ROWS_OF_JSON),
        ({"items": RECORDS, "facets": [{"antal": number} for number in range(9)]}, ROWS_OF_JSON),
        ({"namn": "Ett", "län": ["Skåne"]}, [["namn", "län"], ["Ett", "Skåne"]]),
    ],
    ids=["by id", "inner", "by number", "columns", "lists", "split", "SPARQL", "CKAN", "fields", "facets", "one record"],
)
def test_other_shapes_of_json_are_rows(document: object, expected: list[list[str]]) -> None:
    assert table(json.dumps(document).encode()) == expected


def test_a_list_beside_what_the_answer_says_of_itself_is_read() -> None:
    """ "members" is a heading of ours too."""
    document = {
        "data": {"members": [{"name": "A", "address": {"city": "Lund"}}, {"name": "B", "address": {"city": "Kista"}}]},
        "meta": {"total": 2},
    }
    cells = read_list("list.json", json.dumps(document).encode(), UPLOAD_LIMITS)
    assert list(zip(*cells.columns, strict=True)) == [("Lund", "A"), ("Kista", "B")]


def test_items_that_are_no_objects_are_noted_and_rows_keep_their_numbers() -> None:
    cells = read(json.dumps([RECORDS[0], "slut?", RECORDS[1]]).encode())
    assert list(cells.row_numbers) == [2, 4] and cells.lost_rows == 1
    assert [(note.row, note.value, note.text) for note in cells.notes] == [(3, "slut?", "an item that is no object, in a list of objects")]


def test_only_line_ends_part_the_records_of_json_lines() -> None:
    lines = "\r\n".join(json.dumps({"namn": name, "län": "Skåne"}, ensure_ascii=False) for name in ("Ett\u2028x", "Två\x85"))
    assert [row[0].split()[0] for row in table(lines.encode())] == ["namn", "Ett", "Två"]


@pytest.mark.parametrize(
    "text",
    [
        '[{"namn": "Ett, ]", "län": "Skåne",}, {"namn": "Två", "län": "Halland"},]',
        '{"namn": "Ett, ]", "län": "Skåne"}{"namn": "Två", "län": "Halland"}',
        '{"namn": "Ett, ]", "län": "Skåne"},\n\n{\n"namn": "Två",\n"län": "Halland"\n},\n',
    ],
)
def test_stray_commas_and_objects_one_after_the_other_are_read(text: str) -> None:
    assert table(text.encode()) == [["namn", "län"], ["Ett, ]", "Skåne"], ["Två", "Halland"]]


def test_a_broken_line_of_json_lines_is_left_out_and_the_others_are_read() -> None:
    cells = read('{"namn": "Ett", "län": "Skåne"}\n{"namn": \n{"namn": "Två", "län": "Halland"}\n{"namn": "Tr'.encode())
    assert list(cells.columns[0]) == ["Ett", "Två"] and cells.lost_rows == 2
    assert [(note.row, note.kind) for note in cells.notes] == [(3, NoteKind.LEFT_OUT), (5, NoteKind.LEFT_OUT)]


@pytest.mark.parametrize("text", ['[{"namn": "Ett", "län": "Skåne"}, {"na', '{"om": {}, "data": [{"namn": "Ett", "län": "Skåne"}, {"na'])
def test_a_list_without_its_end_is_refused(text: str) -> None:
    with pytest.raises(ClusterDataError, match="its end is missing"):
        read(text.encode())


def test_a_single_feature_of_geojson_and_objects_in_properties_are_read() -> None:
    feature = {"type": "Feature", "properties": {"namn": "Ett", "adress": {"ort": "Lund"}},
               "geometry": {"type": "Point", "coordinates": [13.2, 55.7]}}  # fmt: skip
    expected = [["ort", "namn", "lat", "lon"], ["Lund", "Ett", "55.7", "13.2"]]
    assert table(json.dumps(feature).encode()) == expected
    assert table(json.dumps({"type": "FeatureCollection", "features": [feature]}).encode()) == expected


def test_values_of_objects_within_a_record_are_its_values() -> None:
    items = [{"Namn": "Ett", "adress": {"Län": "Skåne", "Namn": "Torget"}}, {"Namn": "Två", "adress": {"Län": "Halland"}}]
    assert table(json.dumps({"data": {"items": items}}).encode()) == [["Län", "Namn"], ["Skåne", "Ett"], ["Halland", "Två"]]


def test_rows_of_json_are_rows() -> None:
    assert table(b'[["namn", "grundat"], ["Ett", 2001]]') == [["namn", "grundat"], ["Ett", "2001"]]


def test_points_of_geojson_are_positions() -> None:
    features = [
        {"type": "Feature", "id": 7, "properties": {"namn": "Ett"}, "geometry": {"type": "Point", "coordinates": [13.2, 55.7]}},
        {"type": "Feature", "properties": {"namn": "Två"}, "geometry": None},
        {"type": "Feature", "properties": {"namn": "Tre"}, "geometry": {"type": "Polygon", "coordinates": []}},
    ]
    assert table(json.dumps({"type": "FeatureCollection", "features": features}).encode()) == [
        ["id", "namn", "lat", "lon"], ["7", "Ett", "55.7", "13.2"], ["", "Två", "", ""], ["", "Tre", "", ""],
    ]  # fmt: skip


@pytest.mark.parametrize("text", ['{"a": ', "{}", "[]", '{"a": 1, "b": [1, 2]}', "[" * 100_000 + "]" * 100_000])
def test_json_without_records_is_one_problem(text: str) -> None:
    assert refusal(text.encode())[1] == "JSON with a list of objects, or GeoJSON with features"


def test_a_heading_in_brackets_is_no_json() -> None:
    assert table(b"[id];namn\n1;Ett\n") == [["[id]", "namn"], ["1", "Ett"]]


def geopackage(reference: int = 4326, view: str = "", *, x: float = 13.2, y: float = 55.7, shape: bytes = b"") -> bytes:
    """Return a GeoPackage with a layer of two rows, the first with a point or another shape in WKB."""
    point = b"GP\x00\x01" + struct.pack("<i", reference) + (shape or b"\x01" + struct.pack("<I2d", 1, x, y))
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE TABLE gpkg_contents (table_name TEXT)")
        database.execute("CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT)")
        database.execute("CREATE TABLE other (fid INTEGER PRIMARY KEY, x TEXT)")
        database.execute("CREATE TABLE list (fid INTEGER PRIMARY KEY, geom BLOB, namn TEXT, län TEXT)")
        database.execute("INSERT INTO gpkg_contents VALUES ('other'), ('list')")
        database.execute("INSERT INTO gpkg_geometry_columns VALUES ('list', 'geom')")
        database.execute("INSERT INTO list VALUES (1, ?, 'Ett', 'Skåne'), (2, NULL, 'Två', NULL)", [point])
        if view:
            database.execute("DROP TABLE list")
            database.execute(view)
        database.commit()
        return bytes(database.serialize())


def test_the_layer_of_a_geopackage_with_the_list_is_read() -> None:
    assert table(geopackage()) == [["namn", "län", "lat", "lon"], ["Ett", "Skåne", "55.7", "13.2"], ["Två", "", "", ""]]


@pytest.mark.parametrize(
    ("system", "x", "y"), [(3006, 386_877, 6_174_159), (3857, 1_469_417, 7_498_924), (3021, 1_336_213, 6_177_608), (4258, 13.2, 55.7)]
)
def test_declared_metres_are_degrees(system: int, x: float, y: float) -> None:
    """The same place in each system, within 30 metres."""
    crs = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{system}"}}
    feature = {"type": "Feature", "properties": {"namn": "Ett"}, "geometry": {"type": "Point", "coordinates": [x, y]}}
    document = {"type": "FeatureCollection", "crs": crs, "features": [feature]}
    for content in (json.dumps(document).encode(), geopackage(system, x=x, y=y)):
        row = dict(zip(*table(content)[:2], strict=True))
        assert (float(row["lat"]), float(row["lon"])) == pytest.approx((55.7, 13.2), abs=0.0003)


def test_positions_in_another_system_are_noted() -> None:
    cells = read(geopackage(31468))
    assert "lat" not in cells.header
    assert [note.text for note in cells.notes if note.kind is NoteKind.LEFT_OUT] == [
        "positions in WGS 84, SWEREF 99, RT 90 or Web Mercator; these are in “EPSG:31468” (rows: 1)"
    ]


SQUARE = [[13.0, 55.0], [14.0, 55.0], [14.0, 56.0], [13.0, 56.0], [13.0, 55.0]]
HOLE = [[13.4, 55.4], [13.6, 55.4], [13.6, 55.6], [13.4, 55.6], [13.4, 55.4]]


@pytest.mark.parametrize(
    ("kind", "coordinates", "position"),
    [
        ("Polygon", [SQUARE], ("55.5", "13.5")),
        ("Polygon", [SQUARE, HOLE], ("55.5", "13.2")),
        ("MultiPolygon", [[SQUARE], [[[15.0, 57.0], [15.1, 57.0], [15.1, 57.1], [15.0, 57.0]]]], ("55.5", "13.5")),
        ("MultiPoint", [[13.0, 55.0], [13.1, 55.1], [13.9, 55.9]], ("55.1", "13.1")),
        ("LineString", [[13.0, 55.0], [13.1, 55.1], [13.2, 55.2]], ("55.1", "13.1")),
    ],
)
def test_of_a_shape_a_point_in_it_is_the_position(kind: str, coordinates: object, position: tuple[str, str]) -> None:
    feature = {"type": "Feature", "properties": {"namn": "Ett"}, "geometry": {"type": kind, "coordinates": coordinates}}
    cells = read(json.dumps({"type": "FeatureCollection", "features": [feature]}).encode())
    (row,) = zip(*cells.columns, strict=True)
    assert tuple(map(float, row[1:])) == pytest.approx(tuple(map(float, position)), abs=0.11)
    assert [note.text for note in cells.notes] == ["of a shape, a point in it was read as the position (rows: 1)"]


@pytest.mark.parametrize(
    ("kind", "coordinates"),
    [
        ("Polygon", [SQUARE[:-1]]),  # it does not come back to its beginning
        ("Point", [10**400, 2]),
        ("Point", ["13", "55"]),
        ("Shape", [13.0, 55.0]),
    ],
)
def test_a_shape_that_cannot_be_read_is_noted_and_its_row_is_kept(kind: str, coordinates: object) -> None:
    feature = {"type": "Feature", "properties": {"namn": "Ett"}, "geometry": {"type": kind, "coordinates": coordinates}}
    cells = read(json.dumps({"type": "FeatureCollection", "features": [feature]}).encode())
    assert "lat" not in cells.header and list(cells.columns[0]) == ["Ett"]
    assert [note.text for note in cells.notes] == ["shapes that can be read; these cannot (rows: 1)"]


@pytest.mark.parametrize("document", ['[{"namn": "Ett", "x": %s}]', '{"type": "Feature", "geometry": null, "properties": {"x": %s}}'])
def test_objects_within_objects_without_an_end_are_refused(document: str) -> None:
    with pytest.raises(ClusterDataError):
        read((document % ('{"a":' * 900 + "1" + "}" * 900)).encode())


def test_a_polygon_of_a_geopackage_has_a_position() -> None:
    ring = b"".join(struct.pack("<2d", *corner) for corner in SQUARE)
    polygon = b"\x01" + struct.pack("<III", 3, 1, len(SQUARE)) + ring
    assert table(geopackage(shape=polygon))[1] == ["Ett", "Skåne", "55.5", "13.5"]


@pytest.mark.parametrize(
    "content",
    [
        b"SQLite format 3\x00",
        geopackage()[:3000],
        geopackage(view="CREATE VIEW list AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS namn FROM n"),
    ],
)
def test_hostile_geopackage_is_read_or_refused(content: bytes) -> None:
    """A view without an end is not read."""
    assert refusal(content)[1] in {"a GeoPackage that can be opened", "a header row and at least one row below it"}


PAGE = (
    "<html><body><table><tr><td>Meny</td></tr></table><table>"
    "<tr><th>Namn<th>Län<th>Kommun</tr><tr><td><b>Ett</b> &amp; co</td><td rowspan='2'>Skåne</td><td>Lund</td></tr>"
    "<tr><td>Två<br>AB</td><td>Malmö</td></tr><tr><td colspan=2>Tre</td><td>Ystad</td></tr></table></body></html>"
)


def test_the_table_of_a_web_page_is_read() -> None:
    assert table(PAGE.encode()) == [
        ["Namn", "Län", "Kommun"], ["Ett & co", "Skåne", "Lund"], ["Två AB", "Skåne", "Malmö"], ["Tre", "", "Ystad"],
    ]  # fmt: skip
    assert [note.text for note in read(PAGE.encode()).notes] == ["the file is a web page; its table was read"]


@pytest.mark.parametrize(
    "page", ["<!DOCTYPE html><title>Logga in</title><form>", PAGE.replace("Meny", "Namn</td><td>Län"), "<html>" * 9999]
)
def test_a_web_page_without_one_list_is_refused(page: str) -> None:
    assert refusal(page.encode())[0] == "a web page, whatever its name says"


def test_a_list_in_an_archive_is_read() -> None:
    assert table(gzip.compress(CSV)) == table(zipped({"mapp/lista.csv": CSV, "__MACOSX/._lista.csv": b"x", "mapp/": b""})) == table(CSV)


def test_of_several_files_of_an_archive_the_list_is_read_and_noted() -> None:
    cells = read(zipped({"readme.txt": b"This is a list.\nOf clusters.\n", "list.csv": CSV, "old.csv": b"a;b\n1;2\n"}))
    assert cells.columns[0] == ("Ett",)
    assert cells.notes[0].text == "of the archive, list.csv was read; not read: readme.txt, old.csv"


LISTED = (
    "a ZIP file with a list in it: .csv, .txt, .tsv, .xlsx, .xlsm, .xls, .ods, "
    ".json, .jsonl, .ndjson, .geojson, .gpkg, .html, .htm, .parquet"
)


def test_every_format_of_text_is_found_in_an_archive() -> None:
    lines = "\n".join(json.dumps(record, ensure_ascii=False) for record in RECORDS).encode()
    for name, content in {"lista.html": PAGE.encode(), "lista.htm": PAGE.encode(), "lista.jsonl": lines, "lista.ndjson": lines}.items():
        assert table(zipped({name: content})) == table(content)


def test_all_members_of_a_gzip_file_are_read() -> None:
    """As `cat a.gz b.gz` and parallel packers write them, filled up with zeros."""
    assert table(gzip.compress(CSV[:9]) + bytes(3) + gzip.compress(CSV[9:]) + bytes(512)) == table(CSV)


@pytest.mark.parametrize("missing", [1, 8, 12], ids=str)
@pytest.mark.parametrize("before", [b"", gzip.compress(CSV)], ids=["one member", "two members"])
def test_a_gzip_file_that_is_cut_off_is_refused(before: bytes, missing: int) -> None:
    cut_off = ("the archive is cut off: its end is missing", "a complete archive: fetch or pack the file again")
    assert refusal(before + gzip.compress(CSV)[:-missing]) == cut_off


CAN_BE_UNPACKED = "an archive (.gz, .zip) that can be unpacked"


@pytest.mark.parametrize(
    ("content", "what", "needed"),
    [
        (zipped({"bild.png": b"x"}), "an archive without a list", LISTED),
        (zipped({"a.csv": zipped({"b.csv": CSV})}), "an archive in an archive", CAN_BE_UNPACKED),
        (gzip.compress(gzip.compress(CSV)), "an archive in an archive", CAN_BE_UNPACKED),
        (gzip.compress(CSV)[:12] + b"xxxx", None, None),
        (zipped({"a.csv": CSV}, zipfile.ZIP_LZMA), "", CAN_BE_UNPACKED),
    ],
    ids=ids,
)  # fmt: skip
def test_archive_that_cannot_be_read_is_one_problem(content: bytes, what: str | None, needed: str | None) -> None:
    found = refusal(content)
    assert what is None or found == (what, needed)


@pytest.mark.parametrize("content", [gzip.compress(bytes(60_000_000)), zipped({"a.csv": bytes(60_000_000)})], ids=ids)
def test_archive_that_grows_too_large_is_refused(content: bytes) -> None:
    assert refusal(content)[1] == f"an archive of at most {UPLOAD_LIMITS.max_bytes} bytes once it is unpacked"


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000)
TYPES = {"[Content_Types].xml": b"<Types/>"}


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le") + bytes(1000), "the file is protected by a password"),
        (OLE + "WordDocument".encode("utf-16-le") + bytes(1000), "a text document or a presentation"),
        (zipped({**TYPES, "word/document.xml": b"<x/>"}), "a text document or a presentation"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}), "a text document or a presentation"),
        (b"{\\rtf1 Namn}", "a text document or a presentation"),
        (
            zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "META-INF/manifest.xml": b"<encryption-data/>"}),
            "the file is protected by a password",
        ),
        (zipped({**TYPES, "xl/workbook.bin": b"x"}), "a binary workbook (.xlsb)"),
        (zipped({"Index/Document.iwa": b"x"}), "a file of Apple Numbers"),
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "a picture"),
        (b"\xff\xd8\xff\xe0" + bytes(100), "a picture"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "a picture"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(100), "an archive that cannot be unpacked here (7z, RAR)"),
        (b'<?xml version="1.0"?><kml/>', "an XML file"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', "an XML spreadsheet of Excel 2003"),
        (b'ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K"Namn"\r\nE\r\n', "a SYLK file"),
        (b'ID;PCALCOOO32\nB;Y2;X2\nC;X1;Y1;K"Namn"\nE\n', "a SYLK file"),
    ],
    ids=ids,
)
def test_a_file_that_holds_no_list_is_refused_as_what_it_is(content: bytes, what: str) -> None:
    found, needed = refusal(content)
    assert found == what and needed


def test_a_text_file_that_begins_like_sylk_is_read() -> None:
    assert list(read_cells("list.csv", b"ID;Plats;Namn\nC;Lund;Ett\n").header) == ["ID", "Plats", "Namn"]


def test_the_sentence_about_a_password_gives_advice() -> None:
    content = OLE + "EncryptedPackage".encode("utf-16-le")
    assert refusal(content)[1] == "a file without a password: open it in Excel, remove the password and save it again"


def test_bytes_that_are_no_text_are_refused() -> None:
    needed = "a text file (CSV) or a workbook (.xlsx); the content of this file is neither"
    assert refusal(bytes(range(1, 9)) * 100)[1] == needed
