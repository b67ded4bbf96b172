"""How far a conflict has escalated: the staircase, what each step looks like, how it moved."""

from functools import partial
from typing import Final

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from entente.domain.difficulty import DIFFICULTY, STAGES
from entente.domain.escalation import SPEED_DAYS, speed
from entente.domain.stage_advice import STAGE_ADVICE
from entente.i18n import _, ngettext
from entente.services import records
from entente.store.session import Session
from entente_ui.difficulties.dating import Asked, ask_day_and_fact
from entente_ui.difficulties.overview.seen import Seen
from entente_ui.difficulties.overview.staircase import Staircase
from entente_ui.difficulties.past import FieldTrail
from entente_ui.difficulties.words import stage_name
from entente_ui.formats import labelled, listing, signed
from entente_ui.kit import PlainLabel, Section, spaced
from entente_ui.look.theme import theme
from entente_ui.pane import Context

_STAGE: Final = "stage"


class StagePart(QWidget):
    """The staircase with its history."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._seen: Seen | None = None
        self.staircase = Staircase(self)
        self.now = PlainLabel("", "muted", self, wrap=True)
        self.anchor = PlainLabel("", "strong", self, wrap=True)
        self.advice = PlainLabel("", "muted", self, wrap=True)
        self.past = Section("", self, expanded=False)
        self.trail: FieldTrail | None = None
        self._build()
        self.staircase.rated.connect(self.rate)
        self.staircase.looked_at.connect(self._explain)
        self.past.folded.connect(self._show_past)
        theme().changed.connect(self._keep_room)

    def _build(self) -> None:
        head = spaced(QHBoxLayout(), 0, 12)
        head.addWidget(PlainLabel(_("The escalation"), "section", self))
        head.addWidget(self.now, 1)
        self.now.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout = spaced(QVBoxLayout(self), 0, 6)
        layout.addLayout(head)
        layout.addWidget(self.staircase)
        layout.addWidget(self.anchor)
        layout.addWidget(self.advice)
        layout.addWidget(self.past)
        self._keep_room()

    def _keep_room(self) -> None:
        """Keep two lines for the advice, so that nothing below moves with the pointer."""
        self.advice.setMinimumHeight(2 * QFontMetrics(theme().font("body")).lineSpacing())
        self.anchor.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.advice.setAlignment(Qt.AlignmentFlag.AlignTop)

    def show_seen(self, seen: Seen) -> None:
        """Show how far it went."""
        self._seen = seen
        self.setVisible(bool(seen.stages) or not seen.is_read_only)
        self.staircase.show_history(seen.history)
        self.staircase.setEnabled(not seen.is_read_only)
        self.now.setText(self._movement(seen))
        self._explain(0)
        count = len(seen.stages)
        told = ngettext("History: {count} rating", "History: {count} ratings", count)
        self.past.set_title(told.format(count=count))
        self.past.setVisible(bool(count))
        self._show_past()

    @staticmethod
    def _movement(seen: Seen) -> str:
        if not seen.stage:
            return _("Click the step you have observed.")
        moved = speed(seen.history)
        if moved is None:
            return stage_name(seen.stage)
        told = _("{speed} stages in {days} days").format(speed=signed(moved, 1), days=SPEED_DAYS)
        return f"{stage_name(seen.stage)} · {told}"

    @Slot(int)
    def _explain(self, stage: int) -> None:
        """Say what can be observed at a stage, or at the one it is at."""
        seen = self._seen
        stage = stage or (seen.stage if seen else 0)
        self.anchor.setVisible(bool(stage))
        self.advice.setVisible(bool(stage) and seen is not None and not seen.is_read_only)
        if not stage:
            return
        self.anchor.setText(labelled(stage_name(stage), _(STAGES[stage - 1].signal)))
        advice = STAGE_ADVICE[stage]
        roles = listing([_(role) for role in advice.roles])
        usual = labelled(_("Usual roles"), roles)
        self.advice.setText(f"{_(advice.action)} {usual}.")

    @Slot()
    def _show_past(self) -> None:
        if self._seen is None or not self.past.expanded:
            return
        if self.trail is None:
            self.trail = FieldTrail(self._context, DIFFICULTY, _STAGE, self)
            self.past.body.addWidget(self.trail)
        self.trail.show_past(self._seen.key, self._seen.stages, read_only=self._seen.is_read_only)

    @Slot(int)
    def rate(self, stage: int) -> None:
        """Note that a stage is observed today; then ask of which day it is and by what fact."""
        if self._seen is None or self._seen.is_read_only:
            return
        made: list[str] = []
        key, ref = self._seen.key, self._seen.record["ref"]
        rate = partial(_rate, key=key, stage=stage, made=made)
        label = _("Rate {ref} at stage {stage}").format(ref=ref, stage=stage)
        if self._context.document.run(label, rate):
            asked = Asked(DIFFICULTY, made[0], _("Note the fact behind the stage"))
            target = QRect(self.staircase.step_rect(stage))
            ask_day_and_fact(self._context, self.staircase, target, asked)


def _rate(session: Session, key: str, stage: int, made: list[str]) -> None:
    made.append(records.rate(session, DIFFICULTY, key, {_STAGE: stage}))
