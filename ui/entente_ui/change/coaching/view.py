"""The tab of supports: the people at the left, the support of one of them beside."""

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.domain.coaching.records import COACHING_TRACK
from entente.domain.text import natural_key
from entente.i18n import _, ngettext
from entente.services import coaching, coaching_guard
from entente_ui.change.coaching.deeds import Deeds
from entente_ui.change.coaching.limits import LimitsDialog
from entente_ui.change.coaching.page import TrackPage
from entente_ui.change.coaching.withdrawing import Withdrawing
from entente_ui.change.coaching.words import track_line
from entente_ui.formats import number
from entente_ui.kit import (
    EmptyState,
    FlowLayout,
    Menu,
    PrimaryButton,
    QuietButton,
    ScrollArea,
    make_action,
    sized,
    spaced,
)
from entente_ui.kit.line_list import LineList
from entente_ui.look.theme import theme
from entente_ui.pane import Context, Selection
from entente_ui.pane_view import ReadingView

_FILLED, _EMPTY, _PRIVATE = range(3)
#: Px at 100 %: the list, and what is left above a card brought into view.
_LIST: Final = 204
_EDGE: Final = 24


class CoachingView(ReadingView):
    """The supports of people; nothing of them is there while others look.

    Attributes:
        lines: The people.
        page: The support of one of them.
        deeds: Writes.
        withdrawing: Erases a support for good.
    """

    name = "coaching"
    tables = frozenset({ACTOR.name, *coaching_guard.KINDS})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.deeds = Deeds(context)
        self.withdrawing = Withdrawing(context, self)
        self._found: tuple[coaching.Line, ...] = ()
        self._wanted = ""
        self.add_button = PrimaryButton(_("Support somebody"), self.add_record, self)
        self.limits_button = QuietButton(
            _("Limits of the role"), self.show_limits, self, icon_name="info-circle"
        )
        self.lines = LineList(_("Supports of people"), self)
        self.page = TrackPage(context, self.deeds, self._withdraw, self)
        self._area = ScrollArea(self.page, self, name=_("Support of a person"))
        self._pages = QStackedWidget(self)
        self._build()
        self.lines.chosen.connect(self._choose)
        self.page.card_opened.connect(self._bring_into_view)

    def _build(self) -> None:
        bar = spaced(FlowLayout(), 0, 8)
        bar.addWidget(self.add_button)
        bar.addWidget(self.limits_button)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.lines)
        split.addWidget(self._area)
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        sized(self.lines, width=_LIST)
        filled = QWidget(self)
        inside = spaced(QVBoxLayout(filled), 0, 8)
        inside.addLayout(bar)
        inside.addWidget(split, 1)
        empty = EmptyState(
            "actors",
            _("Nobody is supported yet."),
            _("Support somebody"),
            self.add_record,
            self,
            hint=_(
                "A person who wants it, an agreement of three, goals of the person: nobody but the "
                "two of you reads what is noted."
            ),
        )
        empty.add_button(
            QuietButton(_("Limits of the role"), self.show_limits, empty, icon_name="info-circle")
        )
        private = EmptyState("found-nothing", _("Hidden during a presentation."), parent=self)
        for each in (filled, empty, private):
            self._pages.addWidget(each)
        spaced(QVBoxLayout(self), (0, 8, 0, 0), 0).addWidget(self._pages)

    @property
    @override
    def status(self) -> str:
        if self.context.document.is_presenting:
            return ""
        count = len(self._found)
        return ngettext("{count} person supported", "{count} people supported", count).format(
            count=number(count)
        )

    @override
    def refresh(self) -> None:
        document = self.context.document
        if document.is_presenting:
            # Not even how many there are is known to a room.
            self._found = ()
            self.lines.show_lines((), "")
            self._pages.setCurrentIndex(_PRIVATE)
            self.selected.emit(None)
            return
        self._found = document.read(coaching.tracks)
        self._pages.setCurrentIndex(_FILLED if self._found else _EMPTY)
        self.lines.show_lines([track_line(line) for line in self._found], self._key)
        self._show()

    @property
    def _key(self) -> str:
        return self._wanted or self.lines.key

    def _choose(self, key: str) -> None:
        self._wanted = key
        self._show()

    def _show(self) -> None:
        key = self.lines.key
        self._wanted = key
        track = self.context.document.read(partial(coaching.read, key=key)) if key else None
        self._area.setVisible(track is not None)
        if track is None:
            self.selected.emit(None)
            return
        self.page.show_track(track)
        self.selected.emit(Selection(COACHING_TRACK, (key,)))

    @override
    def add_record(self) -> bool:
        """Offer the actors nobody supports yet."""
        if self.context.document.is_presenting:
            return False
        menu = Menu(_("Support somebody"), self)
        people = self.deeds.people()
        for key in sorted(people, key=lambda each: natural_key(people[each])):
            menu.addAction(people[key].replace("&", "&&"), partial(self.begin, key))
        if not people:
            menu.addAction(_("There are no actors yet.")).setEnabled(False)
        button = self.add_button if self.add_button.isVisible() else self
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))
        return True

    def begin(self, actor: str) -> None:
        """Prepare the support of an actor and show it."""
        key = self.deeds.begin(actor)
        if key:
            self.reveal(COACHING_TRACK.name, key)

    def show_limits(self) -> None:
        """Say what the role is not, and where to turn instead."""
        LimitsDialog(self.window()).exec()

    @override
    def offered(self) -> tuple[QAction, ...]:
        return (make_action(self, _("Limits of the role"), self.show_limits),)

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        if self.context.document.is_presenting:
            return True
        owner = self.context.document.read(partial(coaching_guard.owner, kind=record_type, key=key))
        self.read_now()
        self.lines.choose(owner)
        self._choose(owner)
        if record_type != COACHING_TRACK.name:
            self.page.focus_on(key)
        return True

    @override
    def print_out(self) -> None:
        if not self.context.document.is_presenting and self.lines.key:
            self.page.print_sheet()

    @override
    def state(self) -> Mapping[str, Any]:
        return {"track": self.lines.key}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        self._wanted = str(state.get("track") or "")

    def _bring_into_view(self, card: QWidget) -> None:
        # Where it stands is known once its form has found room.
        show = partial(self._area.ensureWidgetVisible, card, 0, theme().px(_EDGE))
        QTimer.singleShot(0, card, show)

    def _withdraw(self) -> None:
        track = self.page.track
        if track is not None:
            self.withdrawing.begin(track.id, track.values["ref"])
