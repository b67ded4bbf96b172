"""Offers along an axis of amounts, one below the other, with the zone of possible agreement."""

from collections.abc import Mapping
from typing import ClassVar, Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from entente.domain.zopa import Zone
from entente.i18n import _
from entente.services.ways_out import Bargain, OfferRow
from entente_ui.difficulties.ways_out.axis import Axis, axis_of
from entente_ui.formats import money, short_date
from entente_ui.kit import NOWHERE, PaintedChoice
from entente_ui.look.theme import theme

_ROW: Final = 30
_HEAD: Final = 22
_FOOT: Final = 30
_DATES: Final = 54
_SIDE: Final = 34
_DOT: Final = 6
_ZONE_BAR: Final = 20
#: Zones drawn; there are as many as pairs of parties.
_MOST_ZONES: Final = 8
#: Colours and forms by turns, so that neither tells parties apart alone.
_ROLES: Final = ("info", "accent", "caution", "muted")
_FORMS: Final = ("circle", "square", "diamond")


class AmountChart(PaintedChoice):
    """The offers with an amount; a click or the arrow keys choose one.

    Signals:
        chosen: Emitted with the key of an offer.
    """

    chosen = Signal(str)

    steps: ClassVar[Mapping[Qt.Key, int]] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers: tuple[OfferRow, ...] = ()
        self._zones: tuple[Zone, ...] = ()
        self._names: dict[str, str] = {}
        self._axis: Axis | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Offers by amount"))
        theme().changed.connect(self.updateGeometry)

    @property
    def has_amounts(self) -> bool:
        """Whether there is anything to draw."""
        return self._axis is not None

    def show_bargain(self, bargain: Bargain) -> None:
        """Draw offers and zones; those without an amount are left to the list beside."""
        self._offers = tuple(offer for offer in bargain.offers if offer.amount is not None)
        self._zones = bargain.zones[:_MOST_ZONES]
        self._names = dict(bargain.names)
        limits = [limit.amount for limit in bargain.limits] if self._zones else []
        amounts = [offer.amount for offer in self._offers if offer.amount is not None] + limits
        self._axis = axis_of(amounts) if amounts else None
        self.aimed_part = min(self.aimed_part, len(self._offers) - 1)
        self.setAccessibleDescription("\n".join(map(self.words, self._offers)))
        self.updateGeometry()
        self.update()

    def words(self, offer: OfferRow) -> str:
        """Return an offer in a few words."""
        name = self._names.get(offer.actor, "") or _("Party")
        day = short_date(offer.made_on)
        return " · ".join(filter(None, (name, money(offer.amount or 0), day, offer.text)))

    def point_of(self, place: int) -> QPoint:
        """Return where the offer of a row is drawn."""
        amount = self._offers[place].amount or 0
        return QPoint(round(self._x(amount)), self._y(place))

    @property
    def _bars(self) -> int:
        return len(self._zones) if len(self._zones) > 1 else 0

    def _x(self, amount: float) -> float:
        left, right = theme().px(_DATES + _SIDE), self.width() - theme().px(_SIDE)
        share = self._axis.share(amount) if self._axis else 0.0
        return left + share * max(1, right - left)

    def _top(self) -> int:
        return theme().px(_HEAD) + self._bars * theme().px(_ZONE_BAR)

    def _y(self, place: int) -> int:
        return self._top() + theme().px(_ROW) * place + theme().px(_ROW) // 2

    def _bottom(self) -> int:
        return self._top() + theme().px(_ROW) * max(1, len(self._offers))

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(420), self._bottom() + theme().px(_FOOT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(280), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._axis is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if len(self._zones) == 1:
            self._paint_zone(painter, self._zones[0])
        for place, zone in enumerate(self._zones if self._bars else ()):
            self._paint_bar(painter, place, zone)
        self._paint_axis(painter, self._axis)
        self._paint_ways(painter)
        for place, offer in enumerate(self._offers):
            self._paint_offer(painter, place, offer)

    def _paint_zone(self, painter: QPainter, zone: Zone) -> None:
        left, right = sorted((self._x(zone.least), self._x(zone.most)))
        role = "good" if zone.exists else "caution"
        box = QRectF(left, self._top(), max(2.0, right - left), self._bottom() - self._top())
        brush = QBrush(theme().colour(role, 0.16 if zone.exists else 0.5))
        if not zone.exists:
            brush.setStyle(Qt.BrushStyle.BDiagPattern)
        painter.fillRect(box, brush)
        painter.setPen(QPen(theme().colour(role), 1, Qt.PenStyle.DashLine))
        painter.drawLine(box.topLeft(), box.bottomLeft())
        painter.drawLine(box.topRight(), box.bottomRight())
        painter.setFont(theme().font("small_strong"))
        painter.setPen(theme().colour(role))
        words = _("Zone of possible agreement") if zone.exists else _("No zone: they do not meet")
        self._paint_above(painter, words, round(box.center().x()), self._top())

    def _paint_above(self, painter: QPainter, words: str, middle: int, bottom: int) -> None:
        """Paint words above a place, as near to its middle as the width allows."""
        width = painter.fontMetrics().horizontalAdvance(words)
        left = min(max(0, middle - width // 2), max(0, self.width() - width))
        height = theme().px(_HEAD)
        box = QRect(left, bottom - height, width + 2, height)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), words)

    def _paint_bar(self, painter: QPainter, place: int, zone: Zone) -> None:
        """Paint the zone of one pair of several as a bar of its own."""
        left, right = sorted((self._x(zone.least), self._x(zone.most)))
        top = theme().px(_HEAD) + place * theme().px(_ZONE_BAR)
        role = "good" if zone.exists else "caution"
        bar = QRectF(left, top + theme().px(6), max(2.0, right - left), theme().px(8))
        brush = QBrush(theme().colour(role, 0.6))
        if not zone.exists:
            brush.setStyle(Qt.BrushStyle.BDiagPattern)
        painter.fillRect(bar, brush)
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colour("muted"))
        names = " – ".join(self._names.get(key, "") for key in (zone.payer, zone.receiver))
        box = QRect(0, top, max(theme().px(80), round(left) - theme().px(6)), theme().px(_ZONE_BAR))
        words = painter.fontMetrics().elidedText(names, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), words)

    def _paint_axis(self, painter: QPainter, axis: Axis) -> None:
        painter.setFont(theme().font("small"))
        bottom = self._bottom()
        gap = 0
        for tick in axis.ticks:
            x = round(self._x(tick))
            painter.setPen(QPen(theme().colour("border"), 1))
            painter.drawLine(x, self._top(), x, bottom)
            words = money(tick)
            width = painter.fontMetrics().horizontalAdvance(words)
            left = min(max(0, x - width // 2), max(0, self.width() - width - 1))
            if left < gap:
                continue
            gap = left + width + theme().px(8)
            painter.setPen(theme().colour("muted"))
            box = QRect(left, bottom + 2, width + 2, theme().px(_FOOT) - 4)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), words)

    def _paint_ways(self, painter: QPainter) -> None:
        """Draw the way each party has come from offer to offer."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for number, actor in enumerate(self._actors()):
            points = [
                QPointF(self.point_of(place))
                for place, offer in enumerate(self._offers)
                if offer.actor == actor
            ]
            painter.setPen(QPen(theme().colour(_ROLES[number % len(_ROLES)], 0.6), 1.5))
            painter.drawPolyline(QPolygonF(points))

    def _actors(self) -> list[str]:
        return list(dict.fromkeys(offer.actor for offer in self._offers))

    def _paint_offer(self, painter: QPainter, place: int, offer: OfferRow) -> None:
        number = self._actors().index(offer.actor)
        role, form = _ROLES[number % len(_ROLES)], _FORMS[number % len(_FORMS)]
        y = self._y(place)
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colour("muted"))
        half = theme().px(_ROW) // 2
        dates = QRect(0, y - half, theme().px(_DATES), 2 * half)
        painter.drawText(dates, int(Qt.AlignmentFlag.AlignVCenter), short_date(offer.made_on))
        point = QPointF(self.point_of(place))
        is_gone = offer.status in {"declined", "withdrawn"}
        painter.setPen(QPen(theme().colour(role), 2))
        painter.setBrush(theme().colour("surface" if is_gone else role))
        _paint_form(painter, form, point, theme().px(_DOT))
        self._paint_words(painter, place, offer)
        if place == self.aimed_part and self.hasFocus():
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(point, theme().px(_DOT + 5), theme().px(_DOT + 5))

    def _paint_words(self, painter: QPainter, place: int, offer: OfferRow) -> None:
        """Write who and how much beside a point, on the side with more room."""
        is_taken = offer.status == "accepted"
        painter.setFont(theme().font("small_strong" if is_taken else "small"))
        painter.setPen(theme().colour("good" if is_taken else "text"))
        words = f"{money(offer.amount or 0)} · {self._names.get(offer.actor, '')}"
        if is_taken:
            words = f"✓ {words}"
        point, half = self.point_of(place), theme().px(_ROW) // 2
        gap = theme().px(_DOT + 6)
        right, left = self.width() - point.x() - gap, point.x() - gap - theme().px(_DATES)
        width = painter.fontMetrics().horizontalAdvance(words)
        if width <= right or right >= left:
            box = QRect(point.x() + gap, point.y() - half, right, 2 * half)
            align = Qt.AlignmentFlag.AlignLeft
        else:
            box = QRect(theme().px(_DATES), point.y() - half, left, 2 * half)
            align = Qt.AlignmentFlag.AlignRight
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        flags = int(align | Qt.AlignmentFlag.AlignVCenter)
        ground = painter.boundingRect(box, flags, words).adjusted(-2, 0, 2, 0)
        painter.fillRect(ground, theme().colour("window", 0.8))
        painter.drawText(box, flags, words)

    @override
    def part_at(self, point: QPointF) -> int:
        row = int(point.y() - self._top()) // theme().px(_ROW)
        return row if point.y() >= self._top() and row < len(self._offers) else NOWHERE

    @override
    def tip(self, part: int) -> str:
        return self.words(self._offers[part])

    @override
    def aim(self, part: int) -> None:
        if self._offers:
            self.aimed_part = min(max(0, part), len(self._offers) - 1)
            self.setAccessibleDescription(self.words(self._offers[self.aimed_part]))
            self.update()

    @override
    def choose(self, part: int) -> None:
        self.aimed_part = part
        self.update()
        self.chosen.emit(self._offers[part].key)


def _paint_form(painter: QPainter, form: str, point: QPointF, radius: int) -> None:
    match form:
        case "square":
            painter.drawRect(QRectF(point.x() - radius, point.y() - radius, 2 * radius, 2 * radius))
        case "diamond":
            far = radius * 1.3
            ends = ((0, -far), (far, 0), (0, far), (-far, 0))
            painter.drawPolygon(QPolygonF([point + QPointF(x, y) for x, y in ends]))
        case _:
            painter.drawEllipse(point, radius, radius)
