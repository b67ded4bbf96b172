"""The page one starts from: the mission in short and what wants attention."""

import datetime as dt
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.mission import MISSION
from entente.i18n import _
from entente_ui import formats
from entente_ui.home.leading import LeadingView
from entente_ui.home.pages import SHEET
from entente_ui.home.today import sections
from entente_ui.home.today.coming import coming_rows
from entente_ui.home.today.data import Today, gather, gather_news
from entente_ui.home.today.news import signal_rows, since_rows, since_title
from entente_ui.kit import Card, PlainLabel, QuietButton, ScrollArea, SecondaryButton, spaced
from entente_ui.look.icons import IconName
from entente_ui.look.theme import theme
from entente_ui.pane import Context, paper
from entente_ui.turns import in_turns

if TYPE_CHECKING:
    from entente.store.journal import ChangeSet

#: Narrower than this, in px at 100 %, the parts stand below each other.
_TWO_COLUMNS: Final = 780
#: Narrower than this, so do the buttons of the head.
_BUTTONS: Final = 720
_CHANGES: Final = 6
#: The place this view is of.
_HERE: Final = "home"


class TodayView(LeadingView):
    """What the mission is, and what wants attention."""

    name = "today"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._key = ""
        content = QWidget(self)
        content.setProperty("page", "true")
        area = ScrollArea(content, self, name=_("Today"))
        spaced(QVBoxLayout(self), 0, 0).addWidget(area)
        page = spaced(QVBoxLayout(content), (0, 12, 0, 20), 14)
        page.addLayout(self._head())
        self._mission = self._mission_card()
        page.addWidget(self._mission)
        self._first = sections.Part(_("First steps"), self)
        self._coming = sections.Part(_("Coming up"), self)
        self._attention = sections.Part(_("Wants attention"), self)
        self._signals = sections.Part(_("Weak signals"), self)
        self._since = sections.Part("", self)
        self._difficulties = sections.Part(_("Difficulties by stage"), self)
        self._steps = sections.Part(_("Next steps"), self)
        self._changes = sections.Part(_("Last changes"), self)
        self._calm = PlainLabel(_("Nothing is overdue, nothing has gone stale."), "muted", self)
        self._columns = spaced(QHBoxLayout(), 0, 20)
        self._columns.addLayout(
            self._column(
                *(self._first, self._coming, self._attention, self._calm, self._signals),
            ),
            1,
        )
        self._columns.addLayout(
            self._column(self._difficulties, self._steps, self._since, self._changes), 1
        )
        page.addLayout(self._columns)
        page.addStretch(1)
        context.document.changed.connect(self._on_changed)
        context.document.viewer_changed.connect(self._refresh)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._refresh_if_shown)

    def _head(self) -> QLayout:
        words = spaced(QVBoxLayout(), 0, 0)
        self._date = PlainLabel("", "muted", self)
        words.addWidget(PlainLabel(_("Today"), "title", self))
        words.addWidget(self._date)
        self._note = SecondaryButton(
            _("Note a difficulty in one line…"),
            partial(self.wanted.emit, "capture"),
            self,
            icon_name=IconName.PENCIL,
        )
        state = SecondaryButton(
            _("Print the state of the mission"),
            partial(self.context.reveal, paper("state"), ""),
            self,
            icon_name=IconName.PRINTER,
        )
        self._buttons = spaced(QHBoxLayout(), 0, 8)
        for button in (state, self._note):
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        head = spaced(QHBoxLayout(), 0, 8)
        head.addLayout(words, 1)
        head.addLayout(self._buttons)
        return head

    def _mission_card(self) -> Card:
        card = Card("", self)
        row = spaced(QHBoxLayout(), 0, 12)
        words = spaced(QVBoxLayout(), 0, 2)
        self._name = PlainLabel("", "heading", card, wrap=True)
        self._facts = PlainLabel("", "muted", card, wrap=True)
        self._project = PlainLabel("", "body", card, wrap=True)
        for label in (self._name, self._facts, self._project):
            words.addWidget(label)
        row.addLayout(words, 1)
        self._edit = QuietButton(
            _("Mission sheet"), self._show_sheet, card, icon_name=IconName.PENCIL
        )
        side = spaced(QVBoxLayout(), 0, 0)
        side.addWidget(self._edit)
        side.addStretch(1)
        row.addLayout(side)
        card.body.addLayout(row)
        return card

    @staticmethod
    def _column(*parts: QWidget) -> QVBoxLayout:
        column = spaced(QVBoxLayout(), 0, 16)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        return column

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # The day may have changed while another page was shown.
        self._soon.start()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme().px(_TWO_COLUMNS)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(across if wide else down)
        has_room = self.width() >= theme().px(_BUTTONS)
        self._buttons.setDirection(across if has_room else down)

    def _on_changed(self, _changes: "ChangeSet") -> None:
        if self.isVisible():
            self._soon.start()

    def _refresh_if_shown(self) -> None:
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        document = self.context.document
        today = document.read(lambda session: gather(session, document.viewer))
        self._show_mission(today)
        reveal, go = self.context.reveal, self._go
        steps = sections.first_steps(today)
        self._first.show_rows([] if document.is_presenting else sections.first_step_rows(steps, go))
        rows = sections.attention_rows(today, reveal, go)
        self._attention.show_rows(rows)
        self._calm.setVisible(not rows and today.counts["actors"] > 0)
        self._coming.show_rows(coming_rows(today.ahead, today.on, reveal))
        self._note.setVisible(not document.is_presenting)
        self._difficulties.show_rows(sections.difficulty_rows(today, reveal))
        self._steps.show_rows(sections.step_rows(today, reveal))
        self._show_changes()
        if document.is_presenting:
            # Nobody may catch a glimpse of what was there.
            for part in (self._signals, self._since):
                part.show_rows([])
        in_turns(self, self._slower_parts())

    def _slower_parts(self) -> Iterator[None]:
        """Show what takes longer to read, once the rest is there, if the mission still is."""
        document = self.context.document
        if not self.isVisible():
            return
        news = document.read(lambda session: gather_news(session, document.viewer))
        self._signals.show_rows(signal_rows(news, self._go))
        self._since.call(since_title(news))
        self._since.show_rows(since_rows(news, self.context.reveal))
        yield

    def _show_mission(self, today: Today) -> None:
        values = today.mission
        self._key = str(values["id"] or "")
        self._date.setText(_date_words(today.on, values["ends_on"]))
        presenting = self.context.document.is_presenting
        self._name.setText(values["name"] or ("" if presenting else _("Mission without a name")))
        self._name.setVisible(bool(self._name.text()))
        phases = MISSION.field("phase").choices or {}
        phase = phases.get(values["phase"], "")
        facts = (values["organisation"], _(phase), _period(values["starts_on"], values["ends_on"]))
        self._facts.setText(" · ".join(str(fact) for fact in facts if fact))
        self._facts.setVisible(bool(self._facts.text()))
        self._project.setText(values["project"] or "")
        self._project.setVisible(bool(self._project.text()))
        self._edit.setVisible(bool(self._key) and not presenting)
        shown = (self._name, self._facts, self._project, self._edit)
        self._mission.setVisible(any(not each.isHidden() for each in shown))

    def _show_changes(self) -> None:
        document = self.context.document
        if document.is_presenting:
            self._changes.show_rows([])
            return
        done = [step for step in document.steps(2 * _CHANGES) if step.state != "undone"]
        newest = done[::-1][:_CHANGES]
        self._changes.show_rows(sections.change_rows(newest, self._show_history))

    def _show_sheet(self) -> None:
        self.view_wanted.emit(MISSION.name, SHEET)

    def _show_history(self) -> None:
        self.wanted.emit("history")

    def _go(self, place: str) -> None:
        if place == _HERE:
            self._show_sheet()
        else:
            self.wanted.emit(place)


def _date_words(on: dt.date, ends_on: dt.date | None) -> str:
    if on != ends_on:
        return formats.full_date(on)
    return _("The mission ends on {date}: this is its state that day.").format(
        date=formats.long_date(on)
    )


def _period(start: dt.date | None, end: dt.date | None) -> str:
    if start is None or end is None:
        return formats.long_date(start or end)
    return _("from {start} to {end}").format(
        start=formats.long_date(start), end=formats.long_date(end)
    )
