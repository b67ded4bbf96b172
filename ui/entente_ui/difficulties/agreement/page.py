"""The page of the agreements of a difficulty."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, ClassVar, Final

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.domain.agreement import AGREEMENT, CLAUSE, ENTRY, KIND_LABELS, SETTLEMENT
from entente.domain.follow_up import COMMITMENT
from entente.domain.records import RecordType
from entente.i18n import _
from entente.services import agreements, clauses
from entente.services.clauses import NOTHING
from entente_ui.difficulties.agreement import deeds
from entente_ui.difficulties.agreement.clause_list import ClauseList
from entente_ui.difficulties.agreement.commitments import Commitments
from entente_ui.difficulties.agreement.library import LibraryDialog
from entente_ui.difficulties.agreement.preview import Preview
from entente_ui.difficulties.agreement.sheet import Sheet
from entente_ui.difficulties.agreement.switch import AgreementSwitch
from entente_ui.difficulties.page import DifficultyPage
from entente_ui.kit import EmptyState, Panel, PlainLabel, ScrollArea, Segments, make_action, spaced
from entente_ui.look.theme import theme
from entente_ui.pane import Context, paper

_OWNER: Final = "difficulty_id"
#: Px at 100 % from which the whole text stands beside the clauses.
_WIDE: Final = 860


class AgreementPage(DifficultyPage):
    """One agreement at a time: its head, its commitments, its clauses, and the whole text."""

    name: ClassVar[str] = "agreement"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._key = ""
        self._chosen = ""
        self._rows: list[dict[str, Any]] = []
        self._scroll = ScrollArea(parent=self, name=_("Agreement"))
        self.switch = AgreementSwitch(self)
        self.sides = Segments((("write", _("Write")), ("read", _("Read"))), "write", self)
        self.sheet = Sheet(context, self)
        self.commitments = Commitments(context, self)
        self.clauses = ClauseList(context, self.edit_models, self)
        self.preview = Preview(self)
        self._warning = PlainLabel("", "body", self, wrap=True)
        self._warning_panel = Panel("soft", "left", self)
        self._stack = QStackedWidget(self)
        self._build()
        self.switch.chosen.connect(self.choose)
        self.switch.draft_wanted.connect(self.draft)
        self.sides.chosen.connect(lambda _side: self._arrange())

    def _build(self) -> None:
        spaced(QHBoxLayout(self._warning_panel), (12, 8, 12, 8), 0).addWidget(self._warning)
        written = QWidget(self)
        column = spaced(QVBoxLayout(written), (20, 12, 20, 24), 16)
        for part in (self._warning_panel, self.sheet, self.commitments, self.clauses):
            column.addWidget(part)
        column.addStretch(1)
        self._scroll.setWidget(written)
        self._read = QWidget(self)
        spaced(QVBoxLayout(self._read), (20, 12, 20, 16), 0).addWidget(self.preview)
        both = QWidget(self)
        line = spaced(QHBoxLayout(both), 0, 0)
        line.addWidget(self._scroll, 3)
        line.addWidget(self._read, 2)
        empty = EmptyState(
            "documents",
            _("No agreement yet. An agreement to mediate opens the way, a settlement ends it."),
            _("Draft a settlement agreement"),
            partial(self.draft, SETTLEMENT),
            self,
        )
        empty.add_button(self.switch.entry_button(partial(self.draft, ENTRY), empty))
        nothing = EmptyState("found-nothing", _("Nothing here is public."), parent=self)
        for page in (both, empty, nothing):
            self._stack.addWidget(page)
        head = spaced(QHBoxLayout(), (20, 12, 20, 0), 8)
        head.addWidget(self.switch, 1)
        head.addWidget(self.sides)
        layout = spaced(QVBoxLayout(self), 0, 0)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)

    @override
    def show_difficulty(self, key: str) -> None:
        if key != self._key:
            self._key, self._chosen = key, ""
        document, read_only = self.context.document, self.context.document.is_presenting
        self._rows = [row for row in document.table(AGREEMENT).dicts() if row[_OWNER] == key]
        row = next((row for row in self._rows if row["id"] == self._chosen), None)
        row = row or (self._rows[-1] if self._rows else None)
        self._chosen = row["id"] if row else ""
        self.switch.show_agreements(self._rows, self._chosen, read_only=read_only)
        empty = 2 if read_only else 1
        self._stack.setCurrentIndex(0 if row else empty)
        if row is None:
            self._forget()
        else:
            self._show(row, read_only=read_only)
        self._arrange()

    def _forget(self) -> None:
        """Keep nothing of an agreement that is not shown, not even out of sight."""
        self.preview.show_reading(NOTHING)
        self.clauses.clear()
        self.commitments.clear()
        self.sheet.clear()

    def _show(self, row: Mapping[str, Any], *, read_only: bool) -> None:
        document, key = self.context.document, str(row["id"])
        viewer = document.viewer
        labels = {ACTOR.name: document.labels(ACTOR)}
        rows = sorted(self._parts(CLAUSE), key=lambda clause: clause["position"])
        promises = document.read(lambda s: agreements.promises(s, key, viewer))
        is_fixed = read_only or row["status"] != "draft"
        self.sheet.show_agreement(row, read_only=read_only)
        # Whoever looks on may not read the names the fields stand for.
        reading = NOTHING if read_only else document.read(lambda s: clauses.reading(s, key))
        self.preview.show_reading(reading)
        filled = {each.key: each.filled for each in reading.paragraphs}
        self.commitments.show_promises(
            row, self._parts(COMMITMENT), promises, labels, read_only=read_only
        )
        self.clauses.show_clauses(row, rows, filled, labels, read_only=is_fixed)
        lacks = row["kind"] == SETTLEMENT and not promises and not read_only
        self._warning.setText(
            _("This agreement holds no commitment: nothing can be followed, nothing can be kept.")
        )
        self._warning_panel.setVisible(lacks)

    def _parts(self, kind: RecordType) -> list[dict[str, Any]]:
        rows = self.context.document.table(kind).dicts()
        return [row for row in rows if row["agreement_id"] == self._chosen]

    def _arrange(self) -> None:
        """Show the whole text beside the clauses, or one of them where there is no room."""
        is_wide = self.width() >= theme().px(_WIDE)
        presenting = self.context.document.is_presenting
        self.sides.setVisible(not is_wide and bool(self._chosen) and not presenting)
        reads = self.sides.current == "read"
        self._scroll.setVisible(is_wide or presenting or not reads)
        self._read.setVisible(not presenting and (is_wide or reads))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def choose(self, key: str) -> None:
        """Show another agreement."""
        self._chosen = key
        self.show_difficulty(self._key)

    def draft(self, kind: str) -> None:
        """Draft an agreement with the usual clauses, and show it."""
        if not self._key or self.context.document.is_presenting:
            return
        made = deeds.draft(self.context, self._key, kind)
        if made:
            self.choose(made)
            self.sheet.boxes["title"].input.setFocus()

    def edit_models(self) -> None:
        """Open the library of model clauses."""
        row = next((row for row in self._rows if row["id"] == self._chosen), None)
        dialog = LibraryDialog(self.context, row["kind"] if row else SETTLEMENT, self.window())
        dialog.exec()
        dialog.deleteLater()

    @override
    def focus_on(self, record_type: str, key: str) -> None:
        if any(row["id"] == key for row in self._rows):
            self.choose(key)
            return
        document = self.context.document
        for kind in (CLAUSE, COMMITMENT):
            rows = document.table(kind).dicts()
            owner = next((row["agreement_id"] for row in rows if row["id"] == key), None)
            if owner and any(row["id"] == owner for row in self._rows):
                self.choose(owner)
        card = self.clauses.cards.get(key) or self.commitments.cards.get(key)
        if card is not None:
            self._scroll.ensureWidgetVisible(card)
            card.setFocus()

    @override
    def offered(self) -> Sequence[QAction]:
        if self.context.document.is_presenting or not self._key:
            return ()
        actions = [
            make_action(
                self,
                _("Draft: {kind}").format(kind=_(KIND_LABELS[kind])),
                partial(self.draft, kind),
                "file-plus",
            )
            for kind in (ENTRY, SETTLEMENT)
        ]
        actions.append(make_action(self, _("Edit the model clauses"), self.edit_models, "book"))
        if self._chosen:
            actions += [
                make_action(self, _("Add a commitment"), self.commitments.add, "plus"),
                make_action(self, _("Add a clause"), self.clauses.offer, "plus"),
                make_action(self, _("Prepare the document"), self.prepare, "printer"),
            ]
        return actions

    def prepare(self) -> None:
        """Go to the documents with this agreement chosen."""
        if self._chosen:
            self.context.reveal(paper(AGREEMENT.name), self._chosen)

    @override
    def print_out(self) -> bool:
        self.prepare()
        return bool(self._chosen)

    @override
    def state(self) -> Mapping[str, Any]:
        return {"agreement": self._chosen, "side": self.sides.current}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        self._chosen = str(state.get("agreement", ""))
        if state.get("side") in {"write", "read"}:
            self.sides.set_current(str(state["side"]))
