"""One part of the page: what was found, who is meant, and how it was worked out."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from entente.i18n import _
from entente_ui import formats
from entente_ui.actors.network.sentence import Sentence
from entente_ui.actors.network.words import MOST_LINES, Told
from entente_ui.kit import Card, LinkButton, PlainLabel, spaced


class Method(QWidget):
    """How a finding was worked out, folded until somebody asks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = LinkButton(_("How this is worked out"), self._toggle, self)
        self._words = QWidget(self)
        self._paragraphs = spaced(QVBoxLayout(self._words), (0, 2, 0, 4), 6)
        whole = spaced(QVBoxLayout(self), 0, 0)
        whole.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addWidget(self._words)
        self._words.hide()

    @property
    def paragraphs(self) -> Sequence[str]:
        """What it says."""
        return [label.text() for label in self._words.findChildren(PlainLabel)]

    def show_paragraphs(self, paragraphs: Sequence[str]) -> None:
        """Say something else."""
        emptied(self._paragraphs)
        for words in paragraphs:
            self._paragraphs.addWidget(PlainLabel(words, "muted", self._words, wrap=True))

    def set_expanded(self, on: bool) -> None:
        """Show or fold it."""
        self._words.setVisible(on)
        self.button.setText(_("Hide how") if on else _("How this is worked out"))

    def _toggle(self) -> None:
        self.set_expanded(self._words.isHidden())


class Finding(Card):
    """A card with a finding in words; the number and the method are one click away.

    Attributes:
        lead: The finding.
        content: Layout of what follows it.
        method: The disclosure.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.lead = PlainLabel("", "body", self, wrap=True)
        self.content = spaced(QVBoxLayout(), (0, 4, 0, 2), 8)
        self.method = Method(self)
        self.body.addWidget(PlainLabel(title, "section", self))
        self.body.addWidget(self.lead)
        self.body.addLayout(self.content)
        self.body.addWidget(self.method)

    def explain(self, paragraphs: Sequence[str]) -> None:
        """Say how it was worked out."""
        self.method.show_paragraphs(paragraphs)


class People(Finding):
    """A finding about people."""

    def __init__(
        self, title: str, on_person: Callable[[str], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent)
        self._on_person = on_person

    def show_told(self, told: Told) -> None:
        """Show another finding."""
        self.lead.setText(told.lead)
        emptied(self.content)
        for line in told.lines[:MOST_LINES]:
            self.content.addWidget(Sentence(line, self._on_person, self))
        left = len(told.lines) - MOST_LINES
        if left > 0:
            more = _("and {count} more").format(count=formats.number(left))
            self.content.addWidget(PlainLabel(more, "muted", self))
        self.explain(told.method)


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout, for good."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
