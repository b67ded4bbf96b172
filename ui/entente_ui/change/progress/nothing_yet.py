"""What stands in place of a drawing while there is nothing to draw: why, and what to do."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from entente_ui.kit import Card, PlainLabel, SecondaryButton


class NothingYet(Card):
    """A card with a sentence and what leads on."""

    def __init__(
        self,
        title: str,
        sentence: str,
        action: str,
        on_action: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        self.body.addWidget(PlainLabel(title, "section", self))
        self.body.addWidget(PlainLabel(sentence, "muted", self, wrap=True))
        self.button = SecondaryButton(action, on_action, self)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
