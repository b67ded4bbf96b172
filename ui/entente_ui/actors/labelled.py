"""Names on a drawn sheet, clear of tokens and of one another."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from entente.domain.labelling import Label, place_labels
from entente.domain.placement import Box, Point, around
from entente_ui.actors.frame import Layout, Score
from entente_ui.actors.stands import Arrangement, Crowd, Stand

#: Tokens beyond which names are only shortened, and beyond which there are none at all:
#: looking for room where there is none takes long.
_BRIEF: Final = 70
SILENT: Final = 130
#: Place and radius of the letter of the camp, in radii of the token.
BADGE_OFF: Final = 0.74
BADGE_SIZE: Final = 0.41


def labelled(
    frame: Layout,
    radius: float,
    halo: float,
    lone: Sequence[tuple[Stand, Point]],
    crowds: tuple[Crowd, ...],
) -> Arrangement:
    """Return these places, with a place for each name that finds one."""
    points = {stand.key: point for stand, point in lone}
    first = -1 if len(lone) > _BRIEF else 0
    named = [(stand, point) for stand, point in lone if stand.sizes]
    if not 0 < len(named) <= SILENT:
        return Arrangement(radius, points, crowds)
    taken = [
        *frame.kept_clear(),
        *(around(each.point, radius) for each in crowds),
        *(badge_box(point, radius) for point in points.values()),
    ]
    labels: dict[str, Label] = {}
    for bounds, group in _by_room(frame, named):
        own = {stand.key for stand, _ in group}
        others = [around(point, radius) for key, point in points.items() if key not in own]
        found = place_labels(
            [point for _, point in group],
            radius + halo,
            [stand.sizes[first:] for stand, _ in group],
            bounds,
            (*taken, *others),
        )
        for (stand, _), label in zip(group, found, strict=True):
            if label is not None:
                choice = range(len(stand.sizes))[first:][label.choice]
                labels[stand.key] = replace(label, choice=choice)
                taken.append(label.box)
    return Arrangement(radius, points, crowds, labels)


def _by_room(
    frame: Layout, named: Sequence[tuple[Stand, Point]]
) -> Iterable[tuple[Box, Sequence[tuple[Stand, Point]]]]:
    """Return those whose names share a room, with that room.

    Where places are large a name belongs inside its own: outside it would tell of another.
    """
    if not frame.is_airy:
        return [(frame.names(named[0][0].score), named)]
    groups: dict[Score, list[tuple[Stand, Point]]] = defaultdict(list)
    for stand, point in named:
        groups[stand.score].append((stand, point))
    return [(frame.names(score), group) for score, group in groups.items()]


def badge_box(token: Point, radius: float) -> Box:
    """Return what the letter of the camp fills, on the upper right of a token."""
    x, y = token
    return around((x + radius * BADGE_OFF, y - radius * BADGE_OFF), radius * BADGE_SIZE)
