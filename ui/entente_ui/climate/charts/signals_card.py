"""What the newest wave shows to be worse than by chance, to be noted as difficulties."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from entente.i18n import _
from entente.services.climate_signals import WeakSignal
from entente_ui.kit import Card, PlainLabel, SecondaryButton, spaced, tooltip


class SignalsCard(Card):
    """A line a signal, with the button that notes it; gone while there is none.

    Attributes:
        signals: Those that are proposed.
        buttons: One for each.

    Signals:
        noted: Emitted with a `WeakSignal` that is to be a difficulty.
    """

    noted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.signals: Sequence[WeakSignal] = ()
        self.buttons: list[SecondaryButton] = []
        self.body.addWidget(PlainLabel(_("Weak signals"), "section", self))
        told = _("In the newest wave, worse than by chance, and noted nowhere yet.")
        self.body.addWidget(PlainLabel(told, "muted", self, wrap=True))
        self._rows: QWidget | None = None
        self.hide()

    def show_signals(self, signals: Sequence[WeakSignal]) -> None:
        """Propose other signals; nothing is done where they are the same."""
        if signals == self.signals:
            return
        self.signals, self.buttons = signals, []
        old, self._rows = self._rows, QWidget(self)
        column = spaced(QVBoxLayout(self._rows), 0, 6)
        for signal in signals:
            column.addLayout(self._row(signal, self._rows))
        if old is not None:
            old.hide()
            self.body.removeWidget(old)
            old.deleteLater()
        self.body.addWidget(self._rows)
        self.setVisible(bool(signals))

    def _row(self, signal: WeakSignal, parent: QWidget) -> QHBoxLayout:
        line = spaced(QHBoxLayout(), 0, 12)
        line.addWidget(PlainLabel(signal.sentence, "body", parent, wrap=True), 1)
        button = SecondaryButton(_("Note as a difficulty"), None, parent, icon_name="flag")
        button.setAccessibleDescription(signal.sentence)
        tooltip(button, _("Adds a weak signal among the difficulties; it can be undone"))
        button.clicked.connect(lambda _on=False, noted=signal: self.noted.emit(noted))
        self.buttons.append(button)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return line
