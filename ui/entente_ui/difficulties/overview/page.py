"""A difficulty at a glance: its stage, its parties, what was noted and what comes next."""

from collections.abc import Sequence
from functools import partial
from typing import Any, ClassVar, Final

from PySide6.QtCore import QRect, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.domain.difficulty import DIFFICULTY
from entente.domain.note import NOTE, STEP, NoteKind
from entente.domain.option import OPTION
from entente.domain.party import PARTY
from entente.i18n import _
from entente.services import difficulties, records
from entente.services.difficulties import Overview
from entente.store.session import Session
from entente_ui.difficulties.overview.staircase import Staircase
from entente_ui.difficulties.page import DifficultyPage
from entente_ui.difficulties.parties import Parties
from entente_ui.difficulties.parts import Parts
from entente_ui.difficulties.words import stage_name
from entente_ui.difficulties.writing import Place, commit
from entente_ui.kit import Panel, PlainLabel, ScrollArea, ask_beside, spaced
from entente_ui.pane import Context
from entente_ui.registers.box import FieldBox

_LISTS: Final = {kind.name: kind for kind in (PARTY, NOTE, OPTION, STEP)}


class OverviewPage(DifficultyPage):
    """The first page of a difficulty; everything on it is edited where it stands."""

    name: ClassVar[str] = "overview"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._overview: Overview | None = None
        self._scroll = ScrollArea(parent=self, name=_("Overview"))
        self._alert = PlainLabel("", "strong", self, wrap=True)
        self._alert_panel = Panel("soft", "left", self)
        self.staircase = Staircase(self)
        self._stage_line = PlainLabel("", "muted", self)
        self.summary = FieldBox(
            DIFFICULTY.field("summary"), DIFFICULTY.field("summary_level"), self
        )
        self.parties = Parties(context, self)
        self.agreed = self._notes(_("Agreed"), NoteKind.AGREED)
        self.disputed = self._notes(_("In dispute"), NoteKind.DISPUTED)
        self.facts = self._notes(_("Facts"), NoteKind.FACT)
        self.notes = self._notes(_("Notes"), NoteKind.NOTE)
        self.options = Parts(context, OPTION, _("Options"), ("status", "actor_id"), {}, self)
        self.steps = Parts(context, STEP, _("Next steps"), ("actor_id", "due_on", "done"), {}, self)
        self._build()
        self.staircase.rated.connect(self._rate)
        self.summary.committed.connect(self._commit_summary)

    def _notes(self, title: str, kind: NoteKind) -> Parts:
        small = ("actor_id", "noted_on")
        return Parts(self.context, NOTE, title, small, {"kind": kind.value}, self)

    def _build(self) -> None:
        page = QWidget(self)
        spaced(QVBoxLayout(self._alert_panel), (12, 8, 12, 8), 0).addWidget(self._alert)
        stage_head = spaced(QHBoxLayout(), 0, 8)
        stage_head.addWidget(PlainLabel(_("The escalation"), "section", self))
        stage_head.addStretch(1)
        stage_head.addWidget(self._stage_line)
        grid = spaced(QGridLayout(), 0, 20)
        lists = (self.agreed, self.disputed, self.facts, self.notes, self.options, self.steps)
        for place, part in enumerate(lists):
            grid.addWidget(part, place // 2, place % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        layout = spaced(QVBoxLayout(page), (20, 16, 20, 24), 14)
        layout.addWidget(self._alert_panel)
        layout.addLayout(stage_head)
        layout.addWidget(self.staircase)
        layout.addWidget(self.summary)
        layout.addWidget(self.parties)
        layout.addLayout(grid)
        layout.addStretch(1)
        self._scroll.setWidget(page)
        spaced(QVBoxLayout(self), 0, 0).addWidget(self._scroll)

    @override
    def show_difficulty(self, key: str) -> None:
        document = self.context.document
        viewer = document.viewer
        found = document.read(lambda s: difficulties.overview(s, viewer))
        overview = next((row for row in found if row.id == key), None)
        if overview is None:
            return
        self._overview = overview
        record = next(row for row in document.table(DIFFICULTY).dicts() if row["id"] == key)
        rows = {
            name: [part for part in document.table(kind).dicts() if part["difficulty_id"] == key]
            for name, kind in _LISTS.items()
        }
        labels = {ACTOR.name: document.labels(ACTOR)}
        read_only = document.is_presenting
        self._show_stage(overview, read_only=read_only)
        self.summary.show_value(record["summary"], record["summary_level"])
        self.summary.set_read_only(read_only)
        self.parties.show_rows(key, rows[PARTY.name], labels, read_only=read_only)
        for part in (self.agreed, self.disputed, self.facts, self.notes):
            part.show_rows(key, rows[NOTE.name], labels, read_only=read_only)
        self.options.show_rows(key, rows[OPTION.name], labels, read_only=read_only)
        self.steps.show_rows(key, rows[STEP.name], labels, read_only=read_only)

    def _show_stage(self, overview: Overview, *, read_only: bool) -> None:
        self.staircase.show_history(overview.history)
        self.staircase.setEnabled(not read_only)
        if overview.stage:
            self._stage_line.setText(stage_name(overview.stage))
        else:
            self._stage_line.setText(_("Click the step you have observed."))
        alerts = {
            "limit": _("At the limit of a project mediator’s mandate: tell the sponsor."),
            "beyond": _(
                "Beyond a project mediator’s mandate: stop, protect people, refer to authority."
            ),
        }
        self._alert.setText(alerts.get(overview.alert or "", ""))
        self._alert_panel.setVisible(overview.alert is not None and not read_only)

    @override
    def focus_on(self, record_type: str, key: str) -> None:
        for part in (self.agreed, self.disputed, self.facts, self.notes, self.options, self.steps):
            card = part.card(key)
            if card is not None:
                self._scroll.ensureWidgetVisible(card)
                part.focus_on(key)

    @Slot(int)
    def _rate(self, stage: int) -> None:
        if self._overview is None or stage == self.staircase.stage:
            return
        made: list[str] = []
        key, ref = self._overview.id, self._overview.ref

        def rate(session: Session) -> None:
            made.append(records.rate(session, DIFFICULTY, key, {"stage": stage}))

        label = _("Rate {ref} at stage {stage}").format(ref=ref, stage=stage)
        if self.context.document.run(label, rate):
            ask_beside(
                self.staircase,
                QRect(self.staircase.step_rect(stage)),
                _(DIFFICULTY.rating_help),
                partial(self._note_fact, made[0]),
                placeholder=_("A fact, with its date if it was earlier"),
            )

    def _note_fact(self, rating_id: str, fact: str) -> None:
        if fact.strip():
            self.context.document.run(
                _("Note the fact behind the stage"),
                lambda s: records.annotate(s, DIFFICULTY, rating_id, {"fact": fact}),
            )

    def _commit_summary(self, field: Any, typed: object) -> None:  # noqa: ANN401  # a Field
        if self._overview is not None:
            place = Place(DIFFICULTY, self._overview.id, {})
            commit(self.context, place, self.summary, field, typed)

    @override
    def take_actors(self, keys: Sequence[str]) -> bool:
        self.parties.add_actors(keys)
        return True
