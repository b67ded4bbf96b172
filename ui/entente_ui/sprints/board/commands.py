"""What keys, menus and the palette can ask of cards."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from entente.domain.backlog import BACKLOG_ITEM, HORIZON_LABELS, PHASE_LABELS, ItemStatus
from entente.domain.confidentiality import LEVEL_LABELS
from entente.domain.kotter import KOTTER_LABELS
from entente.domain.mission import MISSION
from entente.domain.records import LEVEL_FIELD
from entente.i18n import N_, _
from entente.services.board import Card
from entente_ui.formats import labelled
from entente_ui.kit import Menu, make_action, with_keys
from entente_ui.look.theme import theme
from entente_ui.sprints.board.asking import ValuePopover
from entente_ui.sprints.board.deeds import Deeds, named
from entente_ui.sprints.board.hands import BoardHands
from entente_ui.sprints.board.words import choice_word, sentence

#: Most sprints a menu offers, the latest.
_SPRINTS: Final = 9
#: Px at 100 % of the line above the cards, which a question about all of them points at.
_BAR: Final = 48
#: Fields asked for in a question of their own: menu words and icon.
_ASKED: Final = (
    ("owner_id", N_("Who…"), "user"),
    ("due_on", N_("Due…"), "calendar"),
    ("effort", N_("Effort…"), "clock"),
    ("labels", N_("Labels…"), "tag"),
    ("cause_id", N_("Common cause…"), "heart-handshake"),
    ("risk_id", N_("Make it an action about a risk…"), "flag"),
    ("difficulty_id", N_("Difficulty…"), "messages"),
)
_CHOSEN: Final = (
    ("horizon", N_("Horizon"), HORIZON_LABELS),
    ("phase", N_("Phase"), PHASE_LABELS),
    ("kotter", N_("Step of change"), KOTTER_LABELS),
)
_DEEDS: Final = (
    ("open", N_("Show in the inspector"), "layout-sidebar-right", "Enter"),
    ("edit", N_("Rename"), "pencil", "F2"),
    ("split", N_("Split in two"), "scissors", ""),
    ("duplicate", N_("Duplicate"), "copy", "Ctrl+D"),
    ("sheet", N_("Action sheet…"), "file-text", ""),
    ("archive", N_("Archive"), "archive", "A"),
    ("delete", N_("Delete"), "trash", "Del"),
)


class Commands:
    """Runs what is asked by name."""

    def __init__(self, owner: QWidget, hands: BoardHands, deeds: Deeds) -> None:
        self._owner = owner
        self._hands = hands
        self._deeds = deeds

    def run(self, name: str) -> None:
        """Do what is called `name` to the cards selected."""
        some = self._hands.chosen
        if self._hands.is_presenting or not some:
            self._hands.run(name)
            return
        match name:
            case "delete":
                self._deeds.remove(some)
            case "archive":
                self._deeds.archive(some)
            case "duplicate":
                self._hands.show_cards(self._deeds.duplicate(some))
            case "split":
                self._hands.show_cards([self._deeds.split(some[0])])
            case _:
                self._hands.run(name)

    def offered(self, owner: QWidget) -> Sequence[QAction]:
        """Return what can be done to the cards selected."""
        some = self._hands.chosen
        if not some:
            return ()
        deeds = _DEEDS[:1] if self._hands.is_presenting else _DEEDS
        return [
            make_action(owner, self._words(name, words), partial(self.run, name), icon)
            for name, words, icon, _keys in deeds
        ]

    def open_menu(self, at: QPoint) -> Menu:
        """Open the menu of the cards selected."""
        menu = self.make_menu()
        menu.popup(at)
        return menu

    def make_menu(self) -> Menu:
        """Return the menu of the cards selected."""
        menu = Menu(_("Cards"), self._owner)
        keys = [keys for _name, _words, _icon, keys in _DEEDS]
        for action, key in zip(self.offered(menu), keys, strict=False):
            action.setText(with_keys(action.text(), key))
            menu.addAction(action)
        if not self._hands.is_presenting and self._hands.chosen:
            menu.addSeparator()
            menu.addMenu(self._statuses(menu))
            menu.addMenu(self._sprints(menu))
            for name, words, labels in _CHOSEN:
                menu.addMenu(self._choices(menu, name, _(words), labels))
            menu.addMenu(self._choices(menu, LEVEL_FIELD, _("Who may read it"), _LEVELS))
            menu.addSeparator()
            for name, words, icon in _ASKED:
                menu.addAction(make_action(menu, _(words), partial(self.ask, name), icon))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def ask(self, name: str) -> None:
        """Ask for the value of a field of the cards selected."""
        some = self._hands.chosen
        if not some or self._hands.is_presenting:
            return
        field = BACKLOG_ITEM.field(name)
        labels = self._hands.labels(field.target) if field.target else {}
        values = {_value(card, name) for card in some}
        first = values.pop() if len(values) == 1 else None
        is_adding = name == "labels" and len(some) > 1 and first is None
        title = _("Labels to add") if is_adding else _(field.label)
        words = labelled(title, named(some))

        def answer(value: Any) -> None:  # noqa: ANN401  # of any kind of field
            if is_adding:
                self._deeds.add_labels(some, value or "")
            elif any(_value(card, name) != value for card in some):
                self._deeds.change(some, {name: value}, _(field.label))

        popover = ValuePopover(self._owner, words, field, labels, answer)
        popover.ask(self._hands.rect_of(some[0].id), first)

    def ask_limit(self) -> None:
        """Ask how many cards may be in progress at once; nothing stands for no limit."""
        if self._hands.is_presenting:
            return
        field = MISSION.field("wip_limit")
        question = ValuePopover(self._owner, _(field.label), field, {}, self._deeds.limit)
        top = QRect(self._owner.width() // 2, 0, 1, theme().px(_BAR))
        question.ask(top, self._hands.board.wip_limit)

    def _words(self, name: str, words: str) -> str:
        is_past = all(card.archived_on for card in self._hands.chosen)
        return _("Bring back") if name == "archive" and is_past else _(words)

    def _statuses(self, parent: QWidget) -> Menu:
        menu = Menu(_("Move to"), parent)
        some = self._hands.chosen
        now = {card.status for card in some}
        for status in ItemStatus:
            act = partial(self._hands.set_status, some, status.value)
            _check(menu, choice_word(status.value), act, on=now == {status.value})
        return menu

    def _choices(self, parent: QWidget, name: str, title: str, labels: Mapping[str, str]) -> Menu:
        menu = Menu(title, parent)
        some = self._hands.chosen
        now = {_value(card, name) or "" for card in some}
        none = () if name == LEVEL_FIELD else (("", N_("none")),)
        for value, words in (*labels.items(), *none):
            act = partial(self._deeds.change, some, {name: value or None}, title)
            _check(menu, sentence(_(words)), act, on=now == {value})
        return menu

    def _sprints(self, parent: QWidget) -> Menu:
        menu = Menu(_("Sprint"), parent)
        some = self._hands.chosen
        sprints = [sprint for sprint in self._hands.board.sprints if not sprint.is_closed]
        for sprint in reversed(sprints[-_SPRINTS:]):
            on = all(sprint.id in card.sprints for card in some)
            _check(menu, sprint.name, partial(self._deeds.take, some, sprint), on=on)
        if not sprints:
            nothing = make_action(menu, _("No sprint is open"), lambda: None)
            nothing.setEnabled(False)
            menu.addAction(nothing)
        return menu


_LEVELS: Final = {level.value: words for level, words in LEVEL_LABELS.items()}
_ATTRIBUTES: Final = {
    "owner_id": "owner",
    "cause_id": "cause",
    "risk_id": "risk",
    "difficulty_id": "difficulty",
    LEVEL_FIELD: "level",
}


def _value(card: Card, name: str) -> Any:  # noqa: ANN401  # of any kind of field
    value = getattr(card, _ATTRIBUTES.get(name, name))
    if name == "labels":
        return ", ".join(value) or None
    return None if value == "" else value


def _check(menu: Menu, words: str, act: Callable[[], object], *, on: bool) -> None:
    action = make_action(menu, words, act)
    action.setCheckable(True)
    action.setChecked(on)
    menu.addAction(action)
