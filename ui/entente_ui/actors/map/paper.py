"""Draws what lies still on the map."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from math import floor
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from entente.domain.canvas import NoteShape
from entente.domain.canvas_layout import BOX_HEAD, CARD_HEIGHT, CARD_WIDTH
from entente.services.maps import MapNote
from entente_ui.actors.map import strokes
from entente_ui.actors.map.camera import Camera, Level
from entente_ui.actors.map.cards import FADED, Cards, plain_font
from entente_ui.actors.map.chart import Chart, OrganisationBox, note_rect
from entente_ui.look.theme import theme

_CORNER: Final = 14.0
#: Px of the view, at 100 %, that letters have at least wherever there are any.
_LETTERS: Final = 11.0
#: Smaller than this, letters are left out.
_SMALLEST: Final = 7.5


class Paper:
    """Paints a chart as a camera sees it."""

    def __init__(self) -> None:
        self.cards = Cards()

    def paint(
        self,
        painter: QPainter,
        chart: Chart,
        camera: Camera,
        area: QRectF,
        lifted: Collection[str] = (),
    ) -> None:
        """Paint a part of the map; the painter is in px of the view.

        Args:
            painter: Draws it.
            chart: What is where.
            camera: Which part is in view, and how large.
            area: The part to paint, in px of the map.
            lifted: Actors that are left out, with their lines and boxes: they move.
        """
        lines_off = frozenset(chart.lines_of(lifted)) if lifted else frozenset()
        boxes = self._paint_boxes(painter, chart, camera, area, lifted)
        painter.save()
        painter.translate(-QPointF(camera.offset))
        painter.scale(camera.scale, camera.scale)
        if camera.level <= Level.TINY:
            strokes.paint_overview(painter, chart, lines_off)
        else:
            places = [place for place in chart.lines_in(area) if place not in lines_off]
            strokes.paint_lines(painter, chart, places, camera, area)
        painter.restore()
        if BOX_HEAD * camera.scale > _LETTERS * theme().size / 100:
            for box in boxes:
                paint_title(painter, box, camera)
        for note in chart.notes:
            if note.shape == NoteShape.FRAME and _is_still(note, area, lifted):
                paint_frame_title(painter, note, camera)
        if camera.level is Level.DOT and not lifted:
            _paint_dots(painter, camera, chart.cards_by_camp())
        else:
            keys = chart.actors_in(area)
            self.paint_cards(painter, chart, camera, [key for key in keys if key not in lifted])
        for note in chart.notes:
            if note.shape == NoteShape.NOTE and _is_still(note, area, lifted):
                paint_note(painter, note, camera)

    def paint_cards(
        self, painter: QPainter, chart: Chart, camera: Camera, keys: Iterable[str]
    ) -> None:
        """Paint the cards of some actors."""
        if camera.level is Level.DOT:
            _paint_dots(painter, camera, _dots_of(chart, keys))
            return
        scale = camera.scale
        ratio = painter.device().devicePixelRatioF()
        places = chart.data.places
        left = CARD_WIDTH / 2 * scale + camera.offset.x()
        top = CARD_HEIGHT / 2 * scale + camera.offset.y()
        for key in keys:
            x, y = chart.at[key]
            place = places.get(key)
            card = self.cards.picture(
                chart.actors[key], scale, ratio, pinned=place is not None and place.pinned
            )
            # Never to the even neighbour: a card must not shake while the map is panned.
            corner = QPoint(floor(x * scale - left + 0.5), floor(y * scale - top + 0.5))
            if key in chart.faded:
                painter.setOpacity(FADED)
                painter.drawPixmap(corner, card)
                painter.setOpacity(1.0)
            else:
                painter.drawPixmap(corner, card)

    @staticmethod
    def _paint_boxes(
        painter: QPainter, chart: Chart, camera: Camera, area: QRectF, lifted: Collection[str]
    ) -> list[OrganisationBox]:
        """Paint frames and the ground of organisations, and return those painted."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for note in chart.notes:
            if note.shape == NoteShape.FRAME and _is_still(note, area, lifted):
                paint_note(painter, note, camera)
        moving = set(lifted)
        boxes = [
            box
            for box in chart.boxes.values()
            if box.rect.intersects(area) and moving.isdisjoint(box.members)
        ]
        if camera.level <= Level.TINY:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.setPen(QPen(theme().colour("border"), 1))
            painter.setBrush(theme().colour("field"))
            painter.drawRects([camera.rect_to_view(box.rect) for box in boxes])
        else:
            for box in boxes:
                paint_box(painter, box, camera)
        return boxes


def _is_still(note: MapNote, area: QRectF, lifted: Collection[str]) -> bool:
    return note.id not in lifted and note_rect(note).intersects(area)


def paint_box(
    painter: QPainter, box: OrganisationBox, camera: Camera, *, live: bool = False
) -> None:
    """Paint the ground of an organisation; the painter is in px of the view."""
    rect = camera.rect_to_view(box.rect)
    corner = min(_CORNER * camera.scale, rect.height() / 3)
    painter.setPen(QPen(theme().colour("border"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush if live else theme().colour("field"))
    painter.drawRoundedRect(rect, corner, corner)


def paint_title(painter: QPainter, box: OrganisationBox, camera: Camera) -> None:
    """Write the name of an organisation over the lines; the painter is in px of the view."""
    rect = camera.rect_to_view(box.rect)
    inset = max(4.0, min(_CORNER * camera.scale, rect.height() / 3))
    height = BOX_HEAD * camera.scale if box.members else rect.height()
    place = QRectF(rect.left(), rect.top(), rect.width(), height).adjusted(inset, 1, -inset, -1)
    unit = theme().size / 100
    font = plain_font("small_strong")
    letters = max(_LETTERS, 12.5 * min(camera.relative, 1.4)) * unit
    font.setPixelSize(max(1, round(min(letters, height * 0.8))))
    if font.pixelSize() < _LETTERS * 0.8 * unit or place.width() < 4 * letters:
        return
    metrics = QFontMetricsF(font)
    name = box.organisation.name
    is_wide = metrics.horizontalAdvance(name) > place.width()
    if is_wide and len(box.organisation.short_name) > 1:
        name = box.organisation.short_name
    text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, place.width())
    plate = QRectF(
        place.left() - 2,
        place.center().y() - metrics.height() / 2,
        metrics.horizontalAdvance(text) + 4,
        metrics.height(),
    )
    painter.fillRect(plate, theme().colour("field", 0.85))
    painter.setFont(font)
    painter.setPen(theme().colour("muted"))
    painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), text)


def paint_note(painter: QPainter, note: MapNote, camera: Camera) -> None:
    """Paint a note or a frame; the painter is in px of the view."""
    rect = camera.rect_to_view(note_rect(note))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    is_frame = note.shape == NoteShape.FRAME
    pen = QPen(theme().colour("accent" if is_frame else "caution", 0.6), 1)
    if is_frame:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(theme().colour("accent_soft" if is_frame else "caution_soft"))
    if is_frame:
        painter.setBrush(theme().colour("accent_soft", 0.35))
    painter.drawRoundedRect(rect, 4, 4)
    font = _note_font(camera.scale, strong=False)
    if is_frame or font.pixelSize() < _SMALLEST * theme().size / 100:
        return
    room = 8 * camera.scale
    place = rect.adjusted(room, room * 0.7, -room, -room * 0.5)
    painter.save()
    painter.setClipRect(place)
    painter.setFont(font)
    painter.setPen(theme().colour("text"))
    painter.drawText(place, int(Qt.TextFlag.TextWordWrap), wrapped(note.text, font, place))
    painter.restore()


def paint_frame_title(painter: QPainter, note: MapNote, camera: Camera) -> None:
    """Write the words of a frame over what lies in it; the painter is in px of the view."""
    font = _note_font(camera.scale, strong=True)
    if font.pixelSize() < _SMALLEST * theme().size / 100:
        return
    rect = camera.rect_to_view(note_rect(note))
    room = 8 * camera.scale
    metrics = QFontMetricsF(font)
    words = " ".join(note.text.split())
    text = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width() - 2 * room)
    width = metrics.horizontalAdvance(text) + 4
    place = QRectF(rect.left() + room, rect.top() + room * 0.4, width, metrics.height())
    painter.fillRect(place, theme().colour("accent_soft", 0.85))
    painter.setFont(font)
    painter.setPen(theme().colour("text"))
    painter.drawText(place.adjusted(2, 0, 2, 0), int(Qt.AlignmentFlag.AlignVCenter), text)


def wrapped(text: str, font: QFont, place: QRectF) -> str:
    """Return as many words of a text as fit into a place, broken into lines."""
    metrics = QFontMetricsF(font)
    lines: list[str] = []
    most = max(1, int(place.height() / metrics.lineSpacing()))
    for paragraph in text.splitlines():
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}".strip()
            if line and metrics.horizontalAdvance(longer) > place.width():
                lines.append(line)
                line = word
            else:
                line = longer
        lines.append(line)
    shown = lines[:most]
    if len(lines) > most:
        shown[-1] = f"{shown[-1]} …"
    elide = Qt.TextElideMode.ElideRight
    return "\n".join(metrics.elidedText(line, elide, place.width()) for line in shown)


def _note_font(scale: float, *, strong: bool) -> QFont:
    font = plain_font("small_strong" if strong else "small")
    font.setPixelSize(max(1, round(font.pixelSize() * scale)))
    return font


def _paint_dots(
    painter: QPainter, camera: Camera, groups: Mapping[tuple[str, bool], Sequence[QRectF]]
) -> None:
    """Paint cards too small to be read: a bar in the colour of the camp."""
    painter.save()
    painter.translate(-QPointF(camera.offset))
    painter.scale(camera.scale, camera.scale)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(Qt.PenStyle.NoPen)
    for (camp, is_faded), cards in groups.items():
        colour = theme().camp(camp or None).ring
        colour.setAlphaF(FADED if is_faded else 1.0)
        painter.setBrush(colour)
        painter.drawRects(list(cards))
    painter.restore()


def _dots_of(chart: Chart, keys: Iterable[str]) -> Mapping[tuple[str, bool], Sequence[QRectF]]:
    groups: dict[tuple[str, bool], list[QRectF]] = defaultdict(list)
    for key in keys:
        groups[chart.actors[key].camp, key in chart.faded].append(chart.card(key))
    return groups
