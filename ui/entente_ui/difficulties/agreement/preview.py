"""An agreement as it will be read, while it is being written."""

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from entente.domain.clauses import BLANK_LABELS
from entente.i18n import _, ngettext
from entente.services.clauses import Reading
from entente_ui.formats import labelled, listing
from entente_ui.kit import PlainLabel, spaced


class Preview(QWidget):
    """The whole text, plain; above it, what is still missing in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lacks = PlainLabel("", "small", self, wrap=True)
        self._broken = PlainLabel("", "error", self, wrap=True)
        self._review = PlainLabel("", "small", self, wrap=True)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(_("The whole text"))
        layout = spaced(QVBoxLayout(self), 0, 6)
        layout.addWidget(PlainLabel(_("The whole text"), "section", self))
        for label in (self._broken, self._lacks, self._review):
            layout.addWidget(label)
        layout.addWidget(self.text, 1)

    def show_reading(self, reading: Reading) -> None:
        """Show the text, where one was reading it."""
        if reading.text != self.text.toPlainText():
            bar = self.text.verticalScrollBar()
            place = bar.value()
            self.text.setPlainText(reading.text)
            bar.setValue(place)
        filled = [each.filled for each in reading.paragraphs]
        missing = dict.fromkeys(blank for each in filled for blank in each.missing)
        names = listing([_(BLANK_LABELS[blank]) for blank in missing])
        self._lacks.setText(labelled(_("To be completed"), names) if names else "")
        broken = sum(each.is_broken for each in filled)
        words = ngettext(
            "{count} clause has a broken field.", "{count} clauses have a broken field.", broken
        )
        self._broken.setText(words.format(count=broken) if broken else "")
        waiting = sum(each.to_review for each in reading.paragraphs)
        words = ngettext(
            "{count} clause to be proof-read by counsel.",
            "{count} clauses to be proof-read by counsel.",
            waiting,
        )
        self._review.setText(words.format(count=waiting) if waiting else "")
        for label in (self._lacks, self._broken, self._review):
            label.setVisible(bool(label.text()))
