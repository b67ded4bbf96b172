"""Common causes: what people rally around, who carries each, who supports it."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.domain.cause import COMMON_CAUSE, SUPPORTER, is_carried
from entente.domain.records import LEVEL_FIELD
from entente.i18n import _, ngettext
from entente.services import records
from entente_ui.actors.acting.part import Part
from entente_ui.formats import labelled, listing, number
from entente_ui.kit import (
    Card,
    EmptyState,
    FlowLayout,
    LinkButton,
    Menu,
    Pill,
    PlainLabel,
    PrimaryButton,
    ScrollArea,
    SecondaryButton,
    ask_beside,
    spaced,
)
from entente_ui.pane import Context, Selection
from entente_ui.registers.register import Register


class CausesPart(Part):
    """A card for each common cause, or their register.

    Attributes:
        cards: One for each cause, by its key.
    """

    name = "causes"
    tables = frozenset({"common_cause", "supporter", "actor"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.cards: dict[str, Card] = {}
        self._registers: list[Register] = []
        self._stack = QStackedWidget(self)
        self._list = spaced(QVBoxLayout(), (0, 0, 12, 8), 8)
        self._add = PrimaryButton(_("Add a common cause"), self._ask_statement, self)
        self._turn = LinkButton(_("As a register"), self._turn_over, self)
        self._build()

    @property
    @override
    def status(self) -> str:
        count = len(self.cards)
        said = ngettext("{count} common cause", "{count} common causes", count)
        return said.format(count=number(count))

    @property
    def register(self) -> Register:
        """The register of the causes, made when first asked for."""
        if not self._registers:
            register = Register(self.context, COMMON_CAUSE, self._stack)
            self._stack.addWidget(register)
            register.selected.connect(self.selected)
            register.status_changed.connect(self.status_changed)
            self._registers.append(register)
        return self._registers[0]

    @override
    def refresh(self) -> None:
        document = self.context.document
        self._add.setEnabled(not document.is_presenting and not self.is_past)
        for card in self.cards.values():
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        people = document.labels(ACTOR)
        supporters: dict[str, list[str]] = defaultdict(list)
        for row in document.table(SUPPORTER).dicts():
            if row["actor_id"] in people:
                supporters[row["cause_id"]].append(row["actor_id"])
        self.cards = {
            row["id"]: self._card(row, people, supporters[row["id"]])
            for row in document.table(COMMON_CAUSE).dicts()
        }
        for card in self.cards.values():
            self._list.addWidget(card)
        if not self._is_turned:
            self._stack.setCurrentIndex(0 if self.cards else 1)

    @override
    def add_record(self) -> bool:
        self._ask_statement()
        return True

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        self.read_now()
        if record_type != COMMON_CAUSE.name or key not in self.cards:
            return False
        if self._is_turned:
            self.register.reveal(key)
        else:
            self._scroll.ensureWidgetVisible(self.cards[key])
            self._select(key)
        return True

    @override
    def offered(self) -> Sequence[QAction]:
        return self.register.offered_actions() if self._is_turned else ()

    def support(self, cause: str, actor: str) -> None:
        """Let an actor support a cause."""
        level = self.context.document.read(lambda s: records.get(s, COMMON_CAUSE, cause))
        values = {"cause_id": cause, "actor_id": actor, LEVEL_FIELD: level[LEVEL_FIELD]}
        label = _("Add a supporter")
        self.context.document.run(label, lambda s: records.create(s, SUPPORTER, values))

    def champion(self, cause: str, actor: str) -> None:
        """Let an actor carry a cause, or nobody."""
        state = "accepted" if actor else None
        values = {"champion_id": actor or None, "champion_state": state}
        label = _("Change the champion")
        self.context.document.run(label, lambda s: records.change(s, COMMON_CAUSE, cause, values))

    @property
    def _is_turned(self) -> bool:
        """Whether the register is shown in place of the cards."""
        return self._stack.currentIndex() > 1

    def _build(self) -> None:
        bar = spaced(QHBoxLayout(), 0, 8)
        bar.addWidget(self._add)
        bar.addStretch(1)
        bar.addWidget(self._turn)
        inside = QWidget(self)
        column = spaced(QVBoxLayout(inside), 0, 0)
        column.addLayout(self._list)
        column.addStretch(1)
        self._scroll = ScrollArea(inside, self)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it takes the focus
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(
            EmptyState(
                "actors",
                _("No common cause has been noted yet."),
                _("Add a common cause"),
                self._ask_statement,
                self,
                hint=_("What people want together, whatever their side, in a sentence of theirs."),
            )
        )
        layout = spaced(QVBoxLayout(self), 0, 8)
        layout.addLayout(bar)
        layout.addWidget(self._stack, 1)

    def _card(
        self, row: Mapping[str, Any], people: Mapping[str, str], supporters: Sequence[str]
    ) -> Card:
        key = row["id"]
        title = f"{row['ref']}  {row['statement']}"
        card = Card(title, self, level=row[LEVEL_FIELD], clickable=True)
        card.clicked.connect(lambda: self._select(key))
        champion = people.get(row["champion_id"], "") if is_carried(row) else ""
        line = spaced(FlowLayout(), 0, 8)
        if champion:
            line.addWidget(PlainLabel(labelled(_("Champion"), champion), "body", card))
        else:
            line.addWidget(Pill(_("nobody carries it yet"), "caution", card))
        if row["horizon"]:
            line.addWidget(PlainLabel(row["horizon"], "muted", card))
        card.body.addLayout(line)
        names = listing([people[actor] for actor in supporters])
        count = ngettext("{count} supporter", "{count} supporters", len(supporters))
        said = count.format(count=number(len(supporters)))
        words = labelled(said, names) if names else said
        card.body.addWidget(PlainLabel(words, "small", card, wrap=True))
        if self._add.isEnabled():
            self._add_buttons(card, key, people, supporters)
        return card

    def _add_buttons(
        self, card: Card, key: str, people: Mapping[str, str], supporters: Sequence[str]
    ) -> None:
        others = {actor: name for actor, name in people.items() if actor not in supporters}
        row = spaced(FlowLayout(), (0, 4, 0, 0), 8)
        support = SecondaryButton(
            _("Add a supporter"),
            lambda: self._offer(support, others, lambda actor: self.support(key, actor)),
            card,
            icon_name="plus",
        )
        carry = SecondaryButton(
            _("Choose the champion"),
            lambda: self._offer(carry, people, lambda actor: self.champion(key, actor)),
            card,
        )
        row.addWidget(support)
        row.addWidget(carry)
        card.body.addLayout(row)

    def _offer(
        self, beside: QWidget, people: Mapping[str, str], take: Callable[[str], object]
    ) -> None:
        menu = Menu(_("Actors"), self)
        for actor, name in sorted(people.items(), key=lambda each: each[1]):
            action = menu.addAction(name.replace("&", "&&"))
            action.triggered.connect(lambda _on=False, actor=actor: take(actor))
        menu.popup(beside.mapToGlobal(beside.rect().bottomLeft()))

    def _select(self, key: str) -> None:
        self.selected.emit(Selection(COMMON_CAUSE, (key,)))

    @Slot()
    def _turn_over(self) -> None:
        """Show the register in place of the cards, or the cards again."""
        if self._is_turned:
            self._stack.setCurrentIndex(0 if self.cards else 1)
        else:
            self._stack.setCurrentWidget(self.register)
        self._turn.setText(_("As cards") if self._is_turned else _("As a register"))

    def _ask_statement(self) -> None:
        if not self._add.isEnabled():
            return
        ask_beside(
            self,
            QRect(self._add.pos(), self._add.size()),
            _("What do people want together?"),
            self._add_cause,
            placeholder=_("In a sentence of theirs"),
        )

    def _add_cause(self, statement: str) -> None:
        values = {"statement": statement}
        label = _("Add a common cause")
        self.context.document.run(label, lambda s: records.create(s, COMMON_CAUSE, values))
