"""What is at stake, what would be in proportion, and what is done."""

from functools import partial
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from entente.domain.difficulty import DIFFICULTY, RESPONSE_LABELS, Response
from entente.domain.proportion import proposed_response, response_gap
from entente.domain.records import Field
from entente.i18n import _
from entente_ui.difficulties.overview.seen import Seen
from entente_ui.kit import FlowLayout, Pill, PlainLabel, sized, spaced
from entente_ui.pane import Context
from entente_ui.registers.box import FieldBox
from entente_ui.registers.writing import Place, commit

_STAKE: Final = "stake"
_RESPONSE: Final = "response"


class StakePart(QWidget):
    """Stake and response side by side, and whether they fit."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._key = ""
        self.boxes = {
            name: FieldBox(DIFFICULTY.field(name), None, self) for name in (_STAKE, _RESPONSE)
        }
        for box in self.boxes.values():
            box.committed.connect(partial(self._commit, box))
        sized(self.boxes[_STAKE], width=96)
        sized(self.boxes[_RESPONSE], width=220)
        self._proposed = PlainLabel("", "strong", self)
        self._gap = Pill("", "neutral", self)
        fit = QWidget(self)
        beside = spaced(QVBoxLayout(fit), 0, 3)
        beside.addWidget(PlainLabel(_("Response in proportion"), "field", self))
        line = spaced(QHBoxLayout(), (0, 6, 0, 6), 8)
        line.addWidget(self._proposed)
        line.addWidget(self._gap)
        line.addStretch(1)
        beside.addLayout(line)
        whole = spaced(FlowLayout(self), 0, 16)
        whole.addWidget(self.boxes[_STAKE])
        whole.addWidget(self.boxes[_RESPONSE])
        whole.addWidget(fit)

    def show_seen(self, seen: Seen) -> None:
        """Show what is at stake; the stake is for the mediator alone."""
        self._key = seen.key
        for name, box in self.boxes.items():
            box.show_value(seen.record[name])
            box.set_read_only(seen.is_read_only)
        self.setVisible(not seen.is_read_only)
        engaged = seen.record[_RESPONSE]
        proposed = proposed_response(seen.record[_STAKE], seen.scope, seen.stage or None)
        words = _(RESPONSE_LABELS[proposed]) if proposed else _("rate the stake first")
        self._proposed.setText(words)
        gap = response_gap(proposed, Response(engaged) if engaged else None)
        self._gap.setVisible(gap is not None)
        if gap is not None:
            self._gap.setText(_gap_word(gap))
            self._gap.set_role("good" if gap == 0 else "caution")

    def _commit(self, box: FieldBox, field: Field, typed: object) -> None:
        commit(self._context, Place(DIFFICULTY, self._key, {}), box, field, typed)


def _gap_word(gap: int) -> str:
    if gap == 0:
        return _("in proportion")
    return _("heavier than needed") if gap > 0 else _("lighter than needed")
