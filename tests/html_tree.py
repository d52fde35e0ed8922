"""HTML as a tree, and the texts and elements in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})  # without end tag
NOT_SHOWN = frozenset({"script", "style"})
WHITE_SPACE = re.compile(r"[ \t\n\f\r]+")
ANY = object()  # for a value: the attribute is there


@dataclass(eq=False)
class Element:
    """An element with its attributes, and the elements and texts in it."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    content: list[Element | str] = field(default_factory=list)

    def __iter__(self) -> Iterator[Element]:
        """Yield this element and all below it, in their order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(each for each in reversed(element.content) if isinstance(each, Element))

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    @property
    def texts(self) -> list[str]:
        """The texts in this element, one for each stretch without a tag."""
        if self.tag in NOT_SHOWN:
            return []
        return [text for each in self.content for text in (each.texts if isinstance(each, Element) else [each])]

    @property
    def text(self) -> str:
        """The texts in this element, parted by single spaces; a no-break space stays."""
        return WHITE_SPACE.sub(" ", " ".join(self.texts)).strip(" ")

    @property
    def source(self) -> str:
        """The texts in this element as they are written, also of a script."""
        return "".join(each.source if isinstance(each, Element) else each for each in self.content)

    def all(self, tag: str = "", css_class: str = "", **attributes: object) -> list[Element]:
        """Return the elements below this one with this tag, class and attributes; `data_event` stands for `data-event`."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [
            each
            for each in self
            if each is not self
            and (not tag or each.tag == tag)
            and (not css_class or css_class in each.classes)
            and all(name in each.attributes and value in (ANY, each.attributes[name]) for name, value in wanted.items())
        ]

    def one(self, tag: str = "", css_class: str = "", **attributes: object) -> Element:
        """Return the one element below this one with this tag, class and attributes."""
        found = self.all(tag, css_class, **attributes)
        assert len(found) == 1, (tag, css_class, attributes, len(found))
        return found[0]


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len({name for name, _ in attrs}), attrs
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].content.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].content.append(data)


@lru_cache(maxsize=100)
def tree_of(html: str) -> Element:
    """Return an element around all of `html`, in which each element is closed and each attribute occurs once."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    (root,) = parser.open
    return root
