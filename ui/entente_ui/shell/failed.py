"""What stands where a pane would be that could not be made."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from entente.i18n import _
from entente_ui.kit import EmptyState, spaced
from entente_ui.pane import Context, Pane


class FailedPane(Pane):
    """Says why a place cannot be shown; the others still can.

    Signals:
        again: Emitted when the user wants to try once more.
    """

    again = Signal()

    def __init__(
        self, context: Context, error: BaseException, parent: QWidget | None = None
    ) -> None:
        from entente import messages  # noqa: PLC0415  # after the first paint

        super().__init__(context, parent)
        told = EmptyState(
            "found-nothing",
            _("This page does not open"),
            _("Try again"),
            self.again.emit,
            self,
            hint=messages.sentence(error),
        )
        if told.button is not None:
            self.setFocusProxy(told.button)
        spaced(QVBoxLayout(self), 0, 0).addWidget(told)
