"""What stands beside the grid: who is still to be placed, and everybody to be dragged."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from entente.i18n import _
from entente_ui import formats
from entente_ui.actors.data import Person
from entente_ui.actors.people_list import PeopleList
from entente_ui.kit import Panel, PlainLabel, Section, spaced
from entente_ui.look.theme import theme

_WIDTH: Final = 216
_LEAST: Final = 120
_LINE: Final = 44
#: Of the free height, against what is left below both lists.
_SHARE: Final = 100


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

    def fit_beside(self, width: int) -> None:
        """Take a part of a width, as much as names need and no more."""
        self.setFixedWidth(max(theme().px(_LEAST), min(theme().px(_WIDTH), width * 3 // 10)))

    def _build(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        layout = spaced(QVBoxLayout(self), (12, 0, 0, 0), 4)
        self._waiting.body.addWidget(self._hint)
        self._waiting.body.addWidget(self.unplaced)
        self._all.body.addWidget(self.everybody, 1)
        layout.addWidget(self._waiting, _SHARE)
        layout.addWidget(self._all, _SHARE)
        layout.addStretch(1)
        for each in (self.unplaced, self.everybody):
            each.picked.connect(self.picked)
            each.asked.connect(self.asked)
            each.menu_wanted.connect(self.menu_wanted)
        for section in (self._waiting, self._all):
            section.folded.connect(lambda _folded: self._fit())
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """Give each list the height of what is in it, as far as there is room."""
        line = theme().px(_LINE)
        for section, people in ((self._waiting, self.unplaced), (self._all, self.everybody)):
            content = line * people.people.rowCount() + theme().px(4)
            people.setMinimumHeight(min(content, 2 * line))
            people.setMaximumHeight(content)
            around = section.header.sizeHint().height() + theme().px(16)
            hint = self._hint.sizeHint().height() if people.isHidden() else content
            section.setMaximumHeight(around + (hint if section.expanded else 0))
