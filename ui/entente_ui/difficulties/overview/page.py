"""A difficulty at a glance: alerts, stage, causes, what it is made of, what comes next."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.domain.note import STEP
from entente.domain.wheel import Question
from entente.i18n import _
from entente.services import parties
from entente_ui.difficulties.overview import seen as reading
from entente_ui.difficulties.overview.alerts import Alerts
from entente_ui.difficulties.overview.causes_part import CausesPart
from entente_ui.difficulties.overview.families_part import FamiliesPart
from entente_ui.difficulties.overview.notes_part import NotesPart
from entente_ui.difficulties.overview.round_part import RoundPart
from entente_ui.difficulties.overview.stage_part import StagePart
from entente_ui.difficulties.overview.stake_part import StakePart
from entente_ui.difficulties.overview.texts_part import GapPart, OutcomesPart, TextsPart
from entente_ui.difficulties.page import DifficultyPage
from entente_ui.difficulties.parts import Parts
from entente_ui.difficulties.wheel_words import PAGE_OF
from entente_ui.kit import ScrollArea, make_action, spaced
from entente_ui.pane import Context
from entente_ui.registers import work


class OverviewPage(DifficultyPage):
    """The first page of a difficulty; everything on it is edited where it stands."""

    name: ClassVar[str] = "overview"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._key = ""
        self._scroll = ScrollArea(parent=self, name=_("Overview"))
        self.alerts = Alerts(self)
        self.summary = TextsPart(context, "", ("summary",), self)
        self.stake = StakePart(context, self)
        self.stage = StagePart(context, self)
        self.round = RoundPart(self)
        self.steps = Parts(context, STEP, _("Next steps"), ("actor_id", "due_on", "done"), {}, self)
        self.notes = NotesPart(self)
        self.causes = CausesPart(context, self)
        self.families = FamiliesPart(context, self)
        self.gap = GapPart(context, self)
        lesson = ("revealed_kind", "revealed", "solution")
        self.lesson = TextsPart(context, _("What it taught"), lesson, self)
        self.outcomes = OutcomesPart(context, self)
        self._build()
        self.round.asked.connect(self._go_round)
        self.notes.page_wanted.connect(lambda name: self.page_wanted.emit(name, ""))

    def _build(self) -> None:
        page = QWidget(self)
        layout = spaced(QVBoxLayout(page), (20, 14, 20, 24), 20)
        for part in (
            self.alerts,
            self.summary,
            self.stake,
            self.stage,
            self.round,
            self.steps,
            self.notes,
            self.causes,
            self.families,
            self.gap,
            self.lesson,
            self.outcomes,
        ):
            layout.addWidget(part)
        layout.addStretch(1)
        self._scroll.setWidget(page)
        spaced(QVBoxLayout(self), 0, 0).addWidget(self._scroll)

    @override
    def show_difficulty(self, key: str) -> None:
        document = self.context.document
        viewer = document.viewer
        seen = document.read(lambda s: reading.read(s, key, viewer))
        if seen is None:
            return
        if key != self._key:
            self._key = key
            self._scroll.verticalScrollBar().setValue(0)
        for part in (
            self.alerts,
            self.summary,
            self.stake,
            self.stage,
            self.round,
            self.notes,
            self.causes,
            self.families,
            self.gap,
            self.lesson,
            self.outcomes,
        ):
            part.show_seen(seen)
        labels = {ACTOR.name: seen.names}
        self.steps.show_rows(key, seen.steps, labels, read_only=seen.is_read_only)
        self.steps.setVisible(bool(seen.steps) or not seen.is_read_only)

    @override
    def offered(self) -> Sequence[QAction]:
        if self.context.document.is_presenting:
            return ()
        return [make_action(self, _("Find what the conflict is made of"), self._ask_families)]

    def _ask_families(self) -> None:
        self.families.guided.set_expanded(True)
        self._scroll.ensureWidgetVisible(self.families.guided)
        self.families.guided.header.setFocus()

    def _go_round(self, question: str) -> None:
        self.page_wanted.emit(PAGE_OF[Question(question)], "")

    @override
    def focus_on(self, record_type: str, key: str) -> None:
        card = self.steps.card(key)
        if card is not None:
            self._scroll.ensureWidgetVisible(card)
            self.steps.focus_on(key)

    @override
    def take_actors(self, keys: Sequence[str]) -> bool:
        for key in keys:
            self._add_party(key)
        return True

    def _add_party(self, actor: str) -> None:
        self.context.taken(
            work.attempt(
                self.context.document,
                _("Add a party"),
                lambda s: parties.add(s, self._key, actor),
            )
        )
