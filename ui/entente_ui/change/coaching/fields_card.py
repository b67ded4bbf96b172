"""Fields of a support on a card: what was agreed, and what is said at the end."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from entente.domain.coaching.records import COACHING_TRACK
from entente.domain.records import LEVEL_FIELD, Field
from entente.services.coaching import Track
from entente_ui.kit import Card, FlowLayout, PlainLabel, sized, spaced
from entente_ui.pane import Context
from entente_ui.registers.box import FieldBox
from entente_ui.registers.writing import Place, commit


class FieldsCard(Card):
    """Some fields of a support, each written as soon as it is left.

    Attributes:
        boxes: By the name of the field.
        note: A sentence above them.
        foot: Layout below them.
    """

    def __init__(
        self,
        context: Context,
        title: str,
        short: Mapping[str, int],
        long: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        """Make the card.

        Args:
            context: What the shell gives.
            title: Its first line; empty where it stands elsewhere.
            short: Names of the fields side by side, with their widths in px at 100 %.
            long: Names of those below, each with a line of its own.
            parent: Its widget.
        """
        super().__init__("", parent)
        self._context = context
        self._key = ""
        self.boxes: dict[str, FieldBox] = {}
        self.note = PlainLabel("", "muted", self, wrap=True)
        if title:
            self.body.addWidget(PlainLabel(title, "section", self))
        self.body.addWidget(self.note)
        across = spaced(FlowLayout(), 0, 8)
        for name, width in short.items():
            box = self._box(name)
            sized(box, width=width)
            across.addWidget(box)
        self.body.addLayout(across)
        for name in long:
            self.body.addWidget(self._box(name))
        self.foot = spaced(QVBoxLayout(), (0, 4, 0, 0), 6)
        self.body.addLayout(self.foot)

    def show_track(self, track: Track) -> None:
        """Show a support; what is being typed stays."""
        self._key = track.id
        for name, box in self.boxes.items():
            box.show_value(track.values[name])

    def _box(self, name: str) -> FieldBox:
        box = FieldBox(COACHING_TRACK.field(name), None, self)
        box.committed.connect(partial(self._commit, box))
        self.boxes[name] = box
        return box

    def _commit(self, box: FieldBox, field: Field, typed: object) -> None:
        commit(self._context, Place(COACHING_TRACK, self._key, {}), box, field, typed)


#: What the three agree on, and how wide each field is.
AGREED_SHORT = {
    "sessions_planned": 130,
    "starts_on": 140,
    "ends_on": 140,
    "signed_on": 160,
    LEVEL_FIELD: 170,
}
AGREED_LONG = ("purpose", "sponsor", "expectations", "terms")
CLOSING_LONG = ("closing_person", "closing_result")
