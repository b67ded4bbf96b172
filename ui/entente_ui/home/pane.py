"""The page one starts from."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from entente.i18n import _
from entente_ui.kit import PlainLabel, spaced
from entente_ui.pane import Context, Pane


class HomePane(Pane):
    """What the mission is, and what wants attention."""

    place = "home"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        layout = spaced(QVBoxLayout(self), 20, 8)
        layout.addWidget(PlainLabel(_("Today"), "title", self))
        layout.addStretch(1)
