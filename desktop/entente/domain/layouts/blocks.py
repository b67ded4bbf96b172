"""People side by side with those of their camp or organisation, or beneath their superiors."""

import math
from collections.abc import Callable, Mapping, Sequence

from entente.domain.layouts.ground import Ground, Link, Node, Point, centred, settled


def in_blocks(
    nodes: Sequence[Node], ground: Ground, group_of: Callable[[Node], str]
) -> dict[str, Point]:
    """Return each group as a block, the blocks in rows; who belongs nowhere comes last."""
    groups: dict[str, list[str]] = {}
    for node in nodes:
        if node.key not in ground.pinned:
            groups.setdefault(group_of(node), []).append(node.key)
    nowhere = groups.pop("", [])
    members = [*groups.values(), *([nowhere] if nowhere else [])]
    width, height = ground.room
    blocks = [_block(keys, ground) for keys in members]
    area = sum((wide + 0.5) * width * (high + 1) * height for _, wide, high in blocks)
    widest = max(
        math.sqrt(area * ground.aspect) / width, max((wide for _, wide, _ in blocks), default=0)
    )
    found: dict[str, Point] = {}
    x = y = lowest = 0.0
    for places, wide, high in blocks:
        if x and x + wide > widest:
            x, y = 0.0, lowest
        for key, (column, row) in places.items():
            found[key] = (x + column) * width, (y + row) * height
        x += wide + 0.5
        lowest = max(lowest, y + high + 1)
    return settled(centred(found), ground)


def hierarchy(nodes: Sequence[Node], links: Sequence[Link], ground: Ground) -> dict[str, Point]:
    """Return superiors above those they lead; who is in no hierarchy stands beneath."""
    children, roots = _tree(nodes, links, ground)
    width, height = ground.room
    found: dict[str, Point] = {}
    across = 0.0
    for root in roots:
        across = _lay(root, children, across, 0, found) + 0.5
    lowest = max((row for _, row in found.values()), default=-1.0)
    rest = [n.key for n in nodes if n.key not in found and n.key not in ground.pinned]
    beneath, wide, _ = _block(rest, ground, least=math.floor(across))
    left = (max(across - 0.5, 0) - wide) / 2
    for key, (column, row) in beneath.items():
        found[key] = max(left, 0.0) + column, lowest + 2 + row
    px = {key: (x * width, y * height * 1.5) for key, (x, y) in found.items()}
    return settled(centred(px), ground)


def _block(
    keys: Sequence[str], ground: Ground, least: int = 1
) -> tuple[dict[str, tuple[int, int]], int, int]:
    """Return column and row of each, and how many of both there are."""
    width, height = ground.room
    even = math.ceil(math.sqrt(len(keys) * ground.aspect * height / width))
    columns = max(even, least, 1)
    places = {key: (number % columns, number // columns) for number, key in enumerate(keys)}
    return places, min(columns, len(keys)), math.ceil(len(keys) / columns)


def _tree(
    nodes: Sequence[Node], links: Sequence[Link], ground: Ground
) -> tuple[dict[str, list[str]], list[str]]:
    """Return whom each leads, each led by one alone, and who leads without being led."""
    known = {node.key for node in nodes if node.key not in ground.pinned}
    leader: dict[str, str] = {}
    for link in links:
        inside = link.one in known and link.other in known
        is_new = link.is_above and inside and link.other not in leader
        if is_new and link.other not in _line(link.one, leader):
            leader[link.other] = link.one
    children: dict[str, list[str]] = {}
    for node in nodes:
        if node.key in leader:
            children.setdefault(leader[node.key], []).append(node.key)
    roots = [n.key for n in nodes if n.key in children and n.key not in leader]
    return children, roots


def _line(key: str, leader: Mapping[str, str]) -> list[str]:
    """Return somebody and all their superiors."""
    line = [key]
    while line[-1] in leader:
        line.append(leader[line[-1]])
    return line


def _lay(
    root: str,
    children: Mapping[str, Sequence[str]],
    left: float,
    row: int,
    found: dict[str, Point],
) -> float:
    """Place somebody above all they lead and return where the next may begin."""
    # Deep first without recursion: a line of command may be longer than Python's stack.
    rows = {root: row}
    order = [root]
    for key in order:
        for child in children.get(key, ()):
            rows[child] = rows[key] + 1
            order.append(child)
    across = left
    for key in _leaves_first(root, children):
        led = children.get(key, ())
        if led:
            x = (found[led[0]][0] + found[led[-1]][0]) / 2
        else:
            x, across = across, across + 1
        found[key] = x, float(rows[key])
    return across


def _leaves_first(root: str, children: Mapping[str, Sequence[str]]) -> list[str]:
    order, ahead = [], [root]
    while ahead:
        key = ahead.pop()
        order.append(key)
        ahead.extend(children.get(key, ()))
    return order[::-1]
