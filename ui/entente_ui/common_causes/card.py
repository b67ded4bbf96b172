"""One common cause: who carries it, who supports it how strongly, what serves it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.domain.cause import COMMON_CAUSE
from entente.domain.records import LEVEL_FIELD
from entente.i18n import _, ngettext
from entente.services.common_causes import CauseView, Serving, Support
from entente_ui.common_causes.chip import SupportChip
from entente_ui.common_causes.deeds import Deeds
from entente_ui.common_causes.words import (
    STATE_ROLES,
    STRENGTH_LABELS,
    convergence_words,
    done_words,
    natural_words,
    serving_words,
    state_words,
)
from entente_ui.drag import dragged_records
from entente_ui.formats import labelled, number, signed
from entente_ui.kit import (
    Card,
    FlowLayout,
    LinkButton,
    Menu,
    Pill,
    PlainLabel,
    SecondaryButton,
    make_action,
    set_look,
    spaced,
    tooltip,
)
from entente_ui.registers.columns import Labels
from entente_ui.registers.picking import pick_beside


@dataclass(frozen=True, slots=True)
class Around:
    """What every card is given.

    Attributes:
        deeds: Writes.
        people: Names of the actors, by key.
        is_written: Whether anything may be changed.
        reveal: Goes to a record, given the name of its kind and its key.
    """

    deeds: Deeds
    people: Labels
    is_written: bool
    reveal: Callable[[str, str], None]


class CauseCard(Card):
    """A card that takes actors who are dropped on it as supporters.

    Attributes:
        view: What it shows.
        chips: The supporters, by the key of each support.

    Signals:
        opened: Emitted when it should be shown in the inspector.
        pointed: Emitted with an actor to be shown there.
    """

    opened = Signal()
    pointed = Signal(str)

    def __init__(self, view: CauseView, around: Around, parent: QWidget | None = None) -> None:
        row = view.row
        title = f"{row['ref']}  {row['statement']}"
        super().__init__(title, parent, level=row[LEVEL_FIELD], clickable=True)
        self.view, self._around = view, around
        self.chips: dict[str, SupportChip] = {}
        self.setAcceptDrops(around.is_written)
        self.setAccessibleDescription(convergence_words(view.converging))
        self.clicked.connect(self.opened)
        self._add_champion()
        self._add_supporters()
        self._add_serving()

    def is_told(self, view: CauseView, around: Around) -> bool:
        """Return whether it shows just that already."""
        return self.view == view and self._around == around

    def _add_champion(self) -> None:
        view, line = self.view, spaced(FlowLayout(), 0, 8)
        if view.is_carried:
            words = labelled(_("Champion"), view.champion)
            line.addWidget(PlainLabel(words, "body", self))
            if state_words(view):
                line.addWidget(Pill(state_words(view), "good", self))
        else:
            line.addWidget(Pill(_("nobody carries it yet"), "caution", self))
        if view.row["horizon"]:
            line.addWidget(PlainLabel(view.row["horizon"], "muted", self))
        self.body.addLayout(line)
        if self._around.is_written:
            self._add_asking()

    def _add_asking(self) -> None:
        """Show how far one has come with whoever could carry it, and what comes next."""
        view = self.view
        line = spaced(FlowLayout(), (0, 2, 0, 0), 8)
        state = view.row["champion_state"] or ""
        if view.champion and not view.is_carried:
            line.addWidget(PlainLabel(labelled(_("Thought of"), view.champion), "body", self))
            line.addWidget(Pill(state_words(view), STATE_ROLES.get(state, "neutral"), self))
        for words, act in self._next_steps():
            line.addWidget(SecondaryButton(words, act, self))
        self.body.addLayout(line)
        for natural in view.naturals[:2]:
            name = self._around.people.get(natural.actor, "")
            if natural.actor == view.row["champion_id"] or not name:
                continue
            row = spaced(QHBoxLayout(), 0, 8)
            row.addWidget(PlainLabel(natural_words(name, natural), "small", self, wrap=True), 1)
            link = LinkButton(
                _("Think of this person"),
                partial(self._around.deeds.suggest, view.id, natural.actor),
                self,
            )
            link.setAccessibleName(labelled(_("Think of this person"), name))
            row.addWidget(link)
            self.body.addLayout(row)

    def _next_steps(self) -> list[tuple[str, Callable[[], object]]]:
        """Return what can be said next of the champion."""
        deeds, key, state = self._around.deeds, self.view.id, self.view.row["champion_state"]
        if not self.view.champion or state == "declined":
            return [(_("Choose the champion"), self.choose_champion)]
        if state == "suggested":
            return [(_("Asked today"), lambda: deeds.solicit(key))]
        if state == "solicited":
            return [
                (_("Has accepted"), lambda: deeds.answer(key, accepted=True)),
                (_("Has declined"), lambda: deeds.answer(key, accepted=False)),
            ]
        return []

    def _add_supporters(self) -> None:
        view = self.view
        count = ngettext("{count} supporter", "{count} supporters", len(view.supports))
        said = [count.format(count=number(len(view.supports)))]
        if view.supports:
            said.append(convergence_words(view.converging))
        self.body.addWidget(PlainLabel(" · ".join(said), "small", self, wrap=True))
        line = spaced(FlowLayout(), (0, 2, 0, 0), 6)
        for support in view.supports:
            chip = self.chips[support.id] = SupportChip(support, self)
            chip.clicked.connect(lambda _on=False, actor=support.actor: self.pointed.emit(actor))
            if self._around.is_written:
                self._listen(chip)
            line.addWidget(chip)
        if self._around.is_written:
            self._more = SecondaryButton(
                _("Add a supporter"), self.choose_supporter, self, icon_name="plus"
            )
            line.addWidget(self._more)
        self.body.addLayout(line)

    def _listen(self, chip: SupportChip) -> None:
        deeds, support = self._around.deeds, chip.support
        chip.strengthened.connect(lambda by: deeds.strengthen(support, by))
        chip.left.connect(lambda: deeds.desert(support))
        chip.menu_wanted.connect(lambda at: self._open_strengths(support, at))

    def _add_serving(self) -> None:
        if not self.view.serving:
            return
        self.body.addWidget(PlainLabel(done_words(self.view), "small", self, wrap=True))
        line = spaced(FlowLayout(), 0, 6)
        for each in self.view.serving:
            line.addWidget(self._link(each))
        self.body.addLayout(line)

    def _link(self, serving: Serving) -> LinkButton:
        link = LinkButton(
            serving_words(serving),
            lambda: self._around.reveal(serving.record_type.name, serving.id),
            self,
        )
        tooltip(link, serving.title)
        link.setAccessibleName(f"{serving_words(serving)} {serving.title}")
        return link

    def choose_supporter(self) -> None:
        """Ask who else supports it."""
        held = {each.actor for each in self.view.supports}
        others = {key: name for key, name in self._around.people.items() if key not in held}
        deeds, key = self._around.deeds, self.view.id
        self._pick(_("Who supports it?"), others, lambda actor: deeds.support(key, [actor]))

    def choose_champion(self) -> None:
        """Ask who could carry it."""
        deeds, key = self._around.deeds, self.view.id
        people = self._around.people
        self._pick(_("Who could carry it?"), people, lambda actor: deeds.suggest(key, actor))

    def _pick(self, question: str, people: Labels, take: Callable[[str], object]) -> None:
        if self._around.is_written:
            field = COMMON_CAUSE.field("champion_id")
            target = QRect(0, 0, min(self.width(), 320), self.height())
            pick_beside(self, target, question, field, people, take)

    def make_menu(self) -> Menu:
        """Return what can be done with it."""
        view, deeds = self.view, self._around.deeds
        menu = Menu(str(view.row["ref"]), self)
        menu.addAction(
            make_action(menu, _("Show in the inspector"), self.opened.emit, "layout-sidebar-right")
        )
        if self._around.is_written:
            menu.addSeparator()
            menu.addAction(make_action(menu, _("Add a supporter"), self.choose_supporter, "plus"))
            if view.champion and view.row["champion_state"] != "declined":
                menu.addAction(
                    make_action(menu, _("Choose the champion"), self.choose_champion, "user")
                )
            for words, act in self._next_steps():
                menu.addAction(make_action(menu, words, act))
            if view.champion:
                menu.addAction(
                    make_action(menu, _("No champion any more"), lambda: deeds.suggest(view.id, ""))
                )
            menu.addSeparator()
            menu.addAction(make_action(menu, _("Delete"), lambda: deeds.remove(view), "trash"))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _open_strengths(self, support: Support, at: QPoint) -> None:
        self.make_strengths(support).popup(at)

    def make_strengths(self, support: Support) -> Menu:
        """Return how strong a support can be, and how to end it."""
        deeds, menu = self._around.deeds, Menu(support.name, self)
        for strength, words in STRENGTH_LABELS.items():
            action = make_action(
                menu,
                f"{signed(strength)}  {_(words)}",
                partial(deeds.set_strength, support, strength),
            )
            action.setCheckable(True)
            action.setChecked(strength == support.strength)
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(
            make_action(menu, _("No longer a supporter"), lambda: deeds.desert(support), "x")
        )
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        is_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        at = self.mapToGlobal(self.rect().center()) if is_key else event.globalPos()
        self.make_menu().popup(at)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._consider(event)
        set_look(self, "aimed", "true" if event.isAccepted() else None)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._consider(event)

    @override
    def dragLeaveEvent(self, event: object) -> None:
        set_look(self, "aimed", None)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        set_look(self, "aimed", None)
        actors = self._carried(event)
        if actors:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._around.deeds.support(self.view.id, actors)

    def _consider(self, event: QDropEvent) -> None:
        if self._carried(event):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def _carried(self, event: QDropEvent) -> list[str]:
        """Return the actors of this mission that are dragged."""
        kind, keys = dragged_records(event.mimeData())
        known = [key for key in keys if key in self._around.people]
        return known if kind == ACTOR.name else []
