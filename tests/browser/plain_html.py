"""Pages as a tree of elements, for a client that knows HTML and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
UNREAD = frozenset({"script", "style", "head", "title"})  # elements whose text nobody reads on the page


@dataclass
class Node:
    """An element with its attributes and its content: texts and elements in their order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    content: list[str | Node] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text inside, with single spaces; "" for scripts, styles and the head."""
        parts = (part if isinstance(part, str) else "" if part.tag in UNREAD else part.text for part in self.content)
        return " ".join("".join(parts).split(" ")).strip(" \n")

    @property
    def source(self) -> str:
        """The text of an element that holds only text, such as a title or a script."""
        return "".join(part for part in self.content if isinstance(part, str))

    @property
    def name(self) -> str:
        """The name that assistive technology gives a link."""
        return self.attributes.get("aria-label") or self.text

    def all(self, *tags: str, **attributes: str) -> Iterator[Node]:
        """Yield the elements inside with one of these tags and these attributes, in their order."""
        for part in self.content:
            if isinstance(part, Node):
                if part.tag in tags and attributes.items() <= part.attributes.items():
                    yield part
                yield from part.all(*tags, **attributes)

    def part(self, identifier: str) -> Node:
        """Return the one element inside with this id."""
        (found,) = (node for node in self.every() if node.attributes.get("id") == identifier)
        return found

    def every(self) -> Iterator[Node]:
        """Yield all elements inside."""
        for part in self.content:
            if isinstance(part, Node):
                yield part
                yield from part.every()


class _TreeBuilder(HTMLParser):
    """Builds the tree. Each element has to be closed, which makes every parser see the same tree."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Node("document")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len({name for name, _ in attrs}), attrs
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].content.append(node)
        if tag not in VOID:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self._open[-1].content.append(data)

    def is_complete(self) -> bool:
        return self._open == [self.root]


def parse(html: str) -> Node:
    """Return the tree of a whole page; fails if an element is not closed, or closed in another order."""
    builder = _TreeBuilder()
    builder.feed(html)
    builder.close()
    assert builder.is_complete()
    return builder.root
