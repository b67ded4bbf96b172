"""The ladder of resolution: who is seized, at which level, within how many days."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget
from typing_extensions import override

from entente.domain.difficulty import NATURE_LABELS
from entente.domain.start.arrangement import DELAY_MAX
from entente.i18n import _
from entente.services.arrangement import Draft, Rung, Seat
from entente_ui.home.mission.assistant.page import DraftPage
from entente_ui.kit import IconButton, NumberField, PlainLabel, QuietButton, sized, spaced

_MOST: Final = 8
_LONGEST: Final = 300
_NARROW: Final = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


class RungRow:
    """One step of the ladder, as it is typed."""

    def __init__(self, rung: Rung, names: Sequence[str], page: "LadderPage") -> None:
        self.title = _line(rung.title, _("Step"), page)
        self.level = _line(rung.level, _("Level"), page)
        self.who = QComboBox(page)
        self.who.setAccessibleName(_("Who is seized"))
        self.days = NumberField(_("Within (days)"), page, minimum=0, maximum=DELAY_MAX)
        self.days.set_value(rung.days)
        self.nature = QComboBox(page)
        self.nature.setAccessibleName(_("From which nature on"))
        self.nature.addItem("–", "")
        for name, words in NATURE_LABELS.items():
            self.nature.addItem(_(words), name)
        self.nature.setCurrentIndex(max(0, self.nature.findData(rung.nature)))
        self.drop = IconButton("x", _("Remove the step"), lambda: page.remove(self), page)
        self.offer(names, rung.who)
        for combo in (self.who, self.nature):
            combo.setSizeAdjustPolicy(_NARROW)
        sized(self.level, width=110)
        sized(self.days, width=76)
        sized(self.nature, width=124)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """Its fields, from the left."""
        return (self.title, self.level, self.who, self.days, self.nature, self.drop)

    @property
    def rung(self) -> Rung:
        """What was typed."""
        days = self.days.value
        return Rung(
            self.title.text().strip(),
            self.level.text().strip(),
            str(self.who.currentData() or ""),
            None if days is None else int(days),
            str(self.nature.currentData() or ""),
        )

    def offer(self, names: Sequence[str], chosen: str) -> None:
        """Offer people to seize, keeping the one chosen while they are there."""
        self.who.clear()
        self.who.addItem("–", "")
        for name in names:
            self.who.addItem(name, name)
        self.who.setCurrentIndex(max(0, self.who.findData(chosen)))


class LadderPage(DraftPage):
    """The fourth step.

    Attributes:
        rows: The steps of the ladder, from below.
    """

    def __init__(
        self, draft: Draft, people: Callable[[], Sequence[Seat]], parent: QWidget | None = None
    ) -> None:
        """Begin with the ladder of a draft.

        Args:
            draft: What is proposed.
            people: Tells who is concerned, once that was said.
            parent: Its widget.
        """
        super().__init__(parent)
        self.title = _("Ladder of resolution")
        self.sentence = _(
            "Who is seized of a difficulty, at which level, within how many days. What is settled "
            "below does not go up."
        )
        self._people = people
        self._grid = spaced(QGridLayout(), 0, 6)
        self._grid.setColumnStretch(0, 5)
        self._grid.setColumnStretch(2, 2)
        heads = (_("Step"), _("Level"), _("Who is seized"), _("Within (days)"), _("From a"))
        for column, words in enumerate(heads):
            self._grid.addWidget(PlainLabel(words, "small-strong", self), 0, column)
        self.rows: list[RungRow] = []
        self.column.addLayout(self._grid)
        self._more = QuietButton(_("Add a step"), self.add_rung, self, icon_name="plus")
        self.column.addWidget(self._more)
        self.column.addStretch(1)
        for rung in draft.rungs:
            self._append(rung)

    def add_rung(self) -> None:
        """Add a step at the top."""
        self._append(Rung(""))
        self.rows[-1].title.setFocus()

    def remove(self, row: RungRow) -> None:
        """Take a step away."""
        self.rows.remove(row)
        for widget in row.widgets:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._place()

    def _append(self, rung: Rung) -> None:
        self.rows.append(RungRow(rung, self._names(), self))
        self._place()

    def _place(self) -> None:
        for place, row in enumerate(self.rows, 1):
            for column, widget in enumerate(row.widgets):
                self._grid.addWidget(widget, place, column)
        self._more.setEnabled(len(self.rows) < _MOST)
        if self.rows:
            self.setFocusProxy(self.rows[0].title)

    def _names(self) -> list[str]:
        return [seat.name for seat in self._people()]

    @override
    def enter(self) -> None:
        names = self._names()
        for row in self.rows:
            row.offer(names, row.rung.who)

    @override
    def problem(self) -> str:
        for row in self.rows:
            if not row.days.settle():
                return row.days.toolTip()
            if not row.title.text().strip():
                row.title.setFocus()
                return _("Say what each step is, or remove it.")
        return ""

    @override
    def filled(self, draft: Draft) -> Draft:
        return replace(draft, rungs=tuple(row.rung for row in self.rows))


def _line(text: str, name: str, parent: QWidget) -> QLineEdit:
    line = QLineEdit(text, parent)
    line.setAccessibleName(name)
    line.setMaxLength(_LONGEST)
    line.setCursorPosition(0)
    return line
