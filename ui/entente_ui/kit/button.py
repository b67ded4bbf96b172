"""What is pressed."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import (
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from entente_ui.kit.label import tooltip, without_mnemonic
from entente_ui.look.icons import icon
from entente_ui.look.theme import theme

#: Px at 100 % of its own edges that a button gives to its words before it shortens them.
_SPARE: Final = 10
_ICON_ROLES: Final = {
    "primary": "on_accent",
    "secondary": "muted",
    "quiet": "muted",
    "danger": "critical",
    "link": "accent",
}


class Button(QPushButton):
    """A button with words on it; its kinds below differ in weight only."""

    variant = "secondary"

    def __init__(
        self,
        text: str,
        on_click: Callable[[], object] | None = None,
        parent: QWidget | None = None,
        *,
        icon_name: str = "",
        tip: str = "",
        shortcut: QKeySequence | str = "",
    ) -> None:
        """Make a button.

        Args:
            text: Plain words; an `&` in them is an `&`.
            on_click: Called without arguments when it is pressed.
            parent: Its widget.
            icon_name: A value of `IconName`, shown before the words.
            tip: What the words leave unsaid; the tooltip adds the shortcut.
            shortcut: Key that presses it.
        """
        super().__init__(parent)
        self.setProperty("variant", self.variant)
        self.setAutoDefault(False)
        self.setIconSize(QSize(theme().px(22), theme().px(18)))
        self.setText(text)
        if icon_name:
            self.set_icon(icon_name)
        if shortcut:
            self.setShortcut(QKeySequence(shortcut))
        if tip or shortcut:
            tooltip(self, tip or text, shortcut)
        if on_click is not None:
            self.clicked.connect(lambda _checked=False: on_click())

    def set_icon(self, name: str) -> None:
        """Show an icon before the words."""
        self.setIcon(icon(name, _ICON_ROLES[self.variant]))

    @override
    def setText(self, text: str) -> None:
        super().setText(without_mnemonic(text))
        self.setAccessibleName(text)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        missing = self.sizeHint().width() - self.width()
        if missing <= theme().px(_SPARE):
            super().paintEvent(event)
            return
        # Words that are cut at both ends are a riddle.
        option = QStyleOptionButton()
        self.initStyleOption(option)
        metrics, words = self.fontMetrics(), self.text()
        shown: Any = option  # the stubs do not know its text
        flag = Qt.TextFlag.TextShowMnemonic.value
        room = metrics.size(flag, words).width() - missing
        shown.text = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room, flag)
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            # By itself Qt lets Enter press only the default button of a dialog.
            self.click()
            return
        super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            # Wider than high: icons stand at the left, which keeps them off the words.
            self.setIconSize(QSize(theme().px(22), theme().px(18)))


class PrimaryButton(Button):
    """The one main action of a place."""

    variant = "primary"


class SecondaryButton(Button):
    """Any other action."""


class QuietButton(Button):
    """An action that stays in the background until the pointer comes near."""

    variant = "quiet"


class DangerButton(Button):
    """An action that cannot be undone. Nearly all can: then it is not this one."""

    variant = "danger"


class LinkButton(Button):
    """An action inside running text."""

    variant = "link"


class IconButton(QToolButton):
    """A button that shows only an icon; its name is in the tooltip and read aloud."""

    def __init__(
        self,
        icon_name: str,
        name: str,
        on_click: Callable[[], object] | None = None,
        parent: QWidget | None = None,
        *,
        shortcut: QKeySequence | str = "",
        checkable: bool = False,
    ) -> None:
        """Make a button.

        Args:
            icon_name: A value of `IconName`.
            name: What it does, in words; required because the icon says it to nobody
                who cannot see it.
            on_click: Called without arguments when it is pressed.
            parent: Its widget.
            shortcut: Key that presses it, also shown in the tooltip.
            checkable: Whether it stays pressed.

        Raises:
            ValueError: If the name is empty.
        """
        super().__init__(parent)
        if not name.strip():
            raise ValueError("an icon needs a name")
        self._shortcut = QKeySequence(shortcut)
        self.setIcon(icon(icon_name))
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_name(name)
        if shortcut:
            self.setShortcut(self._shortcut)
        if on_click is not None:
            self.clicked.connect(lambda _checked=False: on_click())

    def set_name(self, name: str) -> None:
        """Change what it is called."""
        self.setAccessibleName(name)
        tooltip(self, name, self._shortcut)

    def set_icon(self, name: str, role: str = "muted") -> None:
        """Show another icon."""
        self.setIcon(icon(name, role))

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        side = max(hint.width(), hint.height())
        return QSize(side, side)
