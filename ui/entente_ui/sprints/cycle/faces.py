"""Cards while a sprint is planned: dots and effort first, both at hand."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.services.board import Card
from entente_ui.formats import number
from entente_ui.kit import level_word
from entente_ui.kit.cards import Face, Mark
from entente_ui.kit.cards.marks import MarkClicks
from entente_ui.look.theme import theme
from entente_ui.sprints.board.card_list import CardList
from entente_ui.sprints.board.faces import CardFaces
from entente_ui.sprints.board.words import choice_word, short_effort

_DOTS, _EFFORT = 0, 1
_Key: Final = Qt.Key
_KEYS: Final[Mapping[Qt.Key, str]] = MappingProxyType(
    {
        _Key.Key_Return: "open",
        _Key.Key_Enter: "open",
        _Key.Key_F2: "edit",
        _Key.Key_N: "new",
        _Key.Key_E: "effort",
        _Key.Key_Space: "carry",
    }
)


class PlanFaces(CardFaces):
    """Tells cards as they are planned.

    Attributes:
        sprint: Key of the sprint that is planned: it is not told on its own cards.
        reasons: Why cards were not done, by their keys.
    """

    def __init__(self) -> None:
        super().__init__()
        self.sprint = ""
        self.reasons: Mapping[str, str] = {}

    @override
    def aloud(self, card: Card) -> str:
        return " ".join(filter(None, (super().aloud(card), self.reasons.get(card.id, ""))))

    @override
    def face(self, card: Card) -> Face:
        who, level = self.board.name("owner_id", card.owner), level_word(card.level)
        status = choice_word(card.status)
        labels = " ".join(f"#{label}" for label in card.labels)
        return Face(
            edge=theme().level(card.level),
            kind=card.ref,
            heads=(
                " · ".join(filter(None, (status, who, level))),
                " · ".join(filter(None, (status, who))),
                status,
            ),
            foot=self.reasons.get(card.id) or labels,
            marks=self._plan_marks(card),
        )

    def _plan_marks(self, card: Card) -> list[Mark]:
        marks = [
            Mark("star-filled" if card.dots else "star", number(card.dots), _role(card)),
            Mark("clock", "–" if card.effort is None else short_effort(card.effort)),
        ]
        others = [
            sprint
            for sprint in self.board.sprints
            if sprint.id in card.sprints and sprint.id != self.sprint
        ]
        if others:
            role = "muted" if others[-1].is_closed else "info"
            marks.append(Mark("refresh", others[-1].ref, role))
        return marks


def _role(card: Card) -> str:
    return "accent" if card.dots else "muted"


class PlanList(MarkClicks[Card], CardList):
    """One lane; a click on the star of a card gives it a dot, with Shift it takes one back.

    Signals:
        voted: Emitted with the key of a card, and 1 or −1.
        sized: Emitted with the key of a card whose effort was clicked.
    """

    voted = Signal(str, int)
    sized = Signal(str)

    own_keys = _KEYS
    more_keys = MappingProxyType(
        {
            _Key.Key_Slash: "filter",
            _Key.Key_Plus: "dot",
            _Key.Key_Equal: "dot",
            _Key.Key_Minus: "undot",
        }
    )

    def __init__(self, faces: PlanFaces, parent: QWidget | None = None) -> None:
        super().__init__(faces, parent)
        self.marked.connect(self._on_mark)

    @override
    def takes_click(self, card: Card, place: int) -> bool:
        return self.cards.is_editable and place <= _EFFORT

    @Slot(str, int, bool)
    def _on_mark(self, key: str, place: int, is_shifted: bool) -> None:
        if place == _DOTS:
            self.voted.emit(key, -1 if is_shifted else 1)
        else:
            self.sized.emit(key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What the board asks for with these keys is nothing one does while planning.
        if event.key() == _Key.Key_D and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return
        super().keyPressEvent(event)
