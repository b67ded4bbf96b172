"""Skills on their way from one person to another, and those one person alone holds."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QRect, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from entente.domain.change.spreading import SKILL_TRANSFER
from entente.i18n import N_, _, ngettext
from entente_ui.change.spreading import words
from entente_ui.change.spreading.deeds import Deeds
from entente_ui.change.spreading.forms import TRANSFERS
from entente_ui.change.spreading.reading import Read
from entente_ui.change.spreading.skill_grid import SkillGrid
from entente_ui.charts.card import ChartCard
from entente_ui.formats import number
from entente_ui.kit import NOWHERE, PlainLabel, Section, ask_beside, sized, spaced
from entente_ui.pane import Context
from entente_ui.registers.record_cards import RecordCards
from entente_ui.registers.writing import LabelsByKind

#: Px at 100 %.
_TABLE: Final = 150


class SkillsPart(QWidget):
    """The matrix, rated by keys; the list; what one person alone holds.

    Attributes:
        grid: Skills by who takes them over.
        transfers: The list.
        alone: What one person alone holds, folded.
    """

    def __init__(
        self,
        context: Context,
        deeds: Deeds,
        say: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self.grid = SkillGrid(self)
        self.card = ChartCard(_("Skills handed over"), self.grid, say, self)
        sized(self.card.table, height=_TABLE)
        self.past = PlainLabel("", "muted", self, wrap=True)
        self._scale = PlainLabel(_(SKILL_TRANSFER.field("level").help), "small", self, wrap=True)
        self.card.body.addWidget(self._scale)
        self.card.body.addWidget(self.past)
        adds = ((N_("Add a skill to hand over"), deeds.add_transfer),)
        self.transfers = RecordCards(context, TRANSFERS, adds, self)
        self.alone = Section(_("Skills only one person holds"), self, expanded=False)
        self._lines = PlainLabel("", "body", self, wrap=True)
        self._count = PlainLabel("", "strong", self, wrap=True)
        self.alone.body.addWidget(self._count)
        self.alone.body.addWidget(self._lines)
        column = spaced(QVBoxLayout(self), 0, 12)
        for part in (self.card, self.transfers, self.alone):
            column.addWidget(part)
        self.grid.picked.connect(self._on_picked)
        self.grid.rated.connect(self._on_rated)

    @property
    def alone_words(self) -> str:
        """What is said of the skills one person alone holds."""
        return self._lines.text()

    def show_skills(self, seen: Read, labels: LabelsByKind, *, read_only: bool) -> None:
        """Show what is handed over, and what is not."""
        found = seen.skills
        self.grid.show_skills(found, is_editable=not read_only)
        self.card.show_figures(words.skills_sentence(found), words.skill_figures(found))
        self.card.setVisible(bool(self.grid.lines))
        self.transfers.show_rows(seen.rows[SKILL_TRANSFER.name], labels, read_only=read_only)
        told = ngettext(
            "{count} skill stands in the expertise of one actor alone",
            "{count} skills stand in the expertise of one actor alone",
            len(found.alone),
        )
        self._count.setText(told.format(count=number(len(found.alone))))
        self._lines.setText("\n".join(words.alone_lines(found.alone)))
        # Whom others may not know of may hold it as well.
        self.alone.setVisible(bool(found.alone) and not read_only)
        self._show_past()

    def _show_past(self) -> None:
        line, taker = self.grid.place
        self.past.setText(words.past_words(self.grid.transfers(line, taker)) if line else "")
        self.past.setVisible(bool(self.past.text()))

    @Slot(str, str)
    def _on_picked(self, _line: str, _taker: str) -> None:
        self._show_past()

    @Slot(str, str, object)
    def _on_rated(self, line: str, taker: str, level: int | None) -> None:
        if level is None or not taker:
            return
        rating = self._deeds.rate(self.grid.told(line, taker), level)
        part = self.grid.part_of(line, taker)
        if rating and part != NOWHERE:
            box = self.grid.box(part).toRect()
            target = QRect(self.grid.mapTo(self, box.topLeft()), box.size())
            question = _(SKILL_TRANSFER.rating_help)
            ask_beside(self, target, question, partial(self._deeds.explain, rating))
