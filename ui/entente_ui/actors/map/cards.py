"""The cards of the actors, drawn once for each size they are shown at."""

from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPixmap

from entente.domain.canvas_layout import CARD_HEIGHT, CARD_WIDTH
from entente.services.maps import MapActor
from entente_ui.actors.map.camera import Level, level_at
from entente_ui.actors.painting import paint_disc
from entente_ui.kit.badge import paint_camp_badge
from entente_ui.look.icons import draw_icon
from entente_ui.look.theme import theme

#: Pictures kept; more than fit on a large screen at the smallest size at which they are used.
_KEPT: Final = 1_500
_KEPT_TINY: Final = 8_000
_CORNER: Final = 10.0
_DISC: Final = 15.0
_DISC_X: Final = 25.0
_TEXT_X: Final = 50.0
_TEXT_WIDTH: Final = CARD_WIDTH - _TEXT_X - 8
_BAND: Final = 22.0
#: Px of the view, at 100 %, that letters have when only the short name fits.
_SHORT_LETTERS: Final = 11.0
#: Px of the view, at 100 %, of the letters on the smallest cards that have any.
_TINY_LETTERS: Final = (7.0, 11.0)
#: A name of more words than this is a role or a body, not a person.
_PERSON_WORDS: Final = 3
FADED: Final = 0.22


class Cards:
    """Draws cards, and keeps what it drew."""

    def __init__(self) -> None:
        self._pictures: dict[tuple[str, bool], QPixmap] = {}
        self._made_for: tuple[float, float] = (0.0, 0.0)

    def forget(self) -> None:
        """Draw everything anew: colours, sizes or names changed."""
        self._pictures.clear()

    def picture(
        self, actor: MapActor, scale: float, ratio: float, *, pinned: bool = False
    ) -> QPixmap:
        """Return the card of an actor as it is shown at a scale.

        Args:
            actor: Whose card.
            scale: Px of the view for one of the map.
            ratio: Dots of the screen for one px of the view.
            pinned: Whether it stays where it was put.
        """
        kept = _KEPT_TINY if level_at(scale * 100 / theme().size) is Level.TINY else _KEPT
        if self._made_for != (scale, ratio) or len(self._pictures) > kept:
            self._pictures.clear()
            self._made_for = (scale, ratio)
        key = (actor.id, pinned)
        found = self._pictures.get(key)
        if found is None:
            found = self._draw(actor, scale, ratio, pinned=pinned)
            self._pictures[key] = found
        return found

    @staticmethod
    def _draw(actor: MapActor, scale: float, ratio: float, *, pinned: bool) -> QPixmap:
        width, height = ceil(CARD_WIDTH * scale * ratio), ceil(CARD_HEIGHT * scale * ratio)
        picture = QPixmap(width, height)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale * ratio, scale * ratio)
        relative = scale * 100 / theme().size
        paint_card(painter, actor, relative, pinned=pinned)
        painter.end()
        picture.setDevicePixelRatio(ratio)
        return picture


def paint_card(painter: QPainter, actor: MapActor, relative: float, *, pinned: bool) -> None:
    """Draw a card from its left top corner on, in px of the map.

    Args:
        painter: Draws it.
        actor: Whose card.
        relative: Size at which it will be seen, relative to 1:1.
        pinned: Whether it stays where it was put.
    """
    if level_at(relative) is Level.TINY:
        _paint_tiny(painter, actor, relative)
        return
    line = max(1.0, 0.9 / relative)
    box = QRectF(line, line, CARD_WIDTH - 2 * line, CARD_HEIGHT - 2 * line)
    painter.setPen(QPen(theme().colour("edge", 0.7), line))
    painter.setBrush(theme().colour("surface"))
    painter.drawRoundedRect(box, _CORNER, _CORNER)
    if level_at(relative) is Level.FULL:
        _paint_full(painter, actor)
    else:
        _paint_short(painter, actor, relative, box)
    if pinned:
        side = round(13 / max(relative, 0.6))
        place = QRect(CARD_WIDTH - side - 3, 3, side, side)
        draw_icon(painter, "map-pin", place, "accent")


def plain_font(style: str) -> QFont:
    """Return a font as it is at 100 %, for what is drawn in px of the map."""
    font = theme().font(style)
    metrics = QFontMetricsF(font)
    font.setPixelSize(max(1, round(metrics.height() * 100 / theme().size / _LEADING)))
    return font


#: Height of a line of our type for one px of letters.
_LEADING: Final = 1.257


def fitting(name: str, font: QFont, width: float) -> str:
    """Return a name as it fits into a width on one line."""
    metrics = QFontMetricsF(font)
    words = name.split()
    ways = [name]
    if 1 < len(words) <= _PERSON_WORDS:
        ways += [f"{words[0]} {words[-1][0]}.", words[0]]
    for way in ways:
        if metrics.horizontalAdvance(way) <= width:
            return way
    return metrics.elidedText(ways[-1], Qt.TextElideMode.ElideRight, width)


def two_lines(text: str, font: QFont, width: float) -> list[str]:
    """Return a text on one line or two, the second shortened where it must be."""
    metrics = QFontMetricsF(font)
    if metrics.horizontalAdvance(text) <= width:
        return [text]
    words = text.split()
    first = ""
    while words and metrics.horizontalAdvance(f"{first} {words[0]}".strip()) <= width:
        first = f"{first} {words.pop(0)}".strip()
    rest = " ".join(words)
    if not first:
        return [metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)]
    return [first, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)]


def _paint_full(painter: QPainter, actor: MapActor) -> None:
    painter.save()
    painter.translate(_DISC_X, CARD_HEIGHT / 2)
    paint_disc(painter, _DISC, theme().camp(actor.camp or None).ring, actor.initials)
    centre = QPointF(_DISC * 0.72, -_DISC * 0.72)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour("surface"))
    painter.drawEllipse(centre, 7.8, 7.8)
    paint_camp_badge(painter, centre, 6.6, actor.camp or None)
    painter.restore()
    strong, small = plain_font("small_strong"), plain_font("small")
    lines = two_lines(" ".join(actor.name.split()), strong, _TEXT_WIDTH)
    parts = [(line, strong, "text") for line in lines]
    if len(lines) == 1 and actor.role and actor.role != actor.name:
        metrics = QFontMetricsF(small)
        role = metrics.elidedText(actor.role, Qt.TextElideMode.ElideRight, _TEXT_WIDTH)
        parts.append((role, small, "muted"))
    heights = [QFontMetricsF(font).height() for _, font, _ in parts]
    y = (CARD_HEIGHT - sum(heights)) / 2
    for (text, font, role), height in zip(parts, heights, strict=True):
        painter.setFont(font)
        painter.setPen(theme().colour(role))
        painter.drawText(QPointF(_TEXT_X, y + QFontMetricsF(font).ascent()), text)
        y += height


def _paint_short(painter: QPainter, actor: MapActor, relative: float, box: QRectF) -> None:
    colours = theme().camp(actor.camp or None)
    painter.save()
    painter.setClipRect(QRectF(box.left(), box.top(), _BAND, box.height()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.ring)
    painter.drawRoundedRect(box, _CORNER, _CORNER)
    painter.restore()
    paint_camp_badge(
        painter, QPointF(box.left() + _BAND / 2, CARD_HEIGHT / 2), 10, actor.camp or None
    )
    font = plain_font("small_strong")
    font.setPixelSize(max(8, round(min(_SHORT_LETTERS / relative, 34))))
    width = CARD_WIDTH - _BAND - 12
    text = fitting(" ".join(actor.name.split()), font, width)
    painter.setFont(font)
    painter.setPen(theme().colour("text"))
    place = QRectF(_BAND + 6, 0, width + 2, CARD_HEIGHT)
    painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), text)


def _paint_tiny(painter: QPainter, actor: MapActor, relative: float) -> None:
    """Fill a card with the colour of its camp; on it the first name, or initials."""
    colours = theme().camp(actor.camp or None)
    painter.fillRect(QRectF(0, 0, CARD_WIDTH, CARD_HEIGHT), colours.ring)
    font = plain_font("small_strong")
    least, most = (letters / relative for letters in _TINY_LETTERS)
    font.setPixelSize(round(max(least, min(most, CARD_HEIGHT * 0.8))))
    painter.setFont(font)
    painter.setPen(colours.letter)
    place = QRectF(0, 0, CARD_WIDTH, CARD_HEIGHT)
    painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), shortest(actor, font))


def shortest(actor: MapActor, font: QFont) -> str:
    """Return the first name of a person if it fits on a card, or else the initials."""
    words = actor.name.split()
    is_person = 1 <= len(words) <= _PERSON_WORDS
    width = QFontMetricsF(font).horizontalAdvance(words[0]) if is_person else CARD_WIDTH
    return words[0] if width < CARD_WIDTH * 0.94 else actor.initials
