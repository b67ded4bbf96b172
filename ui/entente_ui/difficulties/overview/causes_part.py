"""Which of the ten causes a difficulty has, and how much each counts."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from entente.domain.ten_causes import CAUSE_LABELS, TenCause
from entente.i18n import _
from entente.services import diagnosis
from entente_ui.difficulties.overview.chip import WeightChip
from entente_ui.difficulties.overview.seen import Seen
from entente_ui.kit import FlowLayout, PlainLabel, spaced
from entente_ui.pane import Context
from entente_ui.registers import work


class CausesPart(QWidget):
    """Ten chips; a step for each that is chosen, weighed or taken back."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._key = ""
        self.chips: dict[TenCause, WeightChip] = {}
        flow = spaced(FlowLayout(), 0, 8)
        for cause in TenCause:
            chip = WeightChip(f"{cause.number} · {_(CAUSE_LABELS[cause])}", self)
            chip.weighed.connect(partial(self._weigh, cause))
            self.chips[cause] = chip
            flow.addWidget(chip)
        layout = spaced(QVBoxLayout(self), 0, 6)
        layout.addWidget(PlainLabel(_("Causes"), "section", self))
        layout.addLayout(flow)

    def show_seen(self, seen: Seen) -> None:
        """Show which were chosen."""
        self._key = seen.key
        weights = {row["cause"]: row["weight"] for row in seen.causes}
        for cause, chip in self.chips.items():
            chip.show_weight(weights.get(cause.value))
            chip.setEnabled(not seen.is_read_only)
            chip.setVisible(not seen.is_read_only or cause.value in weights)
        self.setVisible(not seen.is_read_only or bool(weights))

    def _weigh(self, cause: TenCause, weight: int | None) -> None:
        word = _(CAUSE_LABELS[cause])
        told = (
            _("Take back the cause: {cause}") if weight is None else _("Weigh the cause: {cause}")
        )
        self._context.taken(
            work.attempt(
                self._context.document,
                told.format(cause=word),
                lambda s: diagnosis.weigh_cause(s, self._key, cause.value, weight),
            )
        )
