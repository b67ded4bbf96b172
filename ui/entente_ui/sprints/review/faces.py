"""How what is said at a review is told on its cards, and what hands do to these."""

from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from entente.domain.review import GAP_MAX
from entente.i18n import _
from entente.services.reviews import Said, What
from entente_ui.formats import number
from entente_ui.kit import level_word, tooltip_html
from entente_ui.kit.cards import CardView, Face, Faces, Mark
from entente_ui.look.theme import theme
from entente_ui.sprints.board.words import short_effort
from entente_ui.sprints.review.words import aloud, gap_marks, state_word, themes

#: What cards of a review are called while they are dragged: they are of several kinds.
KIND: Final = "review_card"
#: A gap from which on work stands still, and one that is felt.
_WIDE: Final = 4
_FELT: Final = 3
#: Px at 100 % around a sign that still meet it.
_ABOUT: Final = 6
_SIGNS: Final = {
    "acted": "arrow-right",
    "promoted": "alert-triangle",
    "settled": "circle-check",
}
_Key: Final = Qt.Key


class SaidFaces(Faces[Said]):
    """Tells notes, tensions, pieces of work and advice.

    Attributes:
        is_written: Whether anything may be changed; only then it is said how.
    """

    def __init__(self) -> None:
        self.is_written = True

    @override
    def text(self, card: Said) -> str:
        # Of advice the reason is what is read.
        return card.beneath if card.what is What.ADVICE else card.text

    @override
    def aloud(self, card: Said) -> str:
        return aloud(card)

    @override
    def writing(self) -> str:
        return _("Words of the card")

    @override
    def has_foot(self, card: Said) -> bool:
        return True

    @override
    def face(self, card: Said) -> Face:
        match card.what:
            case What.NOTE:
                return self._note(card)
            case What.TENSION:
                return self._tension(card)
            case What.ITEM:
                return self._item(card)
        return self._advice(card)

    def _note(self, card: Said) -> Face:
        level = level_word(card.level)
        votes = Mark("star", number(card.votes), "accent" if card.votes else "muted")
        return Face(
            edge=theme().level(card.level),
            kind=card.who or level,
            kind_role="text" if card.who else "muted",
            foot=" · ".join(filter(None, (level if card.who else "", themes(card)))),
            marks=(votes,) if card.votes or self.is_written else (),
        )

    def _tension(self, card: Said) -> Face:
        gap = card.gap or 0
        role = "critical" if gap >= _WIDE else "caution" if gap == _FELT else "muted"
        icon = _SIGNS.get(card.mark)
        return Face(
            edge=theme().level(card.level),
            kind=card.ref,
            heads=(card.who,),
            aside=gap_marks(card.gap),
            aside_ink=theme().colour(role),
            # Below, as the gap leaves no room above in a narrow column.
            foot=" · ".join(filter(None, (level_word(card.level), card.beneath))),
            marks=(Mark(icon, "", "info"),) if icon else (),
        )

    def _item(self, card: Said) -> Face:
        level, is_done = level_word(card.level), card.mark == "done"
        return Face(
            edge=theme().level(card.level),
            kind=card.ref,
            heads=(" · ".join(filter(None, (card.who, level))), card.who, level),
            aside=short_effort(card.effort) if card.effort else "",
            aside_ink=theme().colour("muted"),
            foot=card.beneath or ("" if is_done else state_word(card)),
            marks=(Mark("circle-check", "", "good"),) if is_done else (),
        )

    def _advice(self, card: Said) -> Face:
        effort = short_effort(card.effort) if card.effort else ""
        how = _("T takes it") if self.is_written else ""
        return Face(
            edge=theme().colour("info"),
            kind=card.text,
            kind_role="info",
            foot=" · ".join(filter(None, (_("Advice"), effort, how))),
            marks=(Mark("bulb", "", "info"),),
        )


class SaidList(CardView[Said]):
    """What stands in a column, from above.

    Signals:
        voted: Emitted with the key of a note and 1 or −1 when its votes are clicked.
        gauged: Emitted with the key of a tension and the gap that is clicked.
    """

    voted = Signal(str, int)
    gauged = Signal(str, int)

    own_keys = MappingProxyType(
        {
            _Key.Key_Return: "open",
            _Key.Key_Enter: "open",
            _Key.Key_F2: "reword",
            _Key.Key_Delete: "delete",
            _Key.Key_N: "new",
            _Key.Key_T: "further",
            _Key.Key_D: "difficulty",
        }
    )
    more_keys = MappingProxyType(
        {
            _Key.Key_Slash: "filter",
            _Key.Key_Plus: "more",
            _Key.Key_Equal: "more",  # where the plus needs Shift
            _Key.Key_Minus: "less",
        }
    )

    def __init__(self, faces: SaidFaces, parent: QWidget | None = None) -> None:
        super().__init__(KIND, faces, parent)

    @override
    def _target(self, at: QPoint, keys: Sequence[str]) -> str:
        # Cards are dropped into columns, not onto each other.
        return ""

    def votes_rect(self, card: Said) -> QRect:
        """Return where the votes of a note are clicked, in the coordinates of the viewport."""
        shape = self.cards.shape
        inside = shape.inside(self._rect_of(card))
        words = shape.small.metrics.horizontalAdvance(number(card.votes))
        wide = words + min(shape.head, theme().px(15)) + theme().px(3)
        left, top = inside.right() - wide, inside.bottom() - shape.head + 1
        about = theme().px(_ABOUT)
        return QRect(left, top, wide, shape.head).adjusted(-2 * about, -about, about, about)

    def gap_rect(self, card: Said) -> QRect:
        """Return where the gap of a tension is drawn, in the coordinates of the viewport."""
        shape = self.cards.shape
        inside = shape.inside(self._rect_of(card))
        wide = shape.small.metrics.horizontalAdvance(gap_marks(card.gap))
        about = theme().px(_ABOUT)
        box = QRect(inside.right() - wide, inside.top(), wide, shape.head)
        return box.adjusted(0, -about, about, about)

    def _rect_of(self, card: Said) -> QRect:
        return self.visualRect(self.cards.index(self.cards.row_of(card.id)))

    def _sign_at(self, at: QPoint) -> tuple[Said, int] | None:
        """Return the card whose votes or gap are drawn at a point, and which gap that is."""
        card = self.cards.card_at(self.indexAt(at))
        if card is None or not self.cards.is_editable:
            return None
        if card.what is What.NOTE and self.votes_rect(card).contains(at):
            return card, 0
        if card.what is What.TENSION and self.gap_rect(card).contains(at):
            dot = self.cards.shape.small.metrics.horizontalAdvance("●")
            place = (at.x() - self.gap_rect(card).left()) // max(1, dot)
            return card, min(GAP_MAX, max(1, place + 1))
        return None

    def _words_at(self, at: QPoint) -> str:
        """Return what is told of a point: what its sign is for, else what is cut off below."""
        found, card = self._sign_at(at), self.cards.card_at(self.indexAt(at))
        if found is not None:
            return _sign_words(found[0])
        if card is None or card.what is What.NOTE:
            return ""
        return f"{card.text}\n{card.beneath}" if card.what is What.ADVICE else card.beneath

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._press(event):
            super().mousePressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # Two votes in a row are no wish to write.
        if not self._press(event):
            super().mouseDoubleClickEvent(event)

    def _press(self, event: QMouseEvent) -> bool:
        is_left = event.button() == Qt.MouseButton.LeftButton
        found = self._sign_at(event.position().toPoint()) if is_left else None
        if found is None:
            return False
        card, gap = found
        if gap:
            self.gauged.emit(card.id, gap)
        else:
            is_less = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.voted.emit(card.id, -1 if is_less else 1)
        event.accept()
        return True

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        is_sign = self._sign_at(event.position().toPoint()) is not None
        shape = Qt.CursorShape.PointingHandCursor if is_sign else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = self._words_at(event.pos())
            QToolTip.showText(event.globalPos(), tooltip_html(words), self)
            return True
        return super().viewportEvent(event)


def _sign_words(card: Said) -> str:
    if card.what is What.NOTE:
        return _("A click gives a vote, Shift and a click takes one back (+ and −)")
    return _("How wide the gap is, from 1 to 5: click a dot (+ and −)")
