"""What stands beside the grid: who is still to be placed, and everybody to be dragged."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from entente.i18n import _
from entente_ui import formats
from entente_ui.actors.data import Person
from entente_ui.actors.people_list import PeopleList
from entente_ui.kit import Panel, PlainLabel, Section, sized, spaced
from entente_ui.look.theme import theme

_WIDTH: Final = 216
#: Lines a list shows before it scrolls.
_LINES: Final = 7
_LINE: Final = 44


class Side(Panel):
    """Two lists: those without a position, and all.

    Attributes:
        unplaced, everybody: The lists.

    Signals:
        picked: Emitted with the keys selected in either list.
        asked: Emitted with keys whose position is to be typed.
        menu_wanted: Emitted with the place for a context menu, on the screen.
    """

    picked = Signal(tuple)
    asked = Signal(tuple)
    menu_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", "left", parent)
        self.unplaced = PeopleList(_("Actors to place"), self)
        self.everybody = PeopleList(_("All actors"), self)
        self._waiting = Section(_("To place"), self)
        self._all = Section(_("All actors"), self, expanded=False)
        self._hint = PlainLabel(_("Everybody has a position."), "small", self, wrap=True)
        self._build()

    def show_people(self, unplaced: Sequence[Person], everybody: Sequence[Person]) -> None:
        """Show these actors."""
        self.unplaced.show_people(unplaced)
        self.everybody.show_people(everybody)
        count = formats.number(len(unplaced))
        self._waiting.set_title(_("To place ({count})").format(count=count))
        self._all.set_title(_("All actors ({count})").format(count=formats.number(len(everybody))))
        self._hint.setVisible(not unplaced)
        self.unplaced.setVisible(bool(unplaced))
        self._fit()

    def select(self, keys: Sequence[str]) -> None:
        """Select actors in both lists without telling anybody."""
        for each in (self.unplaced, self.everybody):
            if set(each.keys) != set(keys):
                each.select(keys)

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of the actors selected in the list that has the keyboard."""
        return self.everybody.keys if self.everybody.hasFocus() else self.unplaced.keys

    def _build(self) -> None:
        sized(self, width=_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        layout = spaced(QVBoxLayout(self), (12, 0, 0, 0), 4)
        self._waiting.body.addWidget(self._hint)
        self._waiting.body.addWidget(self.unplaced)
        self._all.body.addWidget(self.everybody, 1)
        layout.addWidget(self._waiting)
        layout.addWidget(self._all, 1)
        layout.addStretch(0)
        for each in (self.unplaced, self.everybody):
            each.picked.connect(self.picked)
            each.asked.connect(self.asked)
            each.menu_wanted.connect(self.menu_wanted)
        self._all.folded.connect(lambda _folded: self._fit())
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        line = theme().px(_LINE)
        count = self.unplaced.people.rowCount()
        most = _LINES if self._all.expanded else 3 * _LINES
        self.unplaced.setFixedHeight(line * min(max(count, 1), most) + theme().px(4))
        fixed, free = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self._all.setSizePolicy(free, free if self._all.expanded else fixed)
