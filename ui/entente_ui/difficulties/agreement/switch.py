"""Which agreement of a difficulty is shown, and a button to draft another."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from entente.domain.agreement import ENTRY, KIND_LABELS, SETTLEMENT
from entente.domain.text import shorten
from entente.i18n import _
from entente_ui.kit import FlowLayout, Menu, QuietButton, SecondaryButton, spaced, tooltip

_NAME = 36


class AgreementSwitch(QWidget):
    """A button for each agreement, of which one is pressed.

    Signals:
        chosen: Emitted with the key of an agreement.
        draft_wanted: Emitted with the kind of agreement to draft.
    """

    chosen = Signal(str)
    draft_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._known: list[tuple[str, str]] = []
        self.buttons: dict[str, SecondaryButton] = {}
        self._row = spaced(FlowLayout(self), 0, 6)
        self.new = QuietButton(_("New agreement"), self._offer, self, icon_name="plus")
        self._row.addWidget(self.new)

    def show_agreements(
        self, rows: Sequence[Mapping[str, Any]], current: str, *, read_only: bool
    ) -> None:
        """Show the agreements there are."""
        known = [(row["id"], f"{row['ref']} {row['title']}") for row in rows]
        if known != self._known:
            self._known = known
            self._make()
        if current in self.buttons:
            self.buttons[current].setChecked(True)
        self.new.setVisible(bool(rows) and not read_only)

    def _make(self) -> None:
        for button in self.buttons.values():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.deleteLater()
        self.buttons = {}
        self._row.removeWidget(self.new)
        for key, name in self._known:
            button = SecondaryButton(shorten(name, _NAME), partial(self.chosen.emit, key), self)
            button.setCheckable(True)
            tooltip(button, name)
            self._group.addButton(button)
            self._row.addWidget(button)
            self.buttons[key] = button
        self._row.addWidget(self.new)

    def _offer(self) -> None:
        menu = Menu("", self)
        for kind in (ENTRY, SETTLEMENT):
            action = menu.addAction(_(KIND_LABELS[kind]).capitalize())
            action.triggered.connect(partial(self._want, kind))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.new.mapToGlobal(self.new.rect().bottomLeft()))

    def _want(self, kind: str, _on: bool = False) -> None:
        self.draft_wanted.emit(kind)

    def entry_button(self, on_click: Callable[[], object], parent: QWidget) -> SecondaryButton:
        """Return a button that drafts an agreement to mediate."""
        return SecondaryButton(_("Draft an agreement to mediate"), on_click, parent)
