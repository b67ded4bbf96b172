"""An actor as a line of a list, and as what hangs at the pointer while dragged."""

from collections.abc import Sequence
from typing import Final, TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from entente_ui import formats
from entente_ui.actors.data import Person
from entente_ui.actors.painting import paint_badge, paint_disc
from entente_ui.look.theme import theme

Index: TypeAlias = QModelIndex | QPersistentModelIndex

#: Role under which a row hands out its `Person`.
PERSON_ROLE: Final = int(Qt.ItemDataRole.UserRole)

_ROW: Final = 44
_RADIUS: Final = 13


class PersonDelegate(QStyledItemDelegate):
    """Paints one line: the token, the name, the position if there is one."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme().px(120), theme().px(_ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        person = index.data(PERSON_ROLE)
        if not isinstance(person, Person):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        _paint_row(painter, QRectF(box), state)
        radius = theme().px(_RADIUS)
        painter.translate(box.left() + theme().px(10) + radius, box.center().y() + 1)
        paint_disc(painter, radius, theme().camp(person.token.camp).ring, person.initials)
        paint_badge(painter, radius, person.token.camp)
        painter.restore()
        words = QRectF(box).adjusted(theme().px(20) + 2 * radius, 0, -theme().px(8), 0)
        _paint_words(painter, words, person)


def _paint_row(painter: QPainter, box: QRectF, state: QStyle.StateFlag) -> None:
    role = ""
    if state & QStyle.StateFlag.State_Selected:
        role = "accent_soft"
    elif state & QStyle.StateFlag.State_MouseOver:
        role = "hover"
    if role:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour(role))
        painter.drawRoundedRect(box.adjusted(2, 1, -2, -1), theme().px(6), theme().px(6))


def _paint_words(painter: QPainter, box: QRectF, person: Person) -> None:
    elide, middle = Qt.TextElideMode.ElideRight, Qt.AlignmentFlag.AlignVCenter
    text = person.short
    if text:
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colour("muted"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | middle), text)
        box = box.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(text) - theme().px(8), 0)
    painter.setFont(theme().font("body"))
    metrics = painter.fontMetrics()
    half = box.height() / 2
    two = bool(person.role)
    name_box = box.adjusted(0, theme().px(4), 0, -half + theme().px(2)) if two else box
    painter.setPen(theme().colour("text"))
    painter.drawText(
        name_box, int(middle), metrics.elidedText(person.name, elide, int(box.width()))
    )
    if two:
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colour("muted"))
        role = painter.fontMetrics().elidedText(person.role, elide, int(box.width()))
        painter.drawText(
            box.adjusted(0, half - theme().px(2), 0, -theme().px(4)), int(middle), role
        )


def picture_of(people: Sequence[Person], widget: QWidget) -> QPixmap:
    """Return what hangs at the pointer while actors are dragged: a token, or a pile."""
    radius, ratio = theme().px(17), widget.devicePixelRatioF()
    shown = people[:3]
    side = 2 * radius + theme().px(8 + 5 * len(shown))
    picture = QPixmap(QSize(side, side) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(side / 2, side / 2)
    for depth, person in reversed(list(enumerate(shown))):
        painter.save()
        painter.translate(depth * theme().px(5), -depth * theme().px(3))
        paint_disc(painter, radius, theme().camp(person.token.camp).ring, person.initials)
        painter.restore()
    text = formats.number(len(people)) if len(people) > 1 else ""
    if text:
        paint_disc(painter, radius, theme().colour("accent"), text)
    else:
        paint_badge(painter, radius, people[0].token.camp)
    painter.end()
    return picture
