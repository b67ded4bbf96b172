"""Ways of arranging people on the map that leave those alone whom the mediator pinned.

Pure geometry in px from the middle of the view, y growing downwards. The same input gives
the same places, nobody covers anybody, and whoever is pinned stays.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from entente.domain.layouts import blocks, force, rings
from entente.domain.layouts.force import refine
from entente.domain.layouts.ground import ROOM, SIZE, Ground, Link, Node, Point

__all__ = ["ROOM", "SIZE", "Ground", "Layout", "Link", "Node", "Point", "layout", "refine"]


class Layout(StrEnum):
    """The ways there are."""

    FORCE = "force"
    CIRCLE = "circle"
    CAMP = "camp"
    ORGANISATION = "organisation"
    HIERARCHY = "hierarchy"
    INFLUENCE = "influence"


def layout(
    kind: Layout,
    nodes: Sequence[Node],
    links: Sequence[Link],
    size: Point = SIZE,
    pinned: Mapping[str, Point] | None = None,
    room: Point = ROOM,
) -> dict[str, Point]:
    """Return where everybody goes.

    Args:
        kind: How to arrange them. Of `FORCE` this is the last picture; `refine` also gives
            those on the way.
        nodes: Who is there.
        links: Their ties; one to somebody who is not there, or to oneself, is passed over.
        size: Width and height to fill; a crowd goes beyond it.
        pinned: Who stays, and where.
        room: Width and height around its middle that each keeps free of others.
    """
    known = {node.key for node in nodes}
    held = {key: point for key, point in (pinned or {}).items() if key in known}
    ground = Ground(size, room, held)
    match kind:
        case Layout.FORCE:
            *_, last = force.refine(nodes, links, ground)
            return last
        case Layout.CIRCLE:
            return rings.circular(nodes, links, ground)
        case Layout.INFLUENCE:
            return rings.concentric(nodes, links, ground)
        case Layout.CAMP:
            return blocks.in_blocks(nodes, ground, lambda node: node.camp)
        case Layout.ORGANISATION:
            return blocks.in_blocks(nodes, ground, lambda node: node.organisation)
        case Layout.HIERARCHY:
            return blocks.hierarchy(nodes, links, ground)
