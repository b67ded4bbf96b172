"""What lies over the still picture: what moves, what is selected, words beside things."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPointF, QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from entente.domain.alignment import Guide
from entente.domain.canvas import NoteShape
from entente_ui.actors.map import strokes
from entente_ui.actors.map.camera import Level
from entente_ui.actors.map.chart import note_rect
from entente_ui.actors.map.hand import Doing
from entente_ui.actors.map.paper import paint_box, paint_frame_title, paint_note, paint_title
from entente_ui.actors.map.pointing import HANDLE, actor_at, corner_of, handles
from entente_ui.actors.map.things import (
    ACTOR_KIND,
    BOX_KIND,
    NOTE_KIND,
    RELATION_KIND,
    Thing,
    actor_thing,
)
from entente_ui.actors.map.wording import describe
from entente_ui.kit.announce import announce
from entente_ui.kit.floating import SHADOW, paint_shadow
from entente_ui.look.theme import theme

if TYPE_CHECKING:
    from entente_ui.actors.map.canvas import Canvas

#: Ms the pointer rests on a card that can be read before more is said of it.
_REST: Final = 550
_WIDEST: Final = 340
_PAD: Final = 9


class Overlay(QObject):
    """Paints over the map what changes often.

    Attributes:
        hovered: What is under the pointer.
    """

    def __init__(self, canvas: "Canvas") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.hovered: Thing | None = None
        self._words: tuple[str, ...] = ()
        self._about: Thing | None = None
        self._resting = QTimer(self, singleShot=True, interval=_REST)
        self._resting.timeout.connect(self._tell_hovered)

    @property
    def words(self) -> tuple[str, ...]:
        """What is said beside something at the moment."""
        return self._words

    def hover(self, thing: Thing | None) -> None:
        """Take note of what is under the pointer."""
        if thing == self.hovered:
            return
        self.hovered = thing
        self.hide_words()
        self._canvas.update()
        if thing is None or self._canvas.hand.is_busy:
            return
        readable = self._canvas.camera.level is Level.FULL and thing.kind == ACTOR_KIND
        if readable or thing.kind == BOX_KIND:
            self._resting.start()
        else:
            self._tell_hovered()

    def tell(self, thing: Thing) -> None:
        """Say who or what something is: aloud, and beside it where it cannot be read."""
        words = describe(self._canvas.chart, thing)
        announce(self._canvas, ", ".join(words))
        if self._canvas.camera.level is not Level.FULL:
            self._say(thing, words[:1])

    def hide_words(self) -> None:
        """Say nothing more."""
        self._resting.stop()
        self._words, self._about = (), None

    def rect_of(self, thing: Thing) -> QRectF:
        """Return where something is drawn, in px of the view."""
        chart, camera = self._canvas.chart, self._canvas.camera
        if thing.kind == ACTOR_KIND and thing.key in chart.actors:
            return camera.rect_to_view(chart.card(thing.key))
        if thing.kind == BOX_KIND and thing.key in chart.boxes:
            return camera.rect_to_view(chart.boxes[thing.key].rect)
        if thing.kind == NOTE_KIND:
            for note in chart.notes:
                if note.id == thing.key:
                    return camera.rect_to_view(note_rect(note))
        for relation, line in zip(chart.relations, chart.lines, strict=True):
            if relation.id == thing.key:
                return QRectF(camera.to_view(line.center()), QSizeF(1, 1))
        return QRectF(QPointF(self._canvas.rect().center()), QSizeF(1, 1))

    def paint(self, painter: QPainter) -> None:
        """Paint everything that lies over the still picture."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_lines(painter)
        self._paint_lifted(painter)
        self._paint_selected(painter)
        self._paint_hovered(painter)
        self._paint_hand(painter)
        if self._about is not None and self._words:
            self._paint_words(painter)

    def _tell_hovered(self) -> None:
        if self.hovered is not None and not self._canvas.hand.is_busy:
            self._say(self.hovered, describe(self._canvas.chart, self.hovered))

    def _say(self, thing: Thing, words: Sequence[str]) -> None:
        metrics = QFontMetricsF(theme().font("small"))
        elide, widest = Qt.TextElideMode.ElideRight, theme().px(_WIDEST)
        self._words = tuple(
            metrics.elidedText(" ".join(line.split()), elide, widest) for line in words if line
        )
        self._about = thing
        self._canvas.update()

    def _paint_lines(self, painter: QPainter) -> None:
        """Paint the lines that are selected or under the pointer broader."""
        canvas = self._canvas
        meant = {*canvas.picks.relations}
        if self.hovered is not None and self.hovered.kind == RELATION_KIND:
            meant.add(self.hovered.key)
        if not meant:
            return
        places = [n for n, relation in enumerate(canvas.chart.relations) if relation.id in meant]
        halo = QPen(theme().colour("accent", 0.35), theme().px(9))
        halo.setCosmetic(True)
        painter.setPen(halo)
        for place in places:
            line = canvas.chart.lines[place]
            ends = (canvas.camera.to_view(line.p1()), canvas.camera.to_view(line.p2()))
            painter.drawLine(*ends)
        self._paint_strokes(painter, places)
        # Lines pass under the cards, these too.
        passed: dict[str, None] = {}
        for place in places:
            line = canvas.chart.lines[place]
            area = QRectF(line.p1(), line.p2()).normalized().adjusted(-1, -1, 1, 1)
            passed |= dict.fromkeys(canvas.chart.actors_in(area))
        canvas.paper.paint_cards(painter, canvas.chart, canvas.camera, passed)

    def _paint_lifted(self, painter: QPainter) -> None:
        canvas = self._canvas
        chart, lifted = canvas.chart, canvas.lifted
        if not lifted:
            return
        for box in chart.boxes.values():
            if lifted.intersection(box.members):
                paint_box(painter, box, canvas.camera, live=True)
                paint_title(painter, box, canvas.camera)
        notes = [canvas.hand.load.live_notes.get(n.id, n) for n in chart.notes if n.id in lifted]
        for note in notes:
            paint_note(painter, note, canvas.camera)
            if note.shape == NoteShape.FRAME:
                paint_frame_title(painter, note, canvas.camera)
        shown = [key for key in chart.actors if key in lifted] if len(lifted) > 1 else lifted
        keys = [key for key in shown if key in chart.actors]
        self._paint_strokes(painter, chart.lines_of(keys))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        canvas.paper.paint_cards(painter, chart, canvas.camera, self._with_ends(keys))

    def _with_ends(self, keys: Sequence[str]) -> list[str]:
        """Return who moves, after those at the other ends: lines pass under both."""
        canvas = self._canvas
        area = canvas.camera.rect_to_map(canvas.rect())
        ends = dict.fromkeys(other for key in keys for other in canvas.chart.neighbours(key))
        near = [key for key in ends if key not in canvas.lifted]
        return [*(k for k in near if canvas.chart.card(k).intersects(area)), *keys]

    def _paint_strokes(self, painter: QPainter, places: Sequence[int]) -> None:
        canvas = self._canvas
        painter.save()
        painter.translate(-QPointF(canvas.camera.offset))
        painter.scale(canvas.camera.scale, canvas.camera.scale)
        strokes.paint_lines(painter, canvas.chart, places, canvas.camera)
        painter.restore()

    def _paint_selected(self, painter: QPainter) -> None:
        canvas = self._canvas
        chart, camera = canvas.chart, canvas.camera
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().colour("accent"), theme().px(2)))
        in_view = QRectF(canvas.rect())
        corner = 10 * camera.scale + 2
        for key in canvas.picks.actors:
            rect = camera.rect_to_view(chart.card(key))
            if rect.intersects(in_view):
                painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), corner, corner)
        for key in canvas.picks.boxes:
            if key in chart.boxes:
                rect = camera.rect_to_view(chart.boxes[key].rect)
                painter.drawRoundedRect(rect, corner, corner)
        for note in chart.notes:
            if note.id in canvas.picks.notes:
                shown = canvas.hand.load.live_notes.get(note.id, note)
                rect = camera.rect_to_view(note_rect(shown))
                painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), 5, 5)
        if canvas.hasFocus() and canvas.picks.current in chart.actors:
            painter.setPen(QPen(theme().colour("accent", 0.35), theme().px(3)))
            rect = camera.rect_to_view(chart.card(canvas.picks.current))
            painter.drawRoundedRect(rect.adjusted(-5, -5, 5, 5), corner + 3, corner + 3)

    def _paint_hovered(self, painter: QPainter) -> None:
        """Show where what is under the pointer can be taken hold of."""
        canvas = self._canvas
        thing = self.hovered
        if thing is None or not canvas.writable or canvas.hand.doing is Doing.CARRYING:
            return
        painter.setPen(QPen(theme().colour("surface"), 1.5))
        painter.setBrush(theme().colour("accent"))
        if thing.kind == ACTOR_KIND and canvas.is_readable and thing.key in canvas.chart.actors:
            radius = theme().px(HANDLE)
            for point in handles(self.rect_of(thing)):
                painter.drawEllipse(point, radius, radius)
        elif thing.kind == NOTE_KIND:
            painter.setPen(QPen(theme().colour("accent"), 1.5))
            corner = corner_of(self.rect_of(thing))
            point = corner.center()
            side = theme().px(5)
            for off in (0, side * 0.7):
                start = QPointF(point.x() - side + off, point.y())
                painter.drawLine(start, QPointF(point.x(), point.y() - side + off))

    def _paint_hand(self, painter: QPainter) -> None:
        canvas, hand = self._canvas, self._canvas.hand
        accent = theme().colour("accent")
        painter.setPen(QPen(accent, 1))
        for guide in hand.load.guides:
            painter.drawLine(*self._guide_ends(guide))
        painter.setBrush(theme().colour("accent", 0.10))
        if hand.doing is Doing.LASSO:
            painter.drawPolygon(hand.lasso)
        elif not hand.band.isEmpty():
            painter.drawRoundedRect(hand.band, theme().px(4), theme().px(4))
        if hand.origin in canvas.chart.actors:
            self._paint_relating(painter)

    def _paint_relating(self, painter: QPainter) -> None:
        canvas, hand = self._canvas, self._canvas.hand
        start = canvas.camera.to_view(canvas.chart.card(hand.origin).center())
        tip, target = hand.tip, ""
        if hand.doing is Doing.RELATING:
            target = actor_at(canvas.chart, canvas.camera.to_map(tip))
        else:
            target = canvas.picks.current
        corner = 10 * canvas.camera.scale + 2
        painter.setPen(QPen(theme().colour("accent"), theme().px(2), Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if target in canvas.chart.actors and target != hand.origin:
            rect = self.rect_of(actor_thing(target))
            painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), corner, corner)
            tip = rect.center()
        rect = self.rect_of(actor_thing(hand.origin))
        painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), corner, corner)
        painter.drawLine(start, tip)

    def _guide_ends(self, guide: Guide) -> tuple[QPointF, QPointF]:
        camera = self._canvas.camera
        if guide.upright:
            ends = (QPointF(guide.at, guide.start - 12), QPointF(guide.at, guide.end + 12))
        else:
            ends = (QPointF(guide.start - 12, guide.at), QPointF(guide.end + 12, guide.at))
        return camera.to_view(ends[0]), camera.to_view(ends[1])

    def _paint_words(self, painter: QPainter) -> None:
        about = self._about
        if about is None:
            return
        strong, small = theme().font("small_strong"), theme().font("small")
        fonts = [strong if not number else small for number in range(len(self._words))]
        metrics = [QFontMetricsF(font) for font in fonts]
        sizes = zip(metrics, self._words, strict=True)
        width = max(metric.horizontalAdvance(line) for metric, line in sizes)
        pad = theme().px(_PAD)
        size = QSizeF(width + 2 * pad, sum(m.height() for m in metrics) + 1.4 * pad)
        box = QRectF(self._corner(self.rect_of(about), size), size)
        paint_shadow(painter, box, theme().px(8))
        painter.setPen(QPen(theme().colour("border"), 1))
        painter.setBrush(theme().colour("surface"))
        painter.drawRoundedRect(box, theme().px(8), theme().px(8))
        y = box.top() + 0.7 * pad
        for number, (line, metric) in enumerate(zip(self._words, metrics, strict=True)):
            painter.setFont(fonts[number])
            painter.setPen(theme().colour("muted" if number else "text"))
            painter.drawText(QPointF(box.left() + pad, y + metric.ascent()), line)
            y += metric.height()

    def _corner(self, around: QRectF, size: QSizeF) -> QPointF:
        """Return where a sheet stands: below what it is about, and inside the view."""
        gap, room = theme().px(8), theme().px(SHADOW) / 2
        inside = QRectF(self._canvas.rect()).adjusted(room, room, -room, -room)
        x = around.center().x() - size.width() / 2
        y = around.bottom() + gap
        if y + size.height() > inside.bottom():
            y = around.top() - gap - size.height()
        return QPointF(
            max(inside.left(), min(x, inside.right() - size.width())),
            max(inside.top(), min(y, inside.bottom() - size.height())),
        )
