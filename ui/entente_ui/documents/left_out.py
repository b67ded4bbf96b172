"""What a document does not say to its reader, and why: for the mediator's eyes."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from entente.briefs.told import Withheld
from entente.domain.catalogue import RECORD_TYPES
from entente.i18n import _, ngettext
from entente_ui.kit import Card, PlainLabel, Section, spaced


class LeftOut(QWidget):
    """The list of what was left out; a click goes to the record."""

    def __init__(self, reveal: Callable[[str, str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reveal = reveal
        self._section = Section("", self)
        self._section.body.setSpacing(6)
        spaced(QVBoxLayout(self), 0, 0).addWidget(self._section)

    def show_texts(self, texts: Sequence[Withheld]) -> None:
        """Show what was left out."""
        while (item := self._section.body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if not texts:
            self._section.set_title(_("Left out"))
            self._section.body.addWidget(
                PlainLabel(_("Nothing: this reader may read all of it."), "muted", self, wrap=True)
            )
            return
        title = ngettext("Left out: {count} text", "Left out: {count} texts", len(texts))
        self._section.set_title(title.format(count=len(texts)))
        for text in texts:
            self._section.body.addWidget(self._card(text))

    def _card(self, text: Withheld) -> Card:
        card = Card(_(text.what), self, level=text.level, of=text.caucus_of, clickable=True)
        if text.whose:
            card.body.addWidget(PlainLabel(text.whose, "small", card, wrap=True))
        if text.reason == "later":
            card.body.addWidget(PlainLabel(_("dated after the document"), "small", card))
        # A kind may be called a rating itself: what a person says of themselves.
        is_kind = text.table in RECORD_TYPES
        kind = text.table if is_kind else text.table.removesuffix("_rating")
        card.clicked.connect(lambda: self._reveal(kind, text.key))
        return card
