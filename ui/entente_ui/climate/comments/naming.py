"""Comments that name somebody: said beside them, with a way to put them in other words."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from entente.domain.climate.words import Span, names_in, without_names
from entente.domain.text import shorten
from entente.i18n import _, ngettext
from entente_ui.formats import listing, quoted
from entente_ui.kit import (
    Pill,
    PlainLabel,
    PrimaryButton,
    SecondaryButton,
    sized,
    spaced,
)

_WIDTH: Final = 520
_HEIGHT: Final = 130
_SHOWN: Final = 600


def naming_words(spans: Sequence[Span]) -> str:
    """Return whom a text names, each once; nothing where it names nobody."""
    names = list(dict.fromkeys(span.word for span in spans))
    if not names:
        return ""
    words = ngettext("It names a person: {names}.", "It names people: {names}.", len(names))
    return words.format(names=listing([quoted(name) for name in names]))


class NamingLine(QWidget):
    """Whom the comment selected names; gone where it names nobody.

    Attributes:
        warning: The sentence.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.warning = PlainLabel("", "body", self, wrap=True)
        line = spaced(QHBoxLayout(self), 0, 8)
        line.addWidget(Pill(_("names somebody"), "caution", self))
        line.addWidget(self.warning, 1)
        self.hide()

    def show_spans(self, spans: Sequence[Span]) -> None:
        """Warn of names; nothing is warned of where there are none."""
        self.warning.setText(naming_words(spans))
        self.setVisible(bool(spans))


class RewordDialog(QDialog):
    """A comment, and what may be told of it; warns as long as that names somebody.

    Attributes:
        field: The other words.
        warning: Whom they name.
        paraphrase: What was written; empty until it was agreed to.
    """

    def __init__(
        self, text: str, paraphrase: str, names: Sequence[str], parent: QWidget | None = None
    ) -> None:
        """Show what was written, and begin with it without its names.

        Args:
            text: As it was written.
            paraphrase: What may be told of it so far; empty for nothing.
            names: Of those who are not to be named.
            parent: Its window.
        """
        super().__init__(parent)
        self._names = tuple(names)
        self.paraphrase = ""
        self.setWindowTitle(_("In other words"))
        written = PlainLabel(shorten(text, _SHOWN), "muted", self, wrap=True)
        self.field = QPlainTextEdit(paraphrase or without_names(text, names), self)
        self.field.setAccessibleName(_("In other words"))
        self.field.setTabChangesFocus(True)
        sized(self.field, height=_HEIGHT)
        self.warning = PlainLabel("", "error", self, wrap=True)
        for widget in (written, self.field, self.warning):
            sized(widget, width=_WIDTH)
        keep = PrimaryButton(_("Keep these words"), self.keep, self)
        foot = spaced(QHBoxLayout(), 0, 8)
        foot.addStretch(1)
        foot.addWidget(SecondaryButton(_("Cancel"), self.reject, self))
        foot.addWidget(keep)
        layout = spaced(QVBoxLayout(self), 20, 12)
        layout.addWidget(PlainLabel(_("In other words"), "heading", self))
        layout.addWidget(written)
        layout.addWidget(self.field)
        layout.addWidget(self.warning)
        layout.addLayout(foot)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        self.field.textChanged.connect(self._check)
        self._check()

    @Slot()
    def _check(self) -> None:
        words = naming_words(names_in(self.field.toPlainText(), self._names))
        self.warning.setText(words)
        self.warning.setVisible(bool(words))

    @Slot()
    def keep(self) -> None:
        """Agree to the words; there have to be some."""
        self.paraphrase = self.field.toPlainText().strip()
        if self.paraphrase:
            self.accept()
        else:
            self.field.setFocus()
