"""Whom the arrangement concerns, and who signs it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget
from typing_extensions import override

from entente.domain.start.people import read_people
from entente.domain.text import heading_key
from entente.i18n import _, ngettext
from entente.services.arrangement import Draft, Seat
from entente_ui.formats import number
from entente_ui.home.mission.assistant.page import DraftPage, paragraphs
from entente_ui.kit import LinkButton, PlainLabel, SecondaryButton, dress_list, sized, spaced
from entente_ui.look.theme import theme

_NAME, _ROLE, _SIGNS = range(3)
_SEAT: Final = Qt.ItemDataRole.UserRole
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
#: So many people are all taken to be concerned; of more, one chooses.
_FEW: Final = 15


class PeopleTree(QTreeWidget):
    """People with a tick for who is concerned and one for who signs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress_list(self)
        self.setColumnCount(3)
        self.setRootIsDecorated(False)
        self.setHeaderLabels([_("Concerned"), _("Role"), _("Signs")])
        self.setAccessibleName(_("Whom it concerns"))
        header = self.header()
        header.setStretchLastSection(False)
        for column in (_NAME, _ROLE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(_SIGNS, theme().px(90))
        self.itemChanged.connect(self._on_changed)

    def add(self, seat: Seat, *, concerned: bool) -> None:
        """Add somebody."""
        item = QTreeWidgetItem(self, [seat.name, seat.role, ""])
        item.setData(_NAME, _SEAT, seat)
        item.setCheckState(_NAME, _ON if concerned else _OFF)
        item.setCheckState(_SIGNS, _ON if concerned and seat.signs else _OFF)

    @property
    def items(self) -> list[QTreeWidgetItem]:
        """One for each of them."""
        found = (self.topLevelItem(place) for place in range(self.topLevelItemCount()))
        return [item for item in found if item is not None]

    @property
    def seats(self) -> tuple[Seat, ...]:
        """Those who are concerned, and whether they sign."""
        return tuple(
            replace(item.data(_NAME, _SEAT), signs=item.checkState(_SIGNS) is _ON)
            for item in self.items
            if item.checkState(_NAME) is _ON
        )

    def tick(self, column: int, *, on: bool) -> None:
        """Tick all, or none."""
        for item in self.items:
            item.setCheckState(column, _ON if on else _OFF)

    def _on_changed(self, item: QTreeWidgetItem, column: int) -> None:
        # Who signs is concerned; who is not concerned does not sign.
        if column == _SIGNS and item.checkState(_SIGNS) is _ON:
            item.setCheckState(_NAME, _ON)
        elif column == _NAME and item.checkState(_NAME) is _OFF:
            item.setCheckState(_SIGNS, _OFF)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        column = {Qt.Key.Key_Space: _NAME, Qt.Key.Key_S: _SIGNS}.get(Qt.Key(event.key()))
        if item is None or column is None or event.modifiers():
            super().keyPressEvent(event)
            return
        item.setCheckState(column, _OFF if item.checkState(column) is _ON else _ON)


class WhoPage(DraftPage):
    """The first step.

    Attributes:
        people: Who is known so far.
        pasted: A list of names to be added.
    """

    def __init__(self, known: Sequence[Seat], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _("Who")
        self.sentence = _(
            "Those whose relations carry the project. Whoever signs is bound by the arrangement; "
            "the others are looked at as well."
        )
        self.pasted = paragraphs("", self, 84)
        self.pasted.setPlaceholderText(_("One name a line, then the role: Anne Roy, project lead"))
        self.people = PeopleTree(self)
        self._told = PlainLabel("", "muted", self)
        self.add(_("Add people, typed or pasted"), self.pasted)
        line = spaced(QHBoxLayout(), 0, 12)
        line.addWidget(SecondaryButton(_("Add to the list"), self.take, self))
        line.addWidget(self._told, 1)
        all_sign, none_signs = _("All sign"), _("Nobody signs")
        line.addWidget(
            LinkButton(all_sign, lambda: self.people.tick(_SIGNS, on=True), self),
        )
        line.addWidget(
            LinkButton(none_signs, lambda: self.people.tick(_SIGNS, on=False), self),
        )
        self.column.addLayout(line)
        sized(self.people, height=250)
        self.column.addWidget(self.people, 1)
        keys = _("Space: concerned or not. S: signs or not.")
        self.column.addWidget(PlainLabel(keys, "small", self))
        for seat in known:
            self.people.add(seat, concerned=len(known) <= _FEW)
        self.people.itemChanged.connect(lambda _item, _column: self._tell())
        self.setFocusProxy(self.people if known else self.pasted)
        self._tell()

    def take(self) -> None:
        """Add the people that were typed or pasted, each once."""
        there = {heading_key(item.text(_NAME)): item for item in self.people.items}
        for person in read_people(self.pasted.toPlainText()):
            found = there.get(heading_key(person.name))
            if found is None:
                self.people.add(Seat(person.name, person.role, signs=True), concerned=True)
            else:
                found.setCheckState(_NAME, _ON)
        self.pasted.clear()
        self._tell()

    @override
    def problem(self) -> str:
        self.take()
        if not self.people.seats:
            return _("Name at least one person it concerns.")
        return ""

    @override
    def filled(self, draft: Draft) -> Draft:
        return replace(draft, seats=self.people.seats)

    def _tell(self) -> None:
        seats = self.people.seats
        concerned = ngettext("{count} person", "{count} people", len(seats))
        signs = sum(seat.signs for seat in seats)
        signing = ngettext("{count} signs", "{count} sign", signs)
        words = (concerned.format(count=number(len(seats))), signing.format(count=number(signs)))
        self._told.setText(" · ".join(words))
