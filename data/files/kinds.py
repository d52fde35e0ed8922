"""Kinds of files, recognised by their content, and what to do with those that hold no list."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from enum import Enum, auto

from data.messages import Message, message

UPLOAD_ENDINGS = (  # of the names of files that may hold a list, and that visitors may choose
    ".csv", ".txt", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods", ".json", ".jsonl", ".ndjson", ".geojson", ".gpkg", ".html", ".htm",
)  # fmt: skip
LIST_ENDINGS = (*UPLOAD_ENDINGS, ".parquet")
ARCHIVE_ENDINGS = (".zip", ".gz")


class Kind(Enum):
    """Kind of a file."""

    TEXT = auto()
    XLSX = auto()
    XLS = auto()
    ODS = auto()
    PARQUET = auto()
    JSON = auto()
    GEOPACKAGE = auto()
    HTML = auto()
    ZIP = auto()
    GZIP = auto()
    PASSWORD = auto()
    XLSB = auto()
    NUMBERS = auto()
    DOCUMENT = auto()
    PDF = auto()
    IMAGE = auto()
    PACKED = auto()
    XML = auto()
    XML_SPREADSHEET = auto()
    SYLK = auto()


SAVE_AS = message("a list as a table: open it in the program that wrote it, and save it as an Excel workbook (.xlsx) or as CSV")
DAMAGED = message("the file is damaged, or was not fetched or saved to its end")  # of an archive without its directory
WITHOUT_PASSWORD = (
    message("the file is protected by a password"),
    message("a file without a password: open it in Excel, remove the password and save it again"),
)
UNREADABLE: Mapping[Kind, tuple[Message, Message]] = {  # what the file is, and what is needed
    Kind.PASSWORD: WITHOUT_PASSWORD,
    Kind.XLSB: (message("a binary workbook (.xlsb)"), message("a usual workbook: open it in Excel and save it as .xlsx")),
    Kind.NUMBERS: (message("a file of Apple Numbers"), message("a workbook or a CSV file: export it from Numbers as Excel or CSV")),
    Kind.DOCUMENT: (message("a text document or a presentation"), SAVE_AS),
    Kind.PDF: (message("a PDF file"), SAVE_AS),
    Kind.IMAGE: (message("a picture"), SAVE_AS),
    Kind.PACKED: (message("an archive that cannot be unpacked here (7z, RAR)"), message("the list itself, or a ZIP file with it")),
    Kind.XML: (message("an XML file"), SAVE_AS),
    Kind.XML_SPREADSHEET: (message("an XML spreadsheet of Excel 2003"), SAVE_AS),
    Kind.SYLK: (message("a SYLK file"), SAVE_AS),
}
SIGNATURES = (
    (b"PAR1", Kind.PARQUET), (b"SQLite format 3\x00", Kind.GEOPACKAGE), (b"\x1f\x8b", Kind.GZIP), (b"%PDF-", Kind.PDF),
    (b"\x89PNG", Kind.IMAGE), (b"GIF8", Kind.IMAGE), (b"\xff\xd8\xff", Kind.IMAGE), (b"II*\x00", Kind.IMAGE), (b"MM\x00*", Kind.IMAGE),
    (b"7z\xbc\xaf\x27\x1c", Kind.PACKED), (b"Rar!\x1a", Kind.PACKED), (b"{\\rtf", Kind.DOCUMENT),
)  # fmt: skip
ZIP_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")
OLE_SIGNATURE = b"\xd0\xcf\x11\xe0"  # of .xls, .doc, and workbooks with a password
ENCRYPTED_STREAM, WORD_STREAM = ("EncryptedPackage".encode("utf-16-le"), "WordDocument".encode("utf-16-le"))
HTML_BEGINNINGS = ("<!doctype html", "<html", "<head", "<body", "<meta", "<table", "<div", "<style", "<script")
JSON_BEGINNING = re.compile(r"\{\s*[\"}]|\[\s*[\[{\"\]]")
XML_SPREADSHEET = "urn:schemas-microsoft-com:office:spreadsheet"
SYLK_BEGINNING = re.compile(r"id;p[^\r\n]*[\r\n]+(?:p;p|[bcf];[xy][0-9])")
HEAD_BYTES = 4096
MAX_MANIFEST_BYTES = 1_000_000


def detect_kind(content: bytes) -> Kind:
    """Return the kind of a file, by its content. One that is none of the others is a text."""
    if content.startswith(ZIP_SIGNATURES):
        return _kind_of_zip(content)
    if content.startswith(OLE_SIGNATURE):
        return Kind.PASSWORD if ENCRYPTED_STREAM in content else Kind.DOCUMENT if WORD_STREAM in content else Kind.XLS
    if content[8:12] == b"WEBP":
        return Kind.IMAGE
    by_signature = next((kind for signature, kind in SIGNATURES if content.startswith(signature)), None)
    return by_signature or _kind_of_text(content[:HEAD_BYTES].replace(b"\x00", b"").decode("latin-1"))


def _kind_of_text(head: str) -> Kind:
    """Return the kind of a file by its first characters."""
    head = head.lstrip("ï»¿ÿþ \t\r\n").lower()
    if JSON_BEGINNING.match(head):
        return Kind.JSON
    if head.startswith(HTML_BEGINNINGS) or (head.startswith(("<?xml", "<!--")) and "<html" in head):
        return Kind.HTML
    if SYLK_BEGINNING.match(head):
        return Kind.SYLK
    if head.startswith(("<?xml", "<workbook")) and XML_SPREADSHEET in head:
        return Kind.XML_SPREADSHEET
    return Kind.XML if head.startswith(("<?xml", "<gpx", "<kml")) else Kind.TEXT


def _kind_of_zip(content: bytes) -> Kind:
    """Return the kind of a zip archive, which is that of the document in it. A broken one is a broken workbook."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            if "mimetype" in names:
                return _kind_of_opendocument(archive)
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, KeyError, NotImplementedError, EOFError):
        return Kind.XLSX
    if "[Content_Types].xml" in names:
        if any(name.startswith(("word/", "ppt/")) for name in names):
            return Kind.DOCUMENT
        return Kind.XLSB if "xl/workbook.bin" in names else Kind.XLSX
    return Kind.NUMBERS if any(name.endswith((".iwa", "Index.zip")) for name in names) else Kind.ZIP


def _kind_of_opendocument(archive: zipfile.ZipFile) -> Kind:
    with archive.open("mimetype") as file:
        if b"spreadsheet" not in file.read(200):
            return Kind.DOCUMENT
    if "META-INF/manifest.xml" in archive.namelist():
        with archive.open("META-INF/manifest.xml") as file:
            if b"encryption-data" in file.read(MAX_MANIFEST_BYTES):
                return Kind.PASSWORD
    return Kind.ODS
