"""Dialogs that ask for several things and then work for a while."""

from collections.abc import Callable
from typing import Final, TypeVar

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from entente.errors import EntenteError
from entente.i18n import _
from entente_ui.background import Report
from entente_ui.kit import PlainLabel, PrimaryButton, SecondaryButton, sized, spaced
from entente_ui.kit.announce import announce
from entente_ui.look.theme import theme
from entente_ui.shell.errands import Errands

T = TypeVar("T")

#: Px at 100 % of the screen's height that are left to title, heading, message and buttons.
_AROUND: Final = 216
_LEAST: Final = 160


class FormDialog(QDialog):
    """A heading, fields, a place for what is wrong, and two buttons.

    Attributes:
        body: Layout for the fields.
        action: The main button.
        foot: Layout left of the buttons.
    """

    def __init__(
        self,
        title: str,
        action: str,
        on_action: Callable[[], object],
        parent: QWidget | None = None,
        *,
        width: int = 520,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._is_busy = False
        content = QWidget(self)
        content.setProperty("page", "true")
        self.body = spaced(QVBoxLayout(content), 0, 6)
        self._message = PlainLabel("", "error", self, wrap=True)
        self._message.hide()
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.hide()
        self.action = PrimaryButton(action, on_action, self)
        self.action.setDefault(True)
        self.cancel = SecondaryButton(_("Cancel"), self.reject, self)
        self.foot = spaced(QHBoxLayout(), 0, 8)
        buttons = spaced(QHBoxLayout(), 0, 8)
        buttons.addLayout(self.foot)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.action)
        layout = spaced(QVBoxLayout(self), (24, 20, 24, 20), 12)
        heading = PlainLabel(title, "heading", self, wrap=True)
        sized(heading, width=width)
        layout.addWidget(heading)
        self._area = FittingArea(content, self, width=width)
        layout.addWidget(self._area)
        layout.addWidget(self._message)
        layout.addWidget(self._bar)
        layout.addLayout(buttons)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)

    def say(self, text: str, *, good: bool = False) -> None:
        """Say what is wrong, or what went well; an empty text takes it back."""
        self._message.set_variant("muted" if good else "error")
        self._message.setText(text)
        self._message.setVisible(bool(text))
        if text:
            announce(self, text)
            # Whoever says what is wrong goes to the field next.
            QTimer.singleShot(0, self, self._bring_into_view)

    def carry_out(
        self,
        background: Errands,
        title: str,
        work: Callable[[Report], T],
        then: Callable[[T], object],
    ) -> None:
        """Work in the background; the dialog stays open if it goes wrong.

        Args:
            background: Where.
            title: What is said meanwhile.
            work: What to do, off the GUI thread.
            then: Called with the result once the dialog is closed.
        """

        def done(result: T) -> None:
            self.wait(on=False)
            self.accept()
            then(result)

        def failed(error: BaseException) -> None:
            from entente import messages  # noqa: PLC0415  # after the first paint

            self.wait(on=False)
            if not isinstance(error, (EntenteError, OSError)):
                raise error
            self.say(messages.sentence(error))

        self.wait(on=True, what=title)
        background.start_lasting(work, done=done, failed=failed)

    def _bring_into_view(self) -> None:
        field: QWidget | None = self.focusWidget()
        if field is not None and self._area.isAncestorOf(field):
            self._area.ensureWidgetVisible(field)

    def wait(self, on: bool, what: str = "") -> None:
        """Show that work is under way; nothing can be changed meanwhile."""
        self._is_busy = on
        self._bar.setAccessibleName(what or self.windowTitle())
        self._bar.setVisible(on)
        self.action.setEnabled(not on)
        self.cancel.setEnabled(not on)
        if on:
            self.say("")

    @override
    def reject(self) -> None:
        if not self._is_busy:
            super().reject()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._is_busy:
            event.ignore()
        else:
            super().closeEvent(event)


class FittingArea(QScrollArea):
    """As large as its content, but never higher than the screen: then it scrolls."""

    def __init__(self, content: QWidget, parent: QWidget | None = None, *, width: int = 0) -> None:
        """Make the area.

        Args:
            content: What is in it.
            parent: The dialog.
            width: In px at 100 %, what the dialog is wide in any case.
        """
        super().__init__(parent)
        self._content = content
        self._width = width
        self.setWidgetResizable(True)
        self.setWidget(content)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    @override
    def sizeHint(self) -> QSize:
        wanted = self._content.sizeHint().expandedTo(QSize(theme().px(self._width), 0))
        if self._content.hasHeightForWidth():
            # Sentences have fewer lines here than in the width they would like to have.
            wanted.setHeight(self._content.heightForWidth(wanted.width()))
        free = self.screen().availableGeometry().height()
        most = max(free - theme().px(_AROUND), theme().px(_LEAST))
        if wanted.height() <= most:
            return wanted
        return QSize(wanted.width() + self.verticalScrollBar().sizeHint().width(), most)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def add_field(layout: QVBoxLayout, label: str, field: QWidget, help_: str = "") -> None:
    """Add a field under its label, with a sentence of help below."""
    parent = field.parentWidget()
    name = PlainLabel(label, "field", parent)
    name.setBuddy(field)
    if not field.accessibleName():
        field.setAccessibleName(label)
    layout.addWidget(name)
    layout.addWidget(field)
    if help_:
        layout.addWidget(PlainLabel(help_, "small", parent, wrap=True))
