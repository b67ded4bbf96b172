"""One lane of notes."""

from PySide6.QtWidgets import QWidget

from entente.domain.confidentiality import Level
from entente.domain.note import NOTE
from entente.services.notes import Note
from entente_ui.difficulties.notes.faces import NoteFaces
from entente_ui.difficulties.notes.handling import NoteHandling
from entente_ui.difficulties.notes.veil import Veil
from entente_ui.kit.cards import CardView


class LaneView(NoteHandling, CardView[Note]):
    """Notes from above; those of a caucus are covered by a veil."""

    def __init__(self, veil: Veil, faces: NoteFaces, parent: QWidget | None = None) -> None:
        super().__init__(NOTE.name, faces, parent)
        self.uncover_by(veil)
        veil.changed.connect(self._on_veil)

    def _on_veil(self) -> None:
        self.cards.retell(lambda note: note.level == Level.CAUCUS)
