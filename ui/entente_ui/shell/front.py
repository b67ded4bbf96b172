"""The pages that stand where no mission is open: the passphrase, and waiting."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from entente.i18n import _
from entente_ui.kit import (
    Card,
    ElidedLabel,
    LinkButton,
    PlainLabel,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
    sized,
    spaced,
)
from entente_ui.shell.secret import SecretField


class FrontPage(QWidget):
    """A card in the middle of an empty window."""

    def __init__(self, title: str, parent: QWidget | None = None, *, width: int = 460) -> None:
        super().__init__(parent)
        centre = Qt.AlignmentFlag.AlignHCenter
        outer = spaced(QVBoxLayout(self), 24, 16)
        outer.addStretch(2)
        outer.addWidget(PlainLabel("Entente", "brand", self), 0, centre)
        self.card = Card("", self)
        sized(self.card, width=width)
        self.card.setContentsMargins(14, 12, 14, 12)
        self.title = PlainLabel(title, "title", self.card, wrap=True)
        self.card.body.addWidget(self.title)
        # Not centred by a flag: the card would be given the height of unwrapped sentences.
        row = spaced(QHBoxLayout(), 0, 0)
        row.addStretch(1)
        row.addWidget(self.card)
        row.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(3)


class WaitingPage(FrontPage):
    """Something is being opened or closed; it takes a second or two."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.card.body.addSpacing(8)
        self.card.body.addWidget(_busy_bar(title, self))


class PassphrasePage(FrontPage):
    """Asks for the passphrase of one file, or for its recovery sheet.

    Signals:
        passphrase_given: Emitted with what was typed.
        recovery_given: Emitted with what was typed from the sheet.
        left: Emitted when the user wants another mission.
    """

    passphrase_given = Signal(str)
    recovery_given = Signal(str)
    left = Signal()

    def __init__(self, path: Path, parent: QWidget | None = None, *, locked: bool = False) -> None:
        super().__init__(_("The mission is locked") if locked else _("Open the mission"), parent)
        self._recovering = False
        body = self.card.body
        body.addWidget(ElidedLabel(path.stem, "strong", self))
        where = ElidedLabel(str(path.parent), "small", self, mode=Qt.TextElideMode.ElideMiddle)
        body.addWidget(where)
        body.addSpacing(10)
        self._add_fields(body)
        self._ways = spaced(QVBoxLayout(), 0, 6)
        body.addLayout(self._ways)
        body.addSpacing(6)
        self._open = PrimaryButton(_("Open"), self._give, self)
        self._open.setDefault(True)
        body.addWidget(self._open)
        self._bar = _busy_bar(_("Opening…"), self)
        self._bar.hide()
        body.addWidget(self._bar)
        self._other_way = LinkButton(_("Use the recovery sheet"), self._switch, self)
        foot = spaced(QHBoxLayout(), 0, 4)
        foot.addWidget(self._other_way)
        foot.addStretch(1)
        foot.addWidget(QuietButton(_("Another mission"), self.left.emit, self))
        body.addLayout(foot)
        self.setFocusProxy(self.field)

    def _add_fields(self, body: QVBoxLayout) -> None:
        self._label = PlainLabel(_("Passphrase"), "field", self)
        self.field = SecretField(self)
        self._label.setBuddy(self.field)
        self._sheet = QLineEdit(self)
        self._sheet.setPlaceholderText("ABCD-EFGH-…")
        self._sheet.setAccessibleName(_("Text of the recovery sheet"))
        self._sheet.hide()
        self._message = PlainLabel("", "error", self, wrap=True)
        self._message.hide()
        for widget in (self._label, self.field, self._sheet, self._message):
            body.addWidget(widget)
        self.field.submitted.connect(self._give)
        self._sheet.returnPressed.connect(self._give)

    def wait(self, on: bool) -> None:
        """Show that the file is being opened."""
        self._bar.setVisible(on)
        for widget in (self.field, self._sheet, self._open, self._other_way):
            widget.setEnabled(not on)
        if on:
            self.say("")
        else:
            (self._sheet if self._recovering else self.field).setFocus()

    def say(self, text: str, ways: Sequence[tuple[str, Callable[[], object]]] = ()) -> None:
        """Say what went wrong and offer ways out.

        Args:
            text: One sentence, empty for none.
            ways: What each further button says and does.
        """
        self._message.setText(text)
        self._message.setVisible(bool(text))
        self._message.setAccessibleName(text)
        while self._ways.count():
            item = self._ways.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        for words, action in ways:
            self._ways.addWidget(SecondaryButton(words, action, self))
        if text and not self._recovering:
            self.field.select_all()

    def _switch(self) -> None:
        self._recovering = not self._recovering
        self.field.setVisible(not self._recovering)
        self._sheet.setVisible(self._recovering)
        self._label.setText(
            _("Text of the recovery sheet") if self._recovering else _("Passphrase")
        )
        self._other_way.setText(
            _("Use the passphrase") if self._recovering else _("Use the recovery sheet")
        )
        self.say("")
        (self._sheet if self._recovering else self.field).setFocus()

    def _give(self) -> None:
        if self._recovering:
            self.recovery_given.emit(self._sheet.text())
        else:
            self.passphrase_given.emit(self.field.text())


class UnlockedPage(FrontPage):
    """Stands before a mission without passphrase: it hides the screen, and says how little.

    Signals:
        opened: Emitted when the user goes on.
        left: Emitted when the user wants another mission.
    """

    opened = Signal()
    left = Signal()

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(_("The mission is locked"), parent)
        told = _("This file has no passphrase: whoever sits here can open it.")
        self.card.body.addWidget(ElidedLabel(path.stem, "strong", self))
        self.card.body.addWidget(PlainLabel(told, "muted", self, wrap=True))
        self.card.body.addSpacing(8)
        button = PrimaryButton(_("Open"), self.opened.emit, self)
        button.setDefault(True)
        self.card.body.addWidget(button)
        leave = QuietButton(_("Another mission"), self.left.emit, self)
        self.card.body.addWidget(leave, 0, Qt.AlignmentFlag.AlignRight)
        self.setFocusProxy(button)


class TroublePage(FrontPage):
    """Says why a mission did not open, and what can be done.

    Signals:
        left: Emitted when the user goes back.
    """

    left = Signal()

    def __init__(
        self,
        path: Path,
        text: str,
        ways: Sequence[tuple[str, Callable[[], object]]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("This mission does not open"), parent)
        self.card.body.addWidget(ElidedLabel(path.name, "strong", self))
        self.text = PlainLabel(text, "body", self, wrap=True)
        self.card.body.addWidget(self.text)
        self.card.body.addSpacing(8)
        for words, action in ways:
            self.card.body.addWidget(SecondaryButton(words, action, self))
        back = PrimaryButton(_("Back"), self.left.emit, self)
        self.card.body.addWidget(back)
        self.setFocusProxy(back)


def _busy_bar(name: str, parent: QWidget) -> QProgressBar:
    bar = QProgressBar(parent)
    bar.setRange(0, 0)
    bar.setTextVisible(False)
    bar.setAccessibleName(name)
    return bar
