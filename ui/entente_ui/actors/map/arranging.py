"""Arrangements of the whole map; what is pinned stays where it was put."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import QObject, Signal

from entente.domain.canvas_layout import CARD_HEIGHT, CARD_WIDTH, Spot, grouped, snapped
from entente.i18n import N_, _
from entente_ui.actors.map.chart import Chart
from entente_ui.background import was_cancelled

if TYPE_CHECKING:
    from entente.domain.layouts import Point
    from entente_ui.actors.map.view import MapView
    from entente_ui.background import Report

Places: TypeAlias = dict[str, Spot]

#: What each keeps free around its middle.
_ROOM: Final = (CARD_WIDTH + 48.0, CARD_HEIGHT + 40.0)
_SCREEN: Final = (1600.0, 850.0)
#: More people than this are arranged while one can go on working.
_AT_ONCE: Final = 200


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A way to arrange the map.

    Attributes:
        name: The `Layout` it stands for.
        label: What people see, in English; translated when shown.
        icon: Name of its icon.
        boxes: Whether the organisations can be drawn around their people afterwards.
    """

    name: str
    label: str
    icon: str
    boxes: bool = False


ARRANGEMENTS: Final = (
    Arrangement("organisation", N_("Arrange by organisation"), "building-community", boxes=True),
    Arrangement("camp", N_("Arrange by camp"), "flag"),
    Arrangement("force", N_("Arrange by closeness"), "affiliate"),
    Arrangement("circle", N_("Arrange in a circle"), "route"),
    Arrangement("hierarchy", N_("Arrange by hierarchy"), "stairs"),
    Arrangement("influence", N_("Arrange around the most powerful"), "target"),
)


class Arranger(QObject):
    """Works arrangements out, a large one while one can go on working.

    Signals:
        shown: Emitted with the places on the way to the last ones.
    """

    shown = Signal(object)

    def __init__(self, view: "MapView") -> None:
        super().__init__(view)
        self._view = view
        self._last: Places = {}
        self.shown.connect(self._preview)

    def start(self, arrangement: Arrangement) -> None:
        """Arrange everybody shown; what is pinned stays."""
        chart = self._view.canvas.chart
        work = pictures(chart, arrangement)
        if arrangement.name != "force" or len(chart.actors) <= _AT_ONCE:
            *_way, last = work()
            self._keep(arrangement, last)
            return
        emit = self.shown.emit

        def run(report: "Report") -> Places:
            last: Places = {}
            for number, places in enumerate(work()):
                last = places
                emit(places)
                report(min(95, 10 * (number + 1)))
            return last

        self._last = {}
        self._view.context.background.start(
            _("Arranging the map…"),
            run,
            done=lambda places: self._keep(arrangement, places),
            failed=lambda error: self._failed(arrangement, error),
        )

    def _preview(self, places: Places) -> None:
        canvas = self._view.canvas
        if not self._last:
            canvas.shift(places)
            canvas.fit()
        self._last = places
        canvas.shift(places)

    def _keep(self, arrangement: Arrangement, places: Places) -> None:
        self._last = {}
        self._view.work.keep_arrangement(arrangement, places)

    def _failed(self, arrangement: Arrangement, error: BaseException) -> None:
        if was_cancelled(error) and self._last:
            self._keep(arrangement, self._last)
            return
        self._view.refresh()
        if not was_cancelled(error):
            self._view.context.tell(error)


def pictures(chart: Chart, arrangement: Arrangement) -> Callable[[], Iterator[Places]]:
    """Return work that yields arrangements, the last one best; it holds plain values only."""
    pinned = {
        key: chart.at[key]
        for key, place in chart.data.places.items()
        if place.pinned and key in chart.actors
    }
    if arrangement.name == "organisation" and not pinned:
        members = [(actor.id, actor.organisation_id) for actor in chart.actors.values()]
        return lambda: iter([grouped(members)])
    people = [(a.id, a.camp, a.organisation_id, a.power) for a in chart.actors.values()]
    ties = [(r.from_id, r.to_id, r.kind == "hierarchical") for r in chart.relations]

    def work() -> Iterator[Places]:
        from entente.domain import layouts  # noqa: PLC0415  # needs numpy

        nodes = [layouts.Node(*person) for person in people]
        links = [layouts.Link(*tie) for tie in ties]
        kind = layouts.Layout(arrangement.name)
        if kind is layouts.Layout.FORCE:
            ground = layouts.Ground(_SCREEN, _ROOM, pinned)
            for places in layouts.refine(nodes, links, ground):
                yield _on_grid(places, pinned)
        else:
            places = layouts.layout(kind, nodes, links, _SCREEN, pinned, _ROOM)
            yield _on_grid(places, pinned)

    return work


def _on_grid(places: Mapping[str, "Point"], pinned: Mapping[str, "Point"]) -> Places:
    return {key: (snapped(x), snapped(y)) for key, (x, y) in places.items() if key not in pinned}
