"""Places of the rows of a list: counties, municipality and coordinates, each filled from the others of its row, contradictions noted."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from data.files.cells import Cells
from data.messages import Message, message
from data.notes import NoteKind
from data.places.foreign_rows import find_foreign
from data.places.misplaced_counties import move_counties
from data.places.postal_codes import rows_with_postal_code
from data.places.regions_resolver import WHOLE_COUNTRY_CODE
from data.places.row_coordinates import read_coordinates
from data.places.sheet_counties import note_other_counties
from data.reading_report import CellNote
from data.reference_tables import ReferenceTables
from data.text import fold
from data.validation import Validated

# Returns for each latitude and longitude (degrees) the codes of the municipalities around it, the nearest first; none outside Sweden.
AreaFinder = Callable[[Sequence[float], Sequence[float]], Sequence[tuple[str, ...]]]

FORMER_COUNTY_OF = {"0331": ("19", 2007)}  # Heby: SCB code of the county to which it belonged, and the year in which it left


def place_rows(validated: Validated, cells: Cells, reference: ReferenceTables, find_areas: AreaFinder | None = None) -> None:
    """Fill region_codes, municipality_code, lat and lon of each row from its municipality, its town, or coordinates in any form.

    The counties of the list win: a municipality or a town in another county is left out, and coordinates in another county or
    municipality stay with a note. With `find_areas`, a row that has only coordinates gets the municipality and the county around them.
    """
    validated.by_column["lat"], validated.by_column["lon"] = read_coordinates(validated, cells)
    move_counties(validated, cells)
    placing = _Placing(validated, cells, reference)
    placing.fill()
    note_other_counties(validated, cells, reference.regions)
    if find_areas:
        placing.compare_with_coordinates(find_areas)


class _Placing:
    """The places of one list."""

    def __init__(self, validated: Validated, cells: Cells, reference: ReferenceTables) -> None:
        self.values, self.notes, self.headings = validated.by_column, validated.notes, validated.headings
        self.cells, self.foreign = cells, find_foreign(cells)
        self.with_postal_code = rows_with_postal_code(cells)
        self.postal_towns: dict[str, str] = {
            fold(name): str(code) for name, code in zip(reference.postal_towns["name"], reference.postal_towns["code"], strict=True)
        }
        self.counties: dict[str, str] = dict(zip(reference.regions["code"], reference.regions["name"], strict=True))
        self.municipalities: dict[str, str] = dict(zip(reference.municipalities["code"], reference.municipalities["name"], strict=True))

    def fill(self) -> None:
        counties, seats, towns = self.values["region_codes"], self.values["municipality_code"], self.values["town"]
        for row, codes in enumerate(counties):
            if row in self.foreign and (seats[row] or towns[row]):
                self._leave_foreign_out(row)
            names_country = WHOLE_COUNTRY_CODE in codes
            known = tuple(code for code in codes if code != WHOLE_COUNTRY_CODE) if names_country else codes
            if seats[row] and known and seats[row][:2] not in known:
                self._leave_seat_out(row, known)
            if towns[row] and seats[row] and seats[row] not in towns[row]:
                facts = {"names": ", ".join(map(self._municipality, towns[row])), "given": self._municipality(seats[row])}
                text = message("a town in %(names)s, but the municipality is %(given)s, which is read", **facts)
                self._add(NoteKind.UNDERSTOOD, row, "town", text)
            if towns[row] and not seats[row]:
                seats[row] = self._municipality_of_town(row, towns[row], known)
            counties[row] = known or ((seats[row][:2],) if seats[row] else ())
            if names_country:
                self._note_country(row, is_placed=bool(counties[row]))

    def compare_with_coordinates(self, find_areas: AreaFinder) -> None:
        """Place the rows that have only coordinates, and note coordinates in another county or municipality than the row's."""
        lats, lons, counties = self.values["lat"], self.values["lon"], self.values["region_codes"]
        rows = [row for row, lat in enumerate(lats) if lat is not None]
        found = find_areas([lats[row] for row in rows], [lons[row] for row in rows]) if rows else []
        for row, codes in zip(rows, found, strict=True):
            if not codes:
                self._note_position(row, message("coordinates outside Sweden, shown as given"))
            elif not counties[row]:
                self.values["municipality_code"][row] = codes[0]
                counties[row] = (codes[0][:2],)
                self._note_position(row, message("placed in %(value)s by the coordinates", value=self._municipality(codes[0])))
            elif not {code[:2] for code in codes} & {*counties[row]}:
                self._note_elsewhere(row, self._county(codes[0][:2]), ", ".join(map(self._county, counties[row])))
            elif (seat := self.values["municipality_code"][row]) and seat not in codes:
                self._note_elsewhere(row, self._municipality(codes[0]), self._municipality(seat))

    def _note_elsewhere(self, row: int, found: str, given: str) -> None:
        text = message("coordinates in %(found)s, but the list says %(given)s; both are kept", found=found, given=given)
        self._note_position(row, text)

    def _note_position(self, row: int, text: Message) -> None:
        column = next(column for column in ("lat", "coordinates", "x", "lon", "y") if column in self.headings.indexes)
        self.notes.add(row, self.headings.title(column), CellNote(NoteKind.UNDERSTOOD, "", text))

    def _leave_foreign_out(self, row: int) -> None:
        """Leave out municipality and town of a row in another country: they only have the name of Swedish ones."""
        column = "town" if self.values["town"][row] else "municipality_code"
        text = message("not looked for in Sweden, since the country is %(country)s", country=self.foreign[row])
        self._add(NoteKind.UNDERSTOOD, row, column, text)
        self.values["town"][row] = self.values["municipality_code"][row] = None

    def _leave_seat_out(self, row: int, counties: Sequence[str]) -> None:
        code = self.values["municipality_code"][row]
        self.values["municipality_code"][row] = None
        former, year = FORMER_COUNTY_OF.get(code, ("", 0))
        facts = {
            "municipality": self._municipality(code), "county": self._county(code[:2]), "given": ", ".join(map(self._county, counties)),
        }  # fmt: skip
        text = message("a municipality in %(given)s; %(municipality)s is in %(county)s", **facts)
        if former in counties:
            text = message("a municipality in %(given)s; since %(year)d %(municipality)s is in %(county)s", **facts, year=year)
        self._add(NoteKind.LEFT_OUT, row, "municipality_code", text)

    def _municipality_of_town(self, row: int, codes: Sequence[str], counties: Sequence[str]) -> str | None:
        """Return the municipality of a town; `codes` are those that have a town of this name."""
        fitting = [code for code in codes if not counties or code[:2] in counties]
        if len(fitting) > 1 and row in self.with_postal_code:
            fitting = [code for code in fitting if code == self.postal_towns.get(fold(self._text(row, "town")))] or fitting
        if len(fitting) == 1:
            written, name = self._text(row, "town"), self.municipalities[fitting[0]]
            if written and name.casefold() not in written.casefold():
                self._add(NoteKind.UNDERSTOOD, row, "town", message("a town in the municipality %(value)s", value=name))
            return fitting[0]
        names = ", ".join(map(self._municipality, fitting or codes))
        if fitting:
            text = message("a town that one municipality has, or the municipality too; this is a town in: %(names)s", names=names)
        else:
            given = ", ".join(map(self._county, counties))
            text = message("a town in %(given)s; this is a town in: %(names)s", given=given, names=names)
        self._add(NoteKind.LEFT_OUT, row, "town", text)
        return None

    def _note_country(self, row: int, *, is_placed: bool) -> None:
        if is_placed:
            self._add(NoteKind.UNDERSTOOD, row, "region_codes", message("no county by name; the county is that of the other facts"))
        else:
            self._add(NoteKind.LEFT_OUT, row, "region_codes", message("the counties by name; this names none"))

    def _add(self, kind: NoteKind, row: int, column: str, text: Message) -> None:
        self.notes.add(row, self.headings.title(column), CellNote(kind, self._text(row, column), text))

    def _text(self, row: int, column: str) -> str:
        index = self.headings.indexes.get(column)
        return "" if index is None else self.cells.columns[index][row].strip()

    def _county(self, code: str) -> str:
        return f"{self.counties[code]} ({code})"

    def _municipality(self, code: str) -> str:
        return f"{self.municipalities[code]} ({code})"
