"""The guard rails of a difficulty: when to stop, ties, parts played, papers, how long to keep."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.domain.acts import Act
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.guard_rails import DECLARATION, EXHIBIT, SAFETY_CHECK
from entente.domain.mission import HAT_LABELS
from entente.domain.retention import Retention
from entente.i18n import N_, _, ngettext
from entente.services import guard_rails, records
from entente.services.guard_rails import Check, Hats
from entente.store.session import Session
from entente_ui.difficulties.guard import deeds
from entente_ui.difficulties.guard.acts import ActsTable
from entente_ui.difficulties.guard.checks import Checks
from entente_ui.difficulties.guard.forms import NAMED, PAPERS, TIES
from entente_ui.difficulties.guard.keeping import Keeping
from entente_ui.difficulties.page import DifficultyPage
from entente_ui.formats import listing, number
from entente_ui.kit import EmptyState, PlainLabel, ScrollArea, spaced
from entente_ui.pane import Context
from entente_ui.registers import work
from entente_ui.registers.record_cards import RecordCards

_WORK, _PRIVATE = range(2)


@dataclass(frozen=True, slots=True)
class _Found:
    """What the page shows, read in one go."""

    checks: tuple[Check, ...]
    ties: list[dict[str, Any]]
    papers: list[dict[str, Any]]
    hats: Hats
    retention: Retention


class GuardPage(DifficultyPage):
    """What keeps this mediation within its bounds; for the mediator alone.

    Attributes:
        checks: The seven dangers.
        ties: What was declared.
        papers: What was made or brought.
        acts: The part played in each act.
        keeping: How long the file is kept.
    """

    name: ClassVar[str] = "guard"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._difficulty = ""
        self.checks = Checks(context, self._note_rest, self)
        declares = (
            (N_("Declare for this difficulty"), self._declare),
            (N_("For the whole mission"), self._declare_whole),
        )
        self.ties = RecordCards(context, TIES, declares, self)
        papers = ((N_("Add a paper"), self._add_paper),)
        self.papers = RecordCards(context, PAPERS, papers, self)
        self.acts = ActsTable(self)
        self.keeping = Keeping(context, self)
        self._hats = PlainLabel("", "muted", self, wrap=True)
        self._several = PlainLabel("", "error", self, wrap=True)
        self._stack = QStackedWidget(self)
        self._scroll = self._work_page()
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(
            EmptyState("found-nothing", _("Hidden during a presentation."), parent=self)
        )
        spaced(QVBoxLayout(self), 0, 0).addWidget(self._stack)
        self.acts.worn.connect(self._wear)
        self.acts.opened.connect(lambda act: context.reveal(act.kind, act.key))

    def _work_page(self) -> ScrollArea:
        page = QWidget(self)
        layout = spaced(QVBoxLayout(page), (20, 16, 20, 24), 24)
        layout.addWidget(self.checks)
        layout.addWidget(self.ties)
        layout.addWidget(self._acts_part())
        self.papers.note.setText(
            _(
                "What is made in the mediation is confidential unless the parties agree "
                "otherwise; what is brought to it is not (French code of civil procedure, "
                "art. 1528-3)."
            )
        )
        self.ties.note.setText(
            _("Private, professional or economic ties: told to the parties, they may accept them.")
        )
        layout.addWidget(self.papers)
        layout.addWidget(self.keeping)
        layout.addStretch(1)
        return ScrollArea(page, self, name=_("Guard rails"))

    def _acts_part(self) -> QWidget:
        part = QWidget(self)
        layout = spaced(QVBoxLayout(part), 0, 6)
        layout.addWidget(PlainLabel(_("Part played in each act"), "section", part))
        layout.addWidget(self._hats)
        layout.addWidget(self._several)
        layout.addWidget(self.acts)
        return part

    @override
    def show_difficulty(self, key: str) -> None:
        self._difficulty = key
        document = self.context.document
        self._stack.setCurrentIndex(_PRIVATE if document.is_presenting else _WORK)
        if document.is_presenting:
            return
        found = document.read(partial(_gather, difficulty=key))
        labels = {kind.name: document.labels(kind) for kind in NAMED}
        self.checks.show_checks(key, found.checks)
        self.ties.show_rows(found.ties, labels, read_only=False)
        self.papers.show_rows(found.papers, labels, read_only=False)
        self._show_hats(found.hats, labels[ACTOR.name])
        self.keeping.show_retention(found.retention)

    def _show_hats(self, found: Hats, names: Mapping[str, str]) -> None:
        self.acts.acts.show_rows(found.acts)
        self.acts.setVisible(bool(found.acts))
        self.acts.fit()
        unsaid = ngettext(
            "{count} act does not say in which part you acted.",
            "{count} acts do not say in which part you acted.",
            found.unsaid,
        ).format(count=number(found.unsaid))
        if not found.acts:
            self._hats.setText(_("No session and no interaction yet."))
        else:
            self._hats.setText(unsaid if found.unsaid else _("Each act says in which part."))
        told = _("{name} met you in several parts: {parts}. Make sure everybody knows it.")
        lines = [
            told.format(name=names.get(key, ""), parts=listing([_(HAT_LABELS[h]) for h in hats]))
            for key, hats in found.several.items()
        ]
        self._several.setText("\n".join(lines))
        self._several.setVisible(bool(lines))

    def _note_rest(self) -> None:
        self.context.taken(deeds.note_rest(self.context.document, self._difficulty))

    def _wear(self, act: Act, hat: str) -> None:
        kind = RECORD_TYPES[act.kind]
        self.context.taken(deeds.wear(self.context.document, kind, act.key, hat))

    def _declare(self) -> tuple[str, str]:
        return self._create(DECLARATION.name, "declared_on", {})

    def _declare_whole(self) -> tuple[str, str]:
        return self._create(DECLARATION.name, "declared_on", {"difficulty_id": None})

    def _add_paper(self) -> tuple[str, str]:
        return self._create(EXHIBIT.name, "received_on", {"title": _("New paper")})

    def _create(self, kind: str, day: str, values: Mapping[str, Any]) -> tuple[str, str]:
        document = self.context.document
        today = document.read(lambda s: s.today)
        begun = {"difficulty_id": self._difficulty, day: today, **values}
        return work.create(document, RECORD_TYPES[kind], begun)

    @override
    def focus_on(self, record_type: str, key: str) -> None:
        if self.context.document.is_presenting:
            return
        target: QWidget | None = None
        if record_type == SAFETY_CHECK.name:
            danger = self.context.document.read(
                lambda s: records.get(s, SAFETY_CHECK, key)["danger"]
            )
            target = self.checks.cards.get(danger)
        for part in (self.ties, self.papers):
            if key in part.cards:
                target = part.cards[key]
                part.focus_on(key)
        if target is not None:
            self._scroll.ensureWidgetVisible(target)


def _gather(session: Session, difficulty: str) -> _Found:
    return _Found(
        guard_rails.checklist(session, difficulty),
        guard_rails.declarations(session, difficulty),
        guard_rails.papers(session, difficulty),
        guard_rails.hats(session, difficulty),
        guard_rails.retention(session),
    )
