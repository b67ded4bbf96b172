"""A message that stays above the panes until the trouble is over."""

from collections.abc import Callable

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from entente.i18n import _
from entente_ui.kit import IconButton, PlainLabel, SecondaryButton, spaced
from entente_ui.kit.announce import announce
from entente_ui.look.icons import IconName
from entente_ui.look.theme import theme


class Banner(QWidget):
    """One sentence and at most one thing to do about it; hidden while all is well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = "caution"
        self._text = PlainLabel("", "strong", self, wrap=True)
        self._button = SecondaryButton("", self._act, self)
        self._dismiss = IconButton(IconName.X, _("Hide this message"), self.hide, self)
        self._action: Callable[[], object] | None = None
        layout = spaced(QHBoxLayout(self), (20, 8, 12, 8), 12)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._button)
        layout.addWidget(self._dismiss)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def say(
        self,
        text: str,
        action: str = "",
        on_action: Callable[[], object] | None = None,
        *,
        role: str = "caution",
    ) -> None:
        """Show a sentence.

        Args:
            text: What is the matter and what it means.
            action: What the button says; empty for none.
            on_action: Called when it is pressed; the sentence stays.
            role: `caution` or `critical`.
        """
        self._role = role
        self._text.setText(text)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._action = on_action
        self.show()
        self.update()
        announce(self, text)

    def withdraw(self) -> None:
        """Hide a sentence that asks for nothing: it may quote what was typed."""
        if self._button.isHidden():
            self.hide()

    def _act(self) -> None:
        if self._action is not None:
            self._action()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour(f"{self._role}_soft"))
        painter.fillRect(0, 0, theme().px(4), self.height(), theme().colour(self._role))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme().colour("border"))
