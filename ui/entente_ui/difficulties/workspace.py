"""One difficulty, whole: its stage, its parties, what was noted and what comes next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QRect, Slot
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.difficulty import DIFFICULTY, NOTE, OPTION, STEP, NoteKind
from entente.i18n import _
from entente.services import records
from entente.services.difficulties import Overview
from entente.store.session import Session
from entente_ui.difficulties.parties import Parties
from entente_ui.difficulties.parts import Parts
from entente_ui.difficulties.staircase import Staircase
from entente_ui.difficulties.words import nature_line, stage_name
from entente_ui.difficulties.writing import LabelsByKind, Place, commit
from entente_ui.drag import dragged_records
from entente_ui.kit import Panel, PlainLabel, PrimaryButton, ask_beside, spaced
from entente_ui.pane import Context
from entente_ui.registers.box import FieldBox

Rows = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything about one difficulty that its workspace shows."""

    overview: Overview
    record: Mapping[str, Any]
    parties: Rows
    notes: Rows
    options: Rows
    steps: Rows
    labels: LabelsByKind


class Workspace(QScrollArea):
    """The page of one difficulty; everything on it is edited where it stands."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: Contents | None = None
        self._title = PlainLabel("", "title", self, wrap=True)
        self._line = PlainLabel("", "muted", self, wrap=True)
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
        self.setWidgetResizable(True)
        self.setAccessibleName(_(DIFFICULTY.label))
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAcceptDrops(True)
        self.staircase.rated.connect(self._rate)
        self.summary.committed.connect(self._commit_summary)

    def _notes(self, title: str, kind: NoteKind) -> Parts:
        small = ("actor_id", "noted_on")
        return Parts(self._context, NOTE, title, small, {"kind": kind.value}, self)

    def _build(self) -> None:
        page = QWidget(self)
        head = spaced(QHBoxLayout(), 0, 12)
        words = spaced(QVBoxLayout(), 0, 2)
        words.addWidget(self._title)
        words.addWidget(self._line)
        head.addLayout(words, 1)
        self._brief = PrimaryButton(
            _("Prepare the brief"), self.make_brief, self, icon_name="printer"
        )
        head.addWidget(self._brief)
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
        layout.addLayout(head)
        layout.addWidget(self._alert_panel)
        layout.addLayout(stage_head)
        layout.addWidget(self.staircase)
        layout.addWidget(self.summary)
        layout.addWidget(self.parties)
        layout.addLayout(grid)
        layout.addStretch(1)
        self.setWidget(page)

    @property
    def key(self) -> str:
        """Key of the difficulty shown, empty for none."""
        return self._shown.overview.id if self._shown else ""

    def show_contents(self, contents: Contents) -> None:
        """Show a difficulty, or what changed in it."""
        self._shown = contents
        overview, record = contents.overview, contents.record
        read_only = self._context.document.is_presenting
        self._title.setText(f"{overview.ref} — {overview.title}")
        self._line.setText(nature_line(overview))
        self._show_stage(overview, read_only=read_only)
        self.summary.show_value(record["summary"], record["summary_level"])
        self.summary.set_read_only(read_only)
        self._brief.setVisible(not read_only)
        key, labels = overview.id, contents.labels
        self.parties.show_rows(key, contents.parties, labels, read_only=read_only)
        for part in (self.agreed, self.disputed, self.facts, self.notes):
            part.show_rows(key, contents.notes, labels, read_only=read_only)
        self.options.show_rows(key, contents.options, labels, read_only=read_only)
        self.steps.show_rows(key, contents.steps, labels, read_only=read_only)

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

    def focus_on(self, key: str) -> None:
        """Bring a part into view and put the cursor there."""
        for part in (self.agreed, self.disputed, self.facts, self.notes, self.options, self.steps):
            card = part.card(key)
            if card is not None:
                self.ensureWidgetVisible(card)
                part.focus_on(key)

    @Slot()
    def make_brief(self) -> None:
        """Go to the documents with this difficulty chosen."""
        if self.key:
            self._context.reveal("brief", self.key)

    @Slot(int)
    def _rate(self, stage: int) -> None:
        if self._shown is None or stage == self.staircase.stage:
            return
        made: list[str] = []
        key, ref = self.key, self._shown.overview.ref

        def rate(session: Session) -> None:
            made.append(records.rate(session, DIFFICULTY, key, {"stage": stage}))

        label = _("Rate {ref} at stage {stage}").format(ref=ref, stage=stage)
        if self._context.document.run(label, rate):
            ask_beside(
                self.staircase,
                QRect(self.staircase.step_rect(stage)),
                _(DIFFICULTY.rating_help),
                partial(self._note_fact, made[0]),
                placeholder=_("A fact, with its date if it was earlier"),
            )

    def _note_fact(self, rating_id: str, fact: str) -> None:
        if fact.strip():
            self._context.document.run(
                _("Note the fact behind the stage"),
                lambda s: records.annotate(s, DIFFICULTY, rating_id, {"fact": fact}),
            )

    def _commit_summary(self, field: Any, typed: object) -> None:  # noqa: ANN401  # a Field
        commit(self._context, Place(DIFFICULTY, self.key, {}), self.summary, field, typed)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        kind, keys = dragged_records(event.mimeData())
        if kind == "actor" and keys and not self._context.document.is_presenting:
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        _kind, keys = dragged_records(event.mimeData())
        self.parties.add_actors(keys)
        event.acceptProposedAction()
