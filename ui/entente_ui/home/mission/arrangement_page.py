"""The arrangement around the project: what is due, whom it concerns, the ladder."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.climate.survey import QUESTIONNAIRE, WAVE
from entente.domain.relation import RELATION
from entente.domain.start.arrangement import ARRANGEMENT, ARRANGEMENT_ACTOR, RESOLUTION_STEP
from entente.domain.start.cadence import Due
from entente.i18n import _
from entente.services import arrangement_calendar, arrangement_standing
from entente.services.arrangement import Rung
from entente.services.arrangement_standing import Standing
from entente_ui import calendar_files
from entente_ui.formats import listing, long_date
from entente_ui.home.mission.arrangement_words import (
    made_words,
    period,
    rung_words,
    saved_words,
)
from entente_ui.kit import (
    Card,
    EmptyState,
    FlowLayout,
    LinkButton,
    PlainLabel,
    PrimaryButton,
    QuietButton,
    ScrollArea,
    SecondaryButton,
    make_action,
    spaced,
)
from entente_ui.look.theme import theme
from entente_ui.pane import Context, Selection, paper
from entente_ui.pane_view import ReadingView
from entente_ui.registers.inspecting import focus_inspector

_THERE, _NONE, _PRIVATE = range(3)
_PAPER: Final = "arrangement"
#: Px at 100 % between two columns.
_BETWEEN: Final = 20


class ArrangementPage(ReadingView):
    """How the arrangement stands.

    Attributes:
        standing: What was read; None while there is none, or none for the viewer.
    """

    name = "arrangement"
    tables = frozenset(
        {
            *(ARRANGEMENT.name, ARRANGEMENT_ACTOR.name, RESOLUTION_STEP.name, "actor"),
            *(QUESTIONNAIRE.name, WAVE.name, RELATION.name, RELATION.rating_name),
        }
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.standing: Standing | None = None
        content = QWidget(self)
        content.setProperty("page", "true")
        self._column = spaced(QVBoxLayout(content), (0, 0, 0, 20), 14)
        self._bar = self._buttons(content)
        self._column.addLayout(self._bar)
        self._cards: list[Card] = []
        self._column.addStretch(1)
        self._stack = QStackedWidget(self)
        empty = EmptyState(
            "documents",
            _("No arrangement has been put in place yet."),
            _("Put the arrangement in place"),
            self.begin,
            self,
            hint=_("Who, what is looked at and how often, whom one turns to: fifteen minutes"),
        )
        private = EmptyState("found-nothing", _("Nothing here is public."), parent=self)
        area = ScrollArea(content, self, name=_(ARRANGEMENT.label))
        for page in (area, empty, private):
            self._stack.addWidget(page)
        spaced(QVBoxLayout(self), 0, 0).addWidget(self._stack)

    def _buttons(self, parent: QWidget) -> FlowLayout:
        bar = spaced(FlowLayout(), 0, 10)
        self._writing = (
            PrimaryButton(_("Document to sign"), self.open_paper, parent, icon_name="file-text"),
            SecondaryButton(
                _("For the calendar…"), self.save_calendar, parent, icon_name="calendar-plus"
            ),
            SecondaryButton(_("Change the arrangement"), self.edit, parent, icon_name="pencil"),
            QuietButton(_("Put another in place…"), self.begin, parent),
        )
        for button in self._writing:
            bar.addWidget(button)
        return bar

    @override
    def refresh(self) -> None:
        document = self.context.document
        self.standing = document.read(lambda s: arrangement_standing.overview(s, document.viewer))
        for card in self._cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = []
        if self.standing is None:
            self._stack.setCurrentIndex(_PRIVATE if document.is_presenting else _NONE)
            return
        for button in self._writing:
            button.setVisible(not document.is_presenting)
        self._cards = list(self._told(self.standing))
        for place, card in enumerate(self._cards, 1):
            self._column.insertWidget(place, card)
        self._stack.setCurrentIndex(_THERE)

    def _told(self, standing: Standing) -> Sequence[Card]:
        cards = [self._due(standing), self._people(standing)]
        if standing.rungs:
            cards.append(self._ladder(standing.rungs))
        for title, name in (
            (_("What is looked at in a relation"), "relation_grid"),
            (_("Who reads what"), "who_reads"),
        ):
            if standing.record[name]:
                card = Card(title, self)
                card.body.addWidget(PlainLabel(standing.record[name], "body", card, wrap=True))
                cards.append(card)
        return cards

    def _due(self, standing: Standing) -> Card:
        card = Card(period(standing), self)
        signed = standing.record["signed_on"]
        words = (
            _("Signed on {day}").format(day=long_date(signed)) if signed else _("Not signed yet")
        )
        card.body.addWidget(PlainLabel(words, "muted", card))
        last = standing.reviewed_on
        told = _("last rated on {day}").format(day=long_date(last)) if last else ""
        rows = (
            (_("Next review of relations"), standing.review, told, self._go_relations),
            (_("Next wave"), standing.wave, standing.questionnaire, self._go_wave),
        )
        grid = spaced(QGridLayout(), 0, 8)
        grid.setHorizontalSpacing(theme().px(_BETWEEN))
        for row, (label, due, detail, go) in enumerate(rows):
            link = LinkButton(_("Go there"), go, card)
            link.setAccessibleName(_("Go there: {what}").format(what=label))
            link.setVisible(due is not None)
            grid.addWidget(PlainLabel(label, "strong", card, wrap=True), 2 * row, 0)
            grid.addWidget(_due_label(due, card), 2 * row, 1)
            grid.addWidget(link, 2 * row, 2)
            if detail:
                grid.addWidget(PlainLabel(detail, "muted", card, wrap=True), 2 * row + 1, 0, 1, 3)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 2)
        card.body.addLayout(grid)
        return card

    def _people(self, standing: Standing) -> Card:
        card = Card(_("Whom it concerns"), self)
        signing = [seat.name for seat in standing.seats if seat.signs and seat.name]
        others = [seat.name for seat in standing.seats if not seat.signs and seat.name]
        for label, names in ((_("Who signs"), signing), (_("Concerned as well"), others)):
            if names:
                words = _("{label}: {value}").format(label=label, value=listing(names))
                card.body.addWidget(PlainLabel(words, "body", card, wrap=True))
        return card

    def _ladder(self, rungs: Sequence[Rung]) -> Card:
        card = Card(_("Ladder of resolution"), self)
        grid = spaced(QGridLayout(), 0, 6)
        grid.setHorizontalSpacing(theme().px(_BETWEEN))
        heads = (_("Step"), _("Level"), _("Who is seized"), _("Within"), _("From a"))
        for column, words in enumerate(heads):
            grid.addWidget(PlainLabel(words, "small-strong", card), 0, column)
        for row, rung in enumerate(rungs, 1):
            for column, words in enumerate(rung_words(row, rung)):
                grid.addWidget(PlainLabel(words or "–", "body", card, wrap=True), row, column)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(2, 2)
        card.body.addLayout(grid)
        return card

    @Slot()
    def begin(self) -> None:
        """Open the assistant."""
        from entente_ui.home.mission.assistant.dialog import (  # noqa: PLC0415  # when asked for
            ArrangementDialog,
        )

        if self.context.document.is_presenting:
            return
        dialog = ArrangementDialog(self.context, self.window())
        dialog.exec()
        if dialog.made is not None:
            self.read_now()
            self.context.toast(made_words(dialog.made.waves), True)
        dialog.deleteLater()

    @Slot()
    def open_paper(self) -> None:
        """Prepare the document that is signed."""
        if self.standing is not None:
            self.context.reveal(paper(_PAPER), self.standing.key)

    @Slot()
    def save_calendar(self) -> None:
        """Write the days of the arrangement into a calendar file."""
        if self.standing is None:
            return
        query = partial(arrangement_calendar.events, key=self.standing.key)
        made = self.context.document.read(lambda s: (query(s), s.now))
        path = calendar_files.ask_path(self.window(), _(ARRANGEMENT.label))
        if path is not None:
            label = _("Export: calendar of the arrangement")
            calendar_files.write(self.context, made, path, label, saved_words)

    @Slot()
    def edit(self) -> None:
        """Have it changed in the inspector."""
        if self.standing is not None:
            self.selected.emit(Selection(ARRANGEMENT, (self.standing.key,)))
            focus_inspector(self.window())

    def _go_relations(self) -> None:
        self.context.reveal(RELATION.name, "")

    def _go_wave(self) -> None:
        if self.standing is not None:
            self.context.reveal(WAVE.name, self.standing.wave_id)

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        kinds = {kind.name: kind for kind in (ARRANGEMENT, RESOLUTION_STEP)}
        if record_type not in kinds:
            return False
        self.read_now()
        self.selected.emit(Selection(kinds[record_type], (key,)))
        return True

    @override
    def add_record(self) -> bool:
        self.begin()
        return True

    @override
    def print_out(self) -> None:
        self.open_paper()

    @override
    def offered(self) -> Sequence[QAction]:
        if self.context.document.is_presenting or self.standing is None:
            return ()
        ways: tuple[tuple[str, Callable[[], None]], ...] = (
            (_("Document to sign"), self.open_paper),
            (_("For the calendar…"), self.save_calendar),
        )
        return [make_action(self, words, way) for words, way in ways]


def _due_label(due: Due | None, parent: QWidget) -> PlainLabel:
    if due is None:
        return PlainLabel(_("no rhythm set"), "muted", parent)
    if not due.is_late:
        return PlainLabel(long_date(due.on), "body", parent)
    words = _("{day}, overdue").format(day=long_date(due.on))
    return PlainLabel(words, "error", parent)
