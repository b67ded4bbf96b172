"""Common causes: what people rally around, who carries each, who supports it."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.cause import COMMON_CAUSE, SUPPORTER
from entente.domain.follow_up import COMMITMENT
from entente.domain.relation import RELATION
from entente.i18n import _, ngettext
from entente.services import common_causes
from entente.services.common_causes import CauseView
from entente_ui.common_causes.card import Around, CauseCard
from entente_ui.common_causes.chip import SupportChip
from entente_ui.common_causes.deeds import Deeds
from entente_ui.formats import number
from entente_ui.kit import (
    EmptyState,
    LinkButton,
    PrimaryButton,
    ScrollArea,
    ask_beside,
    make_action,
    spaced,
)
from entente_ui.pane import Context, Selection
from entente_ui.pane_view import ReadingView
from entente_ui.registers.inspecting import focus_inspector
from entente_ui.registers.register import Register


class CausesPage(ReadingView):
    """A card for each common cause, or their register.

    Attributes:
        cards: One for each cause, by its key.
        deeds: Writes.
    """

    name = "causes"
    tables = frozenset(
        {
            *(COMMON_CAUSE.name, SUPPORTER.name, ACTOR.name, ACTOR.rating_name, RELATION.name),
            *(BACKLOG_ITEM.name, BACKLOG_ITEM.rating_name),
            *(COMMITMENT.name, COMMITMENT.rating_name),
        }
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.cards: dict[str, CauseCard] = {}
        self.deeds = Deeds(context)
        self._registers: list[Register] = []
        self._stack = QStackedWidget(self)
        self._list = spaced(QVBoxLayout(), (0, 0, 12, 8), 8)
        self._add = PrimaryButton(_("Add a common cause"), self._ask_statement, self)
        self._turn = LinkButton(_("As a register"), self._turn_over, self)
        self._build()

    @property
    def is_past(self) -> bool:
        """Whether a day gone by is shown, which nobody edits."""
        return False

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
        is_written = not document.is_presenting and not self.is_past
        self._add.setEnabled(is_written)
        viewer = document.viewer
        found = document.read(lambda s: common_causes.overview(s, viewer))
        around = Around(self.deeds, dict(found.people), is_written, self.context.reveal)
        held, bar = self._held(), self._scroll.verticalScrollBar()
        scrolled = bar.value()
        gone = self._show_cards(found.views, around)
        # Before the old card goes: Qt would scroll to whatever it gives the keyboard to.
        self._hold(*held)
        for card in gone:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._list.activate()
        bar.setValue(scrolled)
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
        if self._is_turned:
            return self.register.offered_actions()
        if not self._add.isEnabled():
            return ()
        return (make_action(self, _("Add a common cause"), self._ask_statement, "plus"),)

    @override
    def focus_filter(self) -> None:
        if self._is_turned:
            self.register.focus_filter()

    @override
    def state(self) -> Mapping[str, Any]:
        return {"register": self._is_turned}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        if bool(state.get("register")) != self._is_turned:
            self._turn_over()

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

    def _show_cards(self, views: Sequence[CauseView], around: Around) -> list[CauseCard]:
        """Show causes; the card of one that did not change stays. Return those to be taken away."""
        old, self.cards = self.cards, {}
        for place, view in enumerate(views):
            card = old.get(view.id)
            if card is None or not card.is_told(view, around):
                card = self._card(view, around)
            self.cards[view.id] = card
            if self._list.indexOf(card) != place:
                self._list.insertWidget(place, card)
                card.show()
        kept = set(self.cards.values())
        return [card for card in old.values() if card not in kept]

    def _card(self, view: CauseView, around: Around) -> CauseCard:
        card = CauseCard(view, around, self)
        card.opened.connect(lambda: self._open(view.id))
        card.pointed.connect(lambda actor: self.selected.emit(Selection(ACTOR, (actor,))))
        return card

    def _held(self) -> tuple[str, str]:
        """Return which card, and which supporter on it, has the keyboard."""
        focus = QApplication.focusWidget()
        for key, card in self.cards.items():
            if focus is not None and (focus is card or card.isAncestorOf(focus)):
                return key, focus.support.id if isinstance(focus, SupportChip) else ""
        return "", ""

    def _hold(self, cause: str, support: str) -> None:
        """Give the keyboard back to a card, or a supporter on it, that was shown anew."""
        card = self.cards.get(cause)
        focus = QApplication.focusWidget()
        if card is not None and (focus is None or not card.isAncestorOf(focus)):
            card.chips.get(support, card).setFocus(Qt.FocusReason.OtherFocusReason)

    def _select(self, key: str) -> None:
        self.selected.emit(Selection(COMMON_CAUSE, (key,)))

    def _open(self, key: str) -> None:
        self._select(key)
        focus_inspector(self.window())

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
        key = self.deeds.add(statement)
        if key:
            self.reveal(COMMON_CAUSE.name, key)
