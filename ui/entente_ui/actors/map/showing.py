"""Who is shown of a map, with which relations, and where each stands."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from entente.domain.canvas_layout import CARD_HEIGHT, Spot, free_spot, grouped, within_steps
from entente.services.maps import MapActor, MapData, MapRelation
from entente_ui.actors.map.filters import MapFilter


@dataclass(frozen=True, slots=True)
class Shown:
    """Choices about what is shown.

    Attributes:
        focus: Key of the actor in focus; empty for nobody.
        steps: How far from the focus.
    """

    filter: MapFilter = field(default_factory=MapFilter)
    focus: str = ""
    steps: int = 1


@dataclass(frozen=True, slots=True)
class Choice:
    """What there is of a map after somebody has chosen.

    Attributes:
        people: Who is shown.
        faded: Keys of those who step back.
        relations: Those between people shown who do not step back.
    """

    people: Sequence[MapActor]
    faded: frozenset[str]
    relations: Sequence[MapRelation]


def choose(data: MapData, shown: Shown) -> Choice:
    """Decide who is shown, and who steps back."""
    chosen, focus = shown.filter, shown.focus
    hidden = {place.key for place in data.places.values() if place.hidden}
    people = [a for a in data.actors if a.id not in hidden]
    if chosen.folded:
        people = [a for a in people if a.organisation_id not in chosen.folded]
    admitted = [relation for relation in data.relations if chosen.admits(relation)]
    if focus and any(actor.id == focus for actor in data.actors):
        ties = ((relation.from_id, relation.to_id) for relation in admitted)
        near = within_steps(focus, ties, shown.steps)
        people = [a for a in people if a.id in near]
    if chosen.tied:
        tied = {key for relation in admitted for key in (relation.from_id, relation.to_id)}
        people = [a for a in people if a.id in tied]
    camps = chosen.camps
    faded = frozenset(a.id for a in people if camps and a.camp not in camps)
    keys = {a.id for a in people}
    relations = [
        r
        for r in admitted
        if r.from_id in keys
        and r.to_id in keys
        and not (camps and (r.from_id in faded or r.to_id in faded))
    ]
    return Choice(people, faded, relations)


def placed(data: MapData) -> tuple[dict[str, tuple[float, float]], tuple[str, ...]]:
    """Return where everybody stands, and the keys of those whose place is not kept yet."""
    at: dict[str, tuple[float, float]] = {
        place.key: (place.x, place.y) for place in data.places.values()
    }
    new = [actor for actor in data.actors if actor.id not in at]
    if len(new) == len(data.actors):
        at |= grouped([(actor.id, actor.organisation_id) for actor in new])
    elif new:
        at |= _beside(data, at, new)
    return at, tuple(actor.id for actor in new)


def _beside(
    data: MapData, at: dict[str, tuple[float, float]], new: Sequence[MapActor]
) -> dict[str, Spot]:
    """Return places for newcomers: near their colleagues, or below everybody."""
    known = [actor for actor in data.actors if actor.id in at]
    near: dict[str, tuple[float, float]] = {
        actor.organisation_id: at[actor.id] for actor in known if actor.organisation_id
    }
    taken: list[Spot] = [(round(x), round(y)) for x, y in (at[actor.id] for actor in known)]
    lowest = max((y for _, y in taken), default=0) + 2 * CARD_HEIGHT
    leftmost = min((x for x, _ in taken), default=0)
    found: dict[str, Spot] = {}
    for actor in new:
        # Empty for those without an organisation, who belong to nobody.
        wish = near.get(actor.organisation_id, (leftmost, lowest))
        spot = found[actor.id] = free_spot((round(wish[0]), round(wish[1])), taken)
        taken.append(spot)
        if actor.organisation_id:
            near[actor.organisation_id] = spot
    return found
