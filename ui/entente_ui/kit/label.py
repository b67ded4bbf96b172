"""Words on screen. User text is shown as it is: Qt would else read it as HTML and open files."""

import html
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

#: What a label can be; each is a rule of the style sheet.
VARIANTS: Final = frozenset(
    [
        "body",
        "display",
        "title",
        "heading",
        "section",
        "strong",
        "muted",
        "small",
        "small-strong",
        "field",
        "error",
        "brand",
    ]
)


class PlainLabel(QLabel):
    """A label that never reads its text as HTML."""

    def __init__(
        self,
        text: str = "",
        variant: str = "body",
        parent: QWidget | None = None,
        *,
        wrap: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.set_variant(variant)
        self.setText(text)

    def set_variant(self, variant: str) -> None:
        """Change how the words look.

        Raises:
            ValueError: If `variant` is not one of `VARIANTS`.
        """
        if variant not in VARIANTS:
            raise ValueError(variant)
        set_look(self, "variant", variant)


class ElidedLabel(PlainLabel):
    """A label of one line that shortens its text to the width it gets.

    The whole text is in the tooltip while it does not fit, and always what is read aloud.
    """

    # Qt asks for the text before the constructor below is through.
    _mode = Qt.TextElideMode.ElideRight

    def __init__(
        self,
        text: str = "",
        variant: str = "body",
        parent: QWidget | None = None,
        *,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__(text, variant, parent)
        self._mode = mode
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._explain()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._explain()

    @override
    def setText(self, text: str) -> None:
        super().setText(" ".join(text.split("\n")))
        self._explain()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), int(self.alignment()), self._shown())

    def _shown(self) -> str:
        return self.fontMetrics().elidedText(self.text(), self._mode, self.contentsRect().width())

    def _explain(self) -> None:
        shortened = self._shown() != self.text()
        self.setToolTip(tooltip_html(self.text()) if shortened else "")


def set_look(widget: QWidget, name: str, value: object) -> None:
    """Set a property the style sheet looks at, and let it look again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def tooltip_html(text: str, shortcut: str = "") -> str:
    """Return `text` for a tooltip: shown as it is, whatever it holds."""
    if not text:
        return ""
    shown = html.escape(text).replace("\n", "<br>")
    keys = f"&nbsp;&nbsp;<b>{html.escape(shortcut)}</b>" if shortcut else ""
    # Without a tag Qt would show the escapes; with one it wraps long lines as well.
    return f"<qt>{shown}{keys}</qt>"


def tooltip(widget: QWidget, text: str, shortcut: QKeySequence | str = "") -> None:
    """Explain `widget` on hover, and to a screen reader, with its shortcut."""
    keys = shortcut_text(shortcut)
    widget.setToolTip(tooltip_html(text, keys))
    widget.setAccessibleDescription(f"{text} ({keys})" if keys else text)


def shortcut_text(shortcut: QKeySequence | str) -> str:
    """Return a shortcut as the desktop writes it."""
    sequence = QKeySequence(shortcut) if isinstance(shortcut, str) else shortcut
    return sequence.toString(QKeySequence.SequenceFormat.NativeText)


def with_keys(text: str, keys: str) -> str:
    """Return the words of a menu with the keys that do the same elsewhere."""
    return f"{text}\t{shortcut_text(keys)}" if keys else text


def without_mnemonic(text: str) -> str:
    """Return `text` for a control that would take `&` as the mark of a key."""
    return text.replace("&", "&&")
