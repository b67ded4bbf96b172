"""Arrangements of the whole map; what is pinned stays where it was put."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from entente.domain.actor import Camp
from entente.domain.canvas_layout import Spot, free_spot, grouped
from entente.i18n import N_
from entente_ui.actors.map.chart import Chart

Places: TypeAlias = dict[str, Spot]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A way to arrange the map.

    Attributes:
        name: For settings and tests.
        label: What people see, in English; translated when shown.
        icon: Name of its icon.
        places: Returns a place for each actor shown.
    """

    name: str
    label: str
    icon: str
    places: Callable[[Chart], Places]


def by_organisation(chart: Chart) -> Places:
    """Return the people of each organisation side by side."""
    return grouped([(actor.id, actor.organisation_id) for actor in chart.actors.values()])


def by_camp(chart: Chart) -> Places:
    """Return the actors of each camp side by side."""
    order = [camp.value for camp in Camp]
    people = sorted(
        chart.actors.values(),
        key=lambda actor: order.index(actor.camp) if actor.camp in order else len(order),
    )
    return grouped([(actor.id, actor.camp) for actor in people])


ARRANGEMENTS: Final = (
    Arrangement(
        "organisation", N_("Arrange by organisation"), "building-community", by_organisation
    ),
    Arrangement("camp", N_("Arrange by camp"), "flag", by_camp),
)


def arranged(chart: Chart, arrangement: Arrangement) -> Places:
    """Return where everybody shown goes; what is pinned stays, and nobody is put on it."""
    pinned = {
        key for key, place in chart.data.places.items() if place.pinned and key in chart.actors
    }
    wished = arrangement.places(chart)
    taken = [(round(chart.at[key][0]), round(chart.at[key][1])) for key in pinned]
    if not taken:
        return wished
    places: Places = {}
    for key, spot in wished.items():
        if key not in pinned:
            places[key] = free_spot(spot, taken)
            taken.append(places[key])
    return places
