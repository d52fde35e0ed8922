"""Elements of HTML, as a parser sees them."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser


@dataclass
class Element:
    """A start tag with its attributes, and the text from it to the next tag."""

    tag: str
    attributes: dict[str, str]
    text: str = ""


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self._is_open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len({name for name, _ in attrs}), attrs
        self._is_open = True
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        del tag
        self._is_open = False

    def handle_data(self, data: str) -> None:
        if self._is_open:
            self.elements[-1].text += data


def elements_of(html: str) -> list[Element]:
    """Return the elements in their order; each attribute occurs once."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.elements


def attribute_of(elements: list[Element], tag: str, wanted: str, **conditions: str) -> list[str]:
    """Return the attribute `wanted` of each element with this tag and these attributes; `property_` stands for `property`."""
    known = {name.rstrip("_"): value for name, value in conditions.items()}
    return [each.attributes[wanted] for each in elements if each.tag == tag and known.items() <= each.attributes.items()]
