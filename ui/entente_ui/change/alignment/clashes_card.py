"""Constraints that do not go together: those nobody sees from both sides first."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from entente.domain.difficulty import DIFFICULTY
from entente.i18n import _
from entente.services.constraints import Clash, Constraint, ConstraintMap
from entente_ui.change.alignment.deeds import Deeds
from entente_ui.formats import number
from entente_ui.kit import (
    Card,
    FlowLayout,
    IconButton,
    LinkButton,
    OneLine,
    Pill,
    PlainLabel,
    SecondaryButton,
    sized,
    spaced,
)

#: So many clashes are shown.
_SHOWN: Final = 30
#: Px at 100 %.
_BOX: Final = 220


class ClashesCard(Card):
    """One line a clash; another is noted below.

    Attributes:
        buttons: Note a difficulty, by the keys of clashes that are none yet.
        one, other, text: What is to be noted as a clash.
        add: Notes it.
    """

    def __init__(
        self,
        deeds: Deeds,
        opened: Callable[[str, str], object],
        parent: QWidget | None = None,
    ) -> None:
        """Make the card.

        Args:
            deeds: Writes.
            opened: Goes to a record, given the name of its kind and its key.
            parent: Its widget.
        """
        super().__init__("", parent)
        self._deeds, self._opened = deeds, opened
        self._known: dict[str, Constraint] = {}
        self.buttons: dict[str, SecondaryButton] = {}
        self.body.addWidget(PlainLabel(_("Clashes"), "section", self, wrap=True))
        self._none = PlainLabel(_("No clash was noted."), "small", self, wrap=True)
        self.body.addWidget(self._none)
        self._rows = QWidget(self)
        self._grid = spaced(QGridLayout(self._rows), 0, 8)
        self._grid.setColumnStretch(1, 1)
        self._more = PlainLabel("", "small", self, wrap=True)
        self.body.addWidget(self._rows)
        self.body.addWidget(self._more)
        self.one, self.other = QComboBox(self), QComboBox(self)
        self.text = OneLine(self)
        self.add = SecondaryButton(_("Note a clash"), self._add, self, icon_name="plus")
        self._line = self._build_line()
        self.body.addWidget(self._line)

    def _build_line(self) -> QWidget:
        line = QWidget(self)
        self.one.setAccessibleName(_("A constraint"))
        self.other.setAccessibleName(_("Clashes with"))
        for box in (self.one, self.other):
            sized(box, width=_BOX)
            box.currentIndexChanged.connect(self._allow)
        self.text.setPlaceholderText(_("In what?"))
        self.text.setAccessibleName(_("In what do they clash"))
        self.text.returnPressed.connect(self._add)
        row = spaced(FlowLayout(line), 0, 8)
        for widget in (self.one, self.other, self.text, self.add):
            row.addWidget(widget)
        return line

    def show_map(self, found: ConstraintMap, *, read_only: bool) -> None:
        """Show other clashes, and the constraints that can be opposed."""
        self._known = {each.id: each for each in found.constraints}
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.buttons = {}
        for row, clash in enumerate(found.clashes[:_SHOWN]):
            self._show_clash(row, clash, read_only=read_only)
        self._none.setVisible(not found.clashes)
        rest = len(found.clashes) - _SHOWN
        self._more.setText(_("… and {count} more").format(count=number(rest)))
        self._more.setVisible(rest > 0)
        for box in (self.one, self.other):
            self._fill(box, found)
        self._line.setVisible(not read_only and len(found.constraints) > 1)
        self._allow()

    def _fill(self, box: QComboBox, found: ConstraintMap) -> None:
        kept = box.currentData()
        box.clear()
        box.addItem("–", "")
        for each in found.constraints:
            box.addItem(f"{each.ref} {each.title}", each.id)
        box.setCurrentIndex(max(0, box.findData(kept)))

    def _show_clash(self, row: int, clash: Clash, *, read_only: bool) -> None:
        top = Qt.AlignmentFlag.AlignTop
        one, other = self._known[clash.one], self._known[clash.other]
        refs = f"{one.ref} / {other.ref}"
        pill = Pill(_("unseen"), "caution") if clash.is_unseen else Pill(_("seen"), "neutral")
        self._grid.addWidget(pill, row, 0, top)
        words = QWidget(self._rows)
        column = spaced(QGridLayout(words), 0, 0)
        for line, each in enumerate((one, other)):
            bearer = f" · {each.bearer_name}" if each.bearer_name else ""
            said = f"{each.ref} {each.title}{bearer}"
            column.addWidget(PlainLabel(said, "body", words, wrap=True), line, 0)
        if clash.text:
            column.addWidget(PlainLabel(clash.text, "small", words, wrap=True), 2, 0)
        self._grid.addWidget(words, row, 1)
        if read_only:
            return
        if clash.difficulty:
            go = partial(self._opened, DIFFICULTY.name, clash.difficulty)
            self._grid.addWidget(LinkButton(_("Difficulty"), go, self._rows), row, 2, top)
        else:
            note = partial(self._deeds.clash_to_difficulty, clash, refs)
            self.buttons[clash.id] = SecondaryButton(_("Note the difficulty"), note, self._rows)
            self._grid.addWidget(self.buttons[clash.id], row, 2, top)
        remove = partial(self._deeds.remove_clash, clash.id, refs)
        self._grid.addWidget(
            IconButton(
                "trash", _("Remove the clash {title}").format(title=refs), remove, self._rows
            ),
            row,
            3,
            top,
        )

    def _allow(self) -> None:
        one, other = self.one.currentData(), self.other.currentData()
        self.add.setEnabled(bool(one and other and one != other))

    def _add(self) -> None:
        one, other = self.one.currentData(), self.other.currentData()
        if not self.add.isEnabled():
            return
        if self._deeds.oppose(self._known[one], self._known[other], self.text.text().strip()):
            self.text.clear()
            self.other.setCurrentIndex(0)
