"""One questionnaire: what it is, its questions in order, and what can be done with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from entente.domain.text import shorten
from entente.i18n import _
from entente_ui.climate.questionnaires.rows import Row, asked_words
from entente_ui.kit import (
    Button,
    FlowLayout,
    IconButton,
    Pill,
    PlainLabel,
    PrimaryButton,
    SecondaryButton,
    spaced,
    tooltip,
)
from entente_ui.kit.line_list import Line, LineList

_INTRODUCTION: Final = 180


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands on the sheet.

    Attributes:
        row: The record of the questionnaire.
        lines: Its questions, in the order they are asked; former ones among them.
        waves: How many waves asked it.
    """

    row: Row
    lines: Sequence[Line]
    waves: int


class QuestionnaireSheet(QWidget):
    """Shows a questionnaire.

    Attributes:
        list: The questions.
        former: Whether questions that are asked no more are listed as well.
        key: Of the questionnaire; empty for none.

    Signals:
        chosen: Emitted with the key of another question, or nothing.
        carried: Emitted with −1 or 1 when the question chosen is to be asked earlier or later.
        add_wanted, reword_wanted, take_out_wanted: Emitted when a button says so.
        print_wanted, plan_wanted, aside_wanted, title_chosen: Likewise, of the questionnaire.
    """

    chosen = Signal(str)
    carried = Signal(int)
    add_wanted = Signal()
    reword_wanted = Signal()
    take_out_wanted = Signal()
    print_wanted = Signal()
    plan_wanted = Signal()
    aside_wanted = Signal()
    title_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = ""
        self._lines: Sequence[Line] = ()
        self._title = PlainLabel("", "heading", self, wrap=True)
        self._pill = Pill("", "neutral", self)
        self._told = PlainLabel("", "muted", self, wrap=True)
        self.list = LineList(_("Questions"), self)
        self.former = QCheckBox(_("Show former wordings"), self)
        self._build()
        self.list.chosen.connect(self._on_chosen)
        self.list.carried.connect(self.carried)
        self.former.toggled.connect(self._show_lines)

    def _build(self) -> None:
        self.add = PrimaryButton(_("Add a question…"), self.add_wanted.emit, self)
        self.reword = SecondaryButton(_("Reword…"), self.reword_wanted.emit, self)
        self.take_out = SecondaryButton(_("Ask no more"), self.take_out_wanted.emit, self)
        self.up = IconButton("arrow-up", _("Ask earlier"), lambda: self.carried.emit(-1), self)
        self.down = IconButton("arrow-down", _("Ask later"), lambda: self.carried.emit(1), self)
        tooltip(self.up, _("Ask earlier"), "Alt+Up")
        tooltip(self.down, _("Ask later"), "Alt+Down")
        self.print = SecondaryButton(_("Print it…"), self.print_wanted.emit, self)
        self.plan = SecondaryButton(_("Plan a wave…"), self.plan_wanted.emit, self)
        self.edit = SecondaryButton(_("Name and introduction"), self.title_chosen.emit, self)
        self.aside = SecondaryButton("", self.aside_wanted.emit, self)
        top = spaced(QHBoxLayout(), 0, 12)
        top.addWidget(self._title, 1)
        top.addWidget(self._pill, 0, Qt.AlignmentFlag.AlignTop)
        whole = spaced(FlowLayout(), 0, 8)
        for button in (self.plan, self.print, self.edit, self.aside):
            whole.addWidget(button)
        bar = spaced(FlowLayout(), 0, 8)
        for widget in (self.add, self.reword, self.take_out, self.up, self.down, self.former):
            bar.addWidget(widget)
        column = spaced(QVBoxLayout(self), 0, 10)
        column.addLayout(top)
        column.addWidget(self._told)
        column.addLayout(whole)
        column.addLayout(bar)
        column.addWidget(self.list, 1)

    def show_questionnaire(self, shown: Shown, *, can_act: bool) -> None:
        """Show a questionnaire; what can be done with it, if anything may be."""
        row = shown.row
        key = str(row["id"])
        is_other, self.key = key != self.key, key
        self._lines = shown.lines
        self._title.setText(f"{row['ref']} · {row['name']}")
        self._pill.setText(_("offered no more") if row["set_aside"] else asked_words(shown.waves))
        self._pill.set_role("neutral" if row["set_aside"] or not shown.waves else "info")
        told = [str(row["rhythm"] or ""), shorten(str(row["introduction"] or ""), _INTRODUCTION)]
        self._told.setText("\n".join(filter(None, told)))
        self._told.setVisible(any(told))
        self.aside.setText(_("Take up again") if row["set_aside"] else _("Offer no more"))
        for button in (*self.findChildren(Button), self.up, self.down):
            button.setVisible(can_act)
        self.former.setVisible(any(line.is_past for line in shown.lines))
        self._show_lines(keep=not is_other)

    @property
    def line(self) -> Line | None:
        """The question one is at."""
        return next((line for line in self._lines if line.key == self.list.key), None)

    def choose(self, key: str) -> bool:
        """Go to a question; say whether it is there."""
        line = next((line for line in self._lines if line.key == key), None)
        if line is None:
            return False
        if line.is_past:
            self.former.setChecked(True)
        self.list.choose(key)
        return True

    @Slot()
    def _show_lines(self, *_on: bool, keep: bool = True) -> None:
        lines = [line for line in self._lines if self.former.isChecked() or not line.is_past]
        self.list.show_lines(lines, self.list.key if keep else "")
        self._fit()

    def _on_chosen(self, key: str) -> None:
        self._fit()
        self.chosen.emit(key)

    def _fit(self) -> None:
        """Offer what can be done with the question one is at."""
        line = self.line
        is_asked = line is not None and not line.is_past
        now = [line.key for line in self._lines if not line.is_past]
        place = now.index(line.key) if line is not None and is_asked else -1
        self.reword.setEnabled(is_asked)
        self.take_out.setEnabled(is_asked)
        self.up.setEnabled(place > 0)
        self.down.setEnabled(0 <= place < len(now) - 1)
