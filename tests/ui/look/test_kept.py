import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from entente.i18n import use_language
from entente_ui.look.kept import paint_kept
from entente_ui.look.theme import Mode, Theme, apply, theme

BOX = QRectF(-10, -10, 20, 20)


class Disc:
    """Draws a disc, and counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def paint(self, painter: QPainter) -> None:
        self.asked += 1
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("accent"))
        painter.drawEllipse(QPointF(), 8, 8)


def picture(disc: Disc, name: str, *, scale: float = 1, ratio: float = 1) -> QImage:
    """Return a disc drawn in the middle of 60 × 60 px."""
    image = QImage(round(60 * ratio), round(60 * ratio), QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(30, 30)
    painter.scale(scale, scale)
    if name:
        paint_kept(painter, name, BOX, disc.paint)
    else:
        disc.paint(painter)
    painter.end()
    return image


def greatest_difference(one: QImage, other: QImage) -> int:
    """Return by how much the two differ where they differ most, of 255."""
    places = [(x, y) for x in range(one.width()) for y in range(one.height())]
    pairs = ((one.pixelColor(*place), other.pixelColor(*place)) for place in places)
    return max(
        abs(channel(a) - channel(b))
        for a, b in pairs
        for channel in (QColor.red, QColor.green, QColor.blue)
    )


@pytest.mark.usefixtures("look")
@pytest.mark.parametrize(("scale", "ratio"), [(1, 1), (1.5, 1), (1, 2), (1.1, 2)])
def test_a_kept_drawing_looks_like_the_drawing(scale: float, ratio: float) -> None:
    plain = picture(Disc(), "", scale=scale, ratio=ratio)
    for _ in range(2):
        kept = picture(Disc(), f"like {scale}/{ratio}", scale=scale, ratio=ratio)
        # What is half a pixel off may be a shade off.
        assert greatest_difference(plain, kept) <= (2 if scale == 1 else 130)


@pytest.mark.usefixtures("look")
def test_what_is_kept_is_not_drawn_again() -> None:
    disc = Disc()
    first, second = picture(disc, "again"), picture(disc, "again")
    assert disc.asked == 1
    assert first == second


def test_another_theme_size_language_or_screen_draws_anew(qapp: QApplication, look: Theme) -> None:
    disc = Disc()
    light = picture(disc, "anew")
    apply(qapp, Mode.DARK, 100, reduced_motion=True)
    dark = picture(disc, "anew")
    assert light != dark
    assert look.is_dark
    apply(qapp, Mode.DARK, 120, reduced_motion=True)
    picture(disc, "anew")
    use_language("fr")
    picture(disc, "anew")
    picture(disc, "anew", ratio=2)
    assert disc.asked == 5
