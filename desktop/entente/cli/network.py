"""What `entente analyse FILE network` answers."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, Final

from entente.cli.answer import Answer, rounded, written
from entente.domain.network import Pair, Triad, WeakPoints
from entente.domain.sides import Crossing, crossing
from entente.domain.text import shorten
from entente.i18n import _, ngettext
from entente.services import network
from entente.services.network import Reading
from entente.store.session import Session

_NAME: Final = 60


def analyse(session: Session, on: dt.date | None) -> Answer:
    """Return who holds a network together, where it would part, and how its sides get on."""
    reading = network.read(session, on=on)
    across = crossing(reading.situation.network, reading.situation.of_camps())
    return Answer(_figures(reading, across), tuple(_lines(reading, across)))


def _figures(reading: Reading, across: Crossing) -> dict[str, Any]:
    told, found = _Told(reading), reading.figures
    return {
        "density": rounded(found.density),
        "actors": {
            told.ref(key): {
                "betweenness": rounded(one.betweenness),
                "degree": rounded(one.degree),
                "harmonic": rounded(one.harmonic),
                "ties": one.ties,
                "strength": rounded(one.strength),
            }
            for key, one in found.actors.items()
        },
        **told.weak_points(found.weak_points),
        "triads": {
            "balanced": len(found.triads.balanced),
            "unbalanced": len(found.triads.unbalanced),
        },
        "ei_index": {"all": rounded(across.index), "positive": rounded(across.positive_index)},
        "positive": told.weak_points(found.positive_weak_points),
        "quality": {
            "across": rounded(across.across.quality),
            "inside": rounded(across.inside.quality),
        },
        "unbalanced_triads": [told.refs(triad.actors) for triad in found.triads.unbalanced],
        "isolated": told.refs(found.isolated),
        "communities": [told.refs(group) for group in found.groups],
        "modularity": rounded(found.modularity),
        "single_points_of_failure": told.refs(found.dependence.single_points),
    }


def _lines(reading: Reading, across: Crossing) -> Iterator[str]:
    told, found = _Told(reading), reading.figures
    people = ngettext("{count} actor", "{count} actors", len(reading.situation.people))
    ties = ngettext("{count} tie", "{count} ties", len(reading.situation.network.ties))
    yield _("{people}, {ties}, density {density}").format(
        people=people.format(count=len(reading.situation.people)),
        ties=ties.format(count=len(reading.situation.network.ties)),
        density=written(found.density),
    )
    several = (
        (_("Relays: {names}"), told.names(found.relays)),
        (_("Isolated: {names}"), told.names(found.isolated)),
        (_("The network would part without: {names}"), told.names(found.weak_points.actors)),
        (_("Held by one tie: {names}"), told.pairs(found.weak_points.bridges)),
        (
            _("Good relations would part without: {names}"),
            told.names(found.positive_weak_points.actors),
        ),
    )
    for line, names in several:
        yield line.format(names=names or "–")
    for number, group in enumerate(found.groups, 1):
        yield _("Group {number}: {names}").format(number=number, names=told.names(group))
    yield _("Triads: {balanced} balanced, {unbalanced} unbalanced").format(
        balanced=len(found.triads.balanced), unbalanced=len(found.triads.unbalanced)
    )
    yield from map(told.alert, found.triads.unbalanced)
    yield _("E–I index between IT and the others: {all}, good relations alone {positive}").format(
        all=written(across.index), positive=written(across.positive_index)
    )
    yield _("Mean quality: {across} across, {inside} inside").format(
        across=written(across.across.quality), inside=written(across.inside.quality)
    )


class _Told:
    """Says who is meant."""

    def __init__(self, reading: Reading) -> None:
        self._people = reading.situation.people

    def ref(self, key: str) -> str:
        return self._people[key].ref

    def refs(self, keys: Iterable[str]) -> list[str]:
        return [self.ref(key) for key in keys]

    def name(self, key: str) -> str:
        return f"{self.ref(key)} {shorten(self._people[key].name, _NAME)}"

    def names(self, keys: Iterable[str]) -> str:
        return ", ".join(map(self.name, keys))

    def pairs(self, pairs: Iterable[Pair]) -> str:
        return ", ".join(" – ".join(map(self.name, pair)) for pair in pairs)

    def weak_points(self, weak: WeakPoints) -> dict[str, Any]:
        return {
            "articulation_points": self.refs(weak.actors),
            "bridges": [self.refs(pair) for pair in weak.bridges],
        }

    def alert(self, triad: Triad) -> str:
        three = " – ".join(map(self.name, triad.actors))
        if not triad.pressed:
            return f"  {three}"
        said = _("{three}: {pressed} may be pressed to take sides")
        return "  " + said.format(three=three, pressed=self.name(triad.pressed))
