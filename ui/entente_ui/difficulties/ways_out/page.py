"""The page of the ways out: what could help, by which yardstick, and what is offered."""

from collections.abc import Sequence
from functools import partial
from typing import Any, ClassVar, Final

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.domain.option import INTEREST, OFFER, OPTION, STANDARD
from entente.domain.party import PARTY
from entente.domain.records import RecordType
from entente.i18n import _, ngettext
from entente.services import ways_out
from entente_ui.difficulties.page import DifficultyPage
from entente_ui.difficulties.parts import Parts
from entente_ui.difficulties.ways_out.offers import OffersPanel
from entente_ui.difficulties.ways_out.weighing import Weighing
from entente_ui.formats import listing
from entente_ui.kit import LinkButton, Panel, PlainLabel, ScrollArea, make_action, spaced
from entente_ui.pane import Context

_OWNER: Final = "difficulty_id"
_PARTIES: Final = "parties"


class WaysOutPage(DifficultyPage):
    """Options weighed against interests, objective criteria, offers and counter-offers."""

    name: ClassVar[str] = "ways_out"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._key = ""
        self._scroll = ScrollArea(parent=self, name=_("Ways out"))
        self._early = PlainLabel("", "body", self, wrap=True)
        self._early_panel = Panel("soft", "left", self)
        self.weighing = Weighing(context, self)
        self.standards = Parts(context, STANDARD, _("Objective criteria"), ("source",), {}, self)
        self.offers = OffersPanel(context, self)
        self._build()

    def _build(self) -> None:
        page = QWidget(self)
        line = spaced(QHBoxLayout(self._early_panel), (12, 8, 12, 8), 12)
        line.addWidget(self._early, 1)
        go = partial(self.page_wanted.emit, _PARTIES, "")
        line.addWidget(LinkButton(_("Ask why first"), go, self))
        layout = spaced(QVBoxLayout(page), (20, 16, 20, 24), 20)
        layout.addWidget(self._early_panel)
        layout.addWidget(self.weighing)
        layout.addWidget(self.offers)
        layout.addWidget(self.standards)
        layout.addStretch(1)
        self._early_panel.hide()
        self._scroll.setWidget(page)
        spaced(QVBoxLayout(self), 0, 0).addWidget(self._scroll)

    @override
    def show_difficulty(self, key: str) -> None:
        self._key = key
        document, read_only = self.context.document, self.context.document.is_presenting
        viewer = document.viewer
        kinds = (OPTION, INTEREST, STANDARD, OFFER, PARTY)
        rows = {kind.name: self._rows(kind) for kind in kinds}
        labels = {
            ACTOR.name: document.labels(ACTOR),
            OFFER.name: {row["id"]: row["text"] or "" for row in rows[OFFER.name]},
        }
        matrix = document.read(lambda s: ways_out.matrix(s, key, viewer))
        bargain = document.read(lambda s: ways_out.bargain(s, key, viewer))
        found = () if read_only else document.read(lambda s: ways_out.candidates(s, key))
        behind = {kind.name: rows[kind.name] for kind in (OPTION, INTEREST)}
        self._show_early(read_only=read_only)
        self.weighing.show_matrix(key, matrix, behind, labels, found, read_only=read_only)
        self.standards.show_rows(key, rows[STANDARD.name], labels, read_only=read_only)
        by_key = {row["id"]: row for row in rows[OFFER.name]}
        chain = [by_key[offer.key] for offer in bargain.offers]
        parties = [row["actor_id"] for row in rows[PARTY.name]]
        self.offers.list.show_chain(key, chain, labels, parties, read_only=read_only)
        self.offers.show_bargain(bargain, read_only=read_only)
        self.offers.limits.show_parties(rows[PARTY.name], labels[ACTOR.name], read_only=read_only)

    def _rows(self, kind: RecordType) -> list[dict[str, Any]]:
        return [
            row for row in self.context.document.table(kind).dicts() if row[_OWNER] == self._key
        ]

    def _show_early(self, *, read_only: bool) -> None:
        key = self._key
        names = (
            () if read_only else self.context.document.read(lambda s: ways_out.early_for(s, key))
        )
        shown = list(names[:3])
        more = len(names) - len(shown)
        if more:
            others = ngettext("{count} other", "{count} others", more)
            shown.append(others.format(count=more))
        words = _("There are options, but nothing is known yet of why it matters to {parties}.")
        self._early.setText(words.format(parties=listing(shown)))
        self._early_panel.setVisible(bool(names))

    @override
    def focus_on(self, record_type: str, key: str) -> None:
        kinds = (record_type,) if record_type else (OPTION.name, INTEREST.name)
        if any(self.weighing.focus_on(each, key) for each in kinds):
            self._scroll.ensureWidgetVisible(self.weighing)
            return
        for part in (self.standards, self.offers.list):
            card = part.card(key)
            if card is not None:
                self._scroll.ensureWidgetVisible(card)
                part.focus_on(key)

    @override
    def offered(self) -> Sequence[QAction]:
        if self.context.document.is_presenting or not self._key:
            return ()
        return (
            make_action(self, _("Add an option"), self.weighing.add_option, "plus"),
            make_action(self, _("Add an interest"), self.weighing.add_interest, "plus"),
            make_action(self, _("Add an offer"), self.offers.list.add, "plus"),
            make_action(self, _("Add an objective criterion"), self.standards.add, "plus"),
        )
