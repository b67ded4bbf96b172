"""How many notes there are, and the way to them."""

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from entente.domain.note import FACTS, NoteKind
from entente.i18n import _, ngettext
from entente_ui.difficulties.overview.seen import Seen
from entente_ui.difficulties.pages import page_exists
from entente_ui.kit import FlowLayout, LinkButton, PlainLabel, spaced

_NOTES: Final = "notes"
_FACTS: Final = "facts"


class NotesPart(QWidget):
    """Two counts, each a link to the page that shows what is counted.

    Signals:
        page_wanted: Emitted with the name of a page.
    """

    page_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.links = {
            name: LinkButton("", partial(self.page_wanted.emit, name), self)
            for name in (_NOTES, _FACTS)
        }
        flow = spaced(FlowLayout(), 0, 16)
        for name, link in self.links.items():
            flow.addWidget(link)
            link.setEnabled(page_exists(name))
        layout = spaced(QVBoxLayout(self), 0, 6)
        layout.addWidget(PlainLabel(_("Notes and facts"), "section", self))
        layout.addLayout(flow)

    def show_seen(self, seen: Seen) -> None:
        """Show how many notes hold."""
        facts = sum(seen.notes.get(kind.value, 0) for kind in FACTS)
        disputed = seen.notes.get(NoteKind.DISPUTED.value, 0)
        others = sum(seen.notes.values()) - facts
        told = ngettext("{count} note", "{count} notes", others).format(count=others)
        self.links[_NOTES].setText(told)
        told = ngettext("{count} fact", "{count} facts", facts).format(count=facts)
        if disputed:
            more = ngettext("{count} in dispute", "{count} in dispute", disputed)
            told = f"{told}, {more.format(count=disputed)}"
        self.links[_FACTS].setText(told)
        self.setVisible(bool(seen.notes) or not seen.is_read_only)
