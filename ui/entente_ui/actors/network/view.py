"""The network as a mediator reads it: who links, who is alone, where it would part."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.domain.figures import Figures
from entente.domain.follow_up import COMMITMENT
from entente.domain.network import Pair
from entente.domain.relation import RELATION
from entente.i18n import _, ngettext
from entente.services import network
from entente.services.network import Reading, Situation
from entente_ui import formats
from entente_ui.actors.network import words
from entente_ui.actors.network.crossing_card import CrossingCard
from entente_ui.actors.network.dependence_card import DependenceCard
from entente_ui.actors.network.finding import People
from entente_ui.actors.network.ladder_card import LadderCard
from entente_ui.actors.network.work import FiguresWork
from entente_ui.kit import EmptyState, PlainLabel, ScrollArea, spaced
from entente_ui.look.theme import theme
from entente_ui.pane import Context, Selection
from entente_ui.pane_view import PaneView

if TYPE_CHECKING:
    from entente.store.journal import ChangeSet

_CONCERNED: Final = frozenset(
    {ACTOR.name, RELATION.name, RELATION.rating_name, COMMITMENT.name, COMMITMENT.rating_name}
)
#: Narrower than this, in px at 100 %, the cards stand below each other.
_TWO_COLUMNS: Final = 760
#: Ms after a change before it is read anew: several often come together.
_PAUSE: Final = 120
#: How long ago the ladder is compared with at first.
_AGO: Final = dt.timedelta(days=30)


class NetworkView(PaneView):
    """What the ties say, each finding with its figures one click away."""

    name = "network"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._on: dt.date | None = None
        self._is_old = True
        self._status = ""
        self._situation: Situation | None = None
        self._work = FiguresWork(context, self)
        self._reading = QTimer(self, singleShot=True, interval=_PAUSE)
        self.people = self._people_cards()
        self.crossing = CrossingCard(self)
        self.dependence = DependenceCard(self.select_person, self)
        self.ladder = LadderCard(self.select_person, self._today, self)
        notice = _("Only what may be projected is counted: private relations are left out.")
        self._notice = PlainLabel(notice, "muted", self, wrap=True)
        self._columns = spaced(QHBoxLayout(), 0, 12)
        self._worked_out = QWidget(self)
        self._pages = QStackedWidget(self)
        self._build()
        self._connect()

    @property
    @override
    def status(self) -> str:
        return self._status

    @override
    def show_as_of(self, day: dt.date | None) -> None:
        if day != self._on:
            self._on = day
            self.refresh()

    @override
    def state(self) -> Mapping[str, Any]:
        return {"side": [camp.value for camp in self.crossing.side]}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        side = state.get("side")
        if isinstance(side, Sequence) and not isinstance(side, str):
            self.crossing.set_side([str(camp) for camp in side])

    @Slot()
    def refresh(self) -> None:
        """Read the mission as it is; later, while this cannot be seen."""
        if not self.isVisible():
            self._is_old = True
            return
        self._is_old = False
        situation = self._read(self._on)
        self._situation = situation
        self._say_how_many(situation)
        self._notice.setVisible(self.context.document.is_presenting)
        if not situation.network.ties:
            self._pages.setCurrentIndex(1)
            return
        self._pages.setCurrentIndex(0)
        self.crossing.show_situation(situation)
        self._compare()
        self._work.ask(situation.network, self._show_figures)

    def select_person(self, key: str) -> None:
        """Select one person for the inspector."""
        self.selected.emit(Selection(ACTOR, (key,)))

    def _people_cards(self) -> dict[str, People]:
        titles = {
            "relays": _("Relays"),
            "weak_points": _("Points of rupture"),
            "isolated": _("Isolated"),
            "groups": _("Groups"),
            "alerts": _("Loyalty alerts"),
        }
        return {name: People(title, self.select_person, self) for name, title in titles.items()}

    def _build(self) -> None:
        inside = QWidget(self)
        page = spaced(QVBoxLayout(inside), (0, 4, 8, 16), 12)
        page.addWidget(self._notice)
        page.addWidget(self.crossing)
        for names in (("relays", "weak_points", "isolated"), ("alerts", "groups")):
            column = spaced(QVBoxLayout(), 0, 12)
            for each in names:
                column.addWidget(self.people[each])
            column.addStretch(1)
            self._columns.addLayout(column, 1)
        # There is nothing to read in them before the first figures are there.
        self._worked_out.hide()
        found = spaced(QVBoxLayout(self._worked_out), 0, 12)
        found.addLayout(self._columns)
        found.addWidget(self.dependence)
        page.addWidget(self._worked_out)
        page.addWidget(self.ladder)
        page.addStretch(1)
        self._pages.addWidget(ScrollArea(inside, self, name=_("What the network says")))
        self._pages.addWidget(
            EmptyState(
                "actors",
                _("No relation has been noted yet."),
                _("Draw relations on the map"),
                lambda: self.view_wanted.emit("map", ""),
                self,
                hint=_("From two or three relations on, the network begins to speak."),
            )
        )
        spaced(QVBoxLayout(self), (0, 8, 0, 0), 0).addWidget(self._pages)

    def _connect(self) -> None:
        document = self.context.document
        document.changed.connect(self._on_changed)
        document.viewer_changed.connect(self._on_viewer_changed)
        self._reading.timeout.connect(self.refresh)
        self.dependence.pair_chosen.connect(self._select_pair)
        self.ladder.compared.connect(self._compare)
        for card in (self.dependence, self.ladder):
            card.relations_wanted.connect(lambda: self.view_wanted.emit("register", ""))

    def _read(self, on: dt.date | None) -> Situation:
        document = self.context.document
        return document.read(lambda session: network.situation(session, document.viewer, on))

    def _today(self) -> dt.date:
        return self._on or self.context.document.read(lambda session: session.today)

    def _show_figures(self, figures: Figures) -> None:
        if self._situation is None:
            return
        reading = Reading(self._situation, figures)
        told = {
            "relays": words.relays,
            "weak_points": words.weak_points,
            "isolated": words.isolated,
            "groups": words.groups,
            "alerts": words.alerts,
        }
        for name, tell in told.items():
            self.people[name].show_told(tell(reading))
        self.dependence.show_reading(reading)
        self._worked_out.show()

    @Slot()
    def _compare(self) -> None:
        if self._situation is None:
            return
        since = self.ladder.since
        if since.value is None:
            since.set_value(self._today() - _AGO)
        self.ladder.show_situation(self._situation, self._read(since.value))

    @Slot(object)
    def _select_pair(self, pair: Pair) -> None:
        if self._situation is None:
            return
        relations = self._situation.relations
        keys = relations.get(pair) or relations.get((pair[1], pair[0])) or ()
        if keys:
            self.selected.emit(Selection(RELATION, tuple(keys)))

    def _say_how_many(self, situation: Situation) -> None:
        people = ngettext("{count} person", "{count} people", len(situation.people))
        ties = ngettext("{count} tie", "{count} ties", len(situation.network.ties))
        self._status = " · ".join(
            (
                people.format(count=formats.number(len(situation.people))),
                ties.format(count=formats.number(len(situation.network.ties))),
            )
        )
        self.status_changed.emit(self._status)

    @Slot()
    def _on_viewer_changed(self) -> None:
        # What was told to the mediator must be gone at once, not when the figures are ready.
        self._situation = None
        self._worked_out.hide()
        for card in self.people.values():
            card.show_told(words.Told(""))
        self.dependence.clear()
        self.refresh()

    @Slot(object)
    def _on_changed(self, change_set: "ChangeSet") -> None:
        if _CONCERNED & change_set.tables:
            self._reading.start()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_old:
            self.refresh()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme().px(_TWO_COLUMNS)
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
