"""The board of indicators: value, course, way to the target, and a reading typed in place."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from entente.i18n import N_, _
from entente.services.indicators import Indicator
from entente_ui.change.indicators import words
from entente_ui.change.indicators.deeds import Deeds
from entente_ui.change.indicators.forms import INDICATORS
from entente_ui.charts.sparkline import Sparkline, WayBar
from entente_ui.kit import FlowLayout, Pill, PlainLabel, QuietButton, set_look, sized, spaced
from entente_ui.pane import Context
from entente_ui.registers.record_cards import RecordCard, RecordCards

_VALUE_WIDE = 150
_FIELD_WIDE = 150
_PART_WIDE = 165


class IndicatorCard(RecordCard):
    """One indicator; its form opens below.

    Attributes:
        field: Where a reading is typed.
        problem: Why what was typed was not taken.
    """

    def __init__(
        self, context: Context, deeds: Deeds, key: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, INDICATORS, key, parent)
        self._deeds = deeds
        self._found: Indicator | None = None
        self.value = PlainLabel("", "heading", self)
        self.aim = PlainLabel("", "small", self, wrap=True)
        self.spark = Sparkline(self)
        self.way = WayBar(self)
        self.gone = PlainLabel("", "small", self, wrap=True)
        self.age = PlainLabel("", "small", self, wrap=True)
        self.due = Pill("", "caution", self)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(_("Value today"))
        self.button = QuietButton(_("Note the value"), self._read, self, icon_name="check")
        self.problem = PlainLabel("", "error", self, wrap=True)
        self.field.returnPressed.connect(self._read)
        self.field.textEdited.connect(lambda: self._say(""))
        self._build()

    def _build(self) -> None:
        strip = spaced(FlowLayout(), 0, 14)
        sized(self.value, width=_VALUE_WIDE)
        sized(self.field, width=_FIELD_WIDE)
        strip.addWidget(self.value)
        strip.addWidget(self.spark)
        for parts in ((self.way, self.gone), (self.due, self.age)):
            part = QWidget(self)
            sized(part, width=_PART_WIDE)
            column = spaced(QVBoxLayout(part), 0, 4)
            for widget in parts:
                column.addWidget(widget)
            strip.addWidget(part)
        self.typing = QWidget(self)
        line = spaced(QHBoxLayout(self.typing), 0, 6)
        line.addWidget(self.field)
        line.addWidget(self.button)
        strip.addWidget(self.typing)
        self.body.addWidget(self.aim)
        self.body.addLayout(strip)
        self.body.addWidget(self.problem)
        self.problem.hide()

    def show_indicator(self, found: Indicator, today: dt.date, *, read_only: bool) -> None:
        """Show what it says; what is being typed stays."""
        self._found = found
        self.value.setText(words.value_words(found))
        self.aim.setText(words.aim_words(found))
        points = [(float(point.day.toordinal()), point.value) for point in found.points]
        self.spark.show_points(points, found.target, words.course_words(found))
        gone = words.gone_words(found)
        self.way.show_share(found.progress or 0.0, gone)
        self.way.setVisible(bool(gone))
        self.gone.setText(gone or _("without a way to show"))
        self.age.setText(words.age_words(found, today))
        due = words.due_words(found, today)
        self.due.setText(due)
        self.due.setVisible(bool(due))
        self.field.setAccessibleName(_("Value of {name} today").format(name=found.name))
        self.typing.setVisible(not found.built_in and not read_only)

    @Slot()
    def _read(self) -> None:
        if self._found is None or not self.field.text().strip():
            return
        problem = self._deeds.read(self._found, self.field.text())
        self._say(problem)
        if not problem:
            self.field.clear()

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        set_look(self.field, "refused", "true" if problem else None)


class IndicatorCards(RecordCards):
    """All of them."""

    def __init__(self, context: Context, deeds: Deeds, parent: QWidget | None = None) -> None:
        self._deeds = deeds
        adds = ((N_("Add an indicator"), deeds.add_indicator),)
        super().__init__(context, INDICATORS, adds, parent)

    def show_board(
        self,
        rows: Sequence[Mapping[str, Any]],
        found: Sequence[Indicator],
        today: dt.date,
        *,
        read_only: bool,
    ) -> None:
        """Show the indicators with what they say."""
        self.note.setText(words.board_words(found, today))
        self.show_rows(rows, {}, read_only=read_only)
        for each in found:
            card = self.cards[each.id]
            if isinstance(card, IndicatorCard):
                card.show_indicator(each, today, read_only=read_only)

    @override
    def _make(self, key: str) -> RecordCard:
        return IndicatorCard(self._context, self._deeds, key, self)
