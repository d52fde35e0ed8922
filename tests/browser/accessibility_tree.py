"""Accessibility tree of a page and of the map's frame in it, as Chromium gives it to assistive technology, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import CDPSession

CONTROLS = frozenset({
    "button", "checkbox", "combobox", "DisclosureTriangle", "DisclosureTriangleGrouped", "link", "option", "searchbox", "spinbutton",
    "textbox",
})  # fmt: skip
LANDMARKS = frozenset({"banner", "navigation", "search", "main", "region", "contentinfo"})
_SILENT = frozenset(
    {"none", "generic", "InlineTextBox", "LineBreak", "ListMarker", "LabelText", "Legend", "listitem", "rowgroup", "SvgRoot"}
)
_SILENT_WITHOUT_NAME = frozenset({"paragraph", "group"})
_WHOLE = CONTROLS | {"heading", "columnheader", "cell", "image", "StaticText"}  # their content is their name already
_STATES: Mapping[str, Mapping[object, str]] = {
    "checked": {"true": "checked", "false": "not checked"},
    "expanded": {True: "open", False: "closed"},
    "disabled": {True: "disabled"},
}
_ROLES = {
    "DisclosureTriangle": "fold", "DisclosureTriangleGrouped": "fold", "DescriptionList": "list", "Iframe": "frame", "StaticText": "text",
    "image": "picture",
}  # fmt: skip
Raw = Mapping[str, Any]


@dataclass(frozen=True)
class Node:
    """A node that says something.

    Attributes:
        role: ARIA role, or Chromium's own name of one.
        name: Accessible name.
        states: Words that a screen reader adds, such as "not checked".
        depth: 0 for a node that is in no other.
        element: Number of the element, by which Chromium's protocol finds it; 0 for none.
    """

    role: str
    name: str
    states: tuple[str, ...]
    depth: int
    element: int

    def __str__(self) -> str:
        """Return the node as a line of words."""
        role = _ROLES.get(self.role, self.role)
        return "  " * self.depth + ", ".join((f"{role}: {self.name}" if self.name else role, *self.states))


def read_tree(session: CDPSession) -> list[Node]:
    """Return the nodes in the order in which they are read; those of a frame follow it.

    A text that repeats the control or the group that it names, as the label of a checkbox does, is left out: screen readers say it once.
    """
    frames = _frames(session.send("Page.getFrameTree")["frameTree"])
    trees = [session.send("Accessibility.getFullAXTree", {"frameId": frame})["nodes"] for frame in frames]
    inner = iter(trees[1:])
    return list(_nodes(trees[0], inner, 0))


def _frames(tree: Raw) -> list[str]:
    return [tree["frame"]["id"], *(frame for child in tree.get("childFrames", ()) for frame in _frames(child))]


def _nodes(raw: Sequence[Raw], inner: Iterator[Sequence[Raw]], depth: int) -> Iterator[Node]:
    by_id = {node["nodeId"]: node for node in raw}
    said = ""

    def below(parent: Raw, depth: int) -> Iterator[Node]:
        nonlocal said
        for child in (by_id[key] for key in parent.get("childIds", ()) if key in by_id):
            node = _node(child, depth)
            if not node:
                yield from below(child, depth)
                continue
            if node.role == "StaticText" and node.name in ("", said):
                continue
            said = node.name
            yield node
            if node.role == "Iframe":
                yield from _nodes(next(inner), inner, depth + 1)
            elif node.role not in _WHOLE:
                yield from below(child, depth + 1)

    yield from below(raw[0], depth)


def _node(raw: Raw, depth: int) -> Node | None:
    """Return the node, or None if it says nothing by itself."""
    role, name = raw["role"]["value"], " ".join(str(raw.get("name", {}).get("value", "")).split())
    if raw.get("ignored") or role in _SILENT or (role in _SILENT_WITHOUT_NAME and not name):
        return None
    values = {each["name"]: each["value"].get("value") for each in raw.get("properties", ())}
    states = tuple(_STATES[key][value] for key, value in values.items() if key in _STATES and value in _STATES[key])
    return Node(role, name, (f"level {values['level']}",) if role == "heading" else states, depth, raw.get("backendDOMNodeId", 0))
