"""What a lens shows, as a page: on paper, as a drawing or as a picture."""

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QMarginsF,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QImage, QImageWriter, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen
from PySide6.QtSvg import QSvgGenerator

from entente.i18n import _, ngettext
from entente_ui import formats
from entente_ui.actors.board import Board
from entente_ui.actors.data import Person
from entente_ui.actors.lens import Lens
from entente_ui.actors.trails import TrailMode
from entente_ui.look.theme import theme

#: A4 and A3 across, in px of 96 to the inch.
A4: Final = (1123, 794)
A3: Final = (1587, 1123)
_DPI: Final = 96
_SIDE: Final = 68
_HEAD: Final = 44
_TITLE: Final = 66
_TOP: Final = 128
_KEY: Final = 20
_FOOT: Final = 56
_INCH: Final = 0.0254


@dataclass(frozen=True, slots=True)
class Page:
    """A page.

    Attributes:
        lens, people, trails: What is shown.
        mission: What stands at its head on the left.
        reader: Who may read it, on the right.
        note: What stands at its foot.
        day: The day it shows.
    """

    lens: Lens
    people: tuple[Person, ...]
    trails: TrailMode
    mission: str
    reader: str
    note: str
    day: dt.date


def to_pdf(page: Page, size: tuple[int, int] = A4) -> bytes:
    """Return it as one page of vectors."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    kind = QPageSize.PageSizeId.A3 if size == A3 else QPageSize.PageSizeId.A4
    across = QPageLayout.Orientation.Landscape
    writer.setPageLayout(QPageLayout(QPageSize(kind), across, QMarginsF(0, 0, 0, 0)))
    writer.setTitle(page.lens.title)
    painter = QPainter(writer)
    _draw(painter, page, size)
    painter.end()
    buffer.close()
    return bytes(buffer.data().data())


def to_svg(page: Page, size: tuple[int, int] = A4) -> bytes:
    """Return it as a drawing."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(_DPI)
    generator.setSize(QSize(*size))
    generator.setViewBox(QRect(0, 0, *size))
    generator.setTitle(page.lens.title)
    painter = QPainter(generator)
    _draw(painter, page, size)
    painter.end()
    buffer.close()
    return bytes(buffer.data().data())


def to_png(page: Page, dpi: int = 300, size: tuple[int, int] = A4) -> bytes:
    """Return it as a picture."""
    scale = dpi / _DPI
    image = QImage(QSize(*size) * scale, QImage.Format.Format_RGB32)
    # Letters are scaled with the rest, not once more by the density.
    for density in (image.setDotsPerMeterX, image.setDotsPerMeterY):
        density(round(_DPI / _INCH))
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(scale, scale)
    _draw(painter, page, size)
    painter.end()
    for density in (image.setDotsPerMeterX, image.setDotsPerMeterY):
        density(round(dpi / _INCH))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


@contextmanager
def _paper(lens: Lens) -> Iterator[None]:
    """Draw light and at 100 %, whatever the screen is set to, in words anybody may read."""
    look = theme()
    kept = look.is_dark, look.size, lens.is_neutral
    look.is_dark, look.size, lens.is_neutral = False, 100, True
    try:
        yield
    finally:
        look.is_dark, look.size, lens.is_neutral = kept


def _draw(painter: QPainter, page: Page, size: tuple[int, int]) -> None:
    width, height = size
    with _paper(page.lens):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, width, height), Qt.GlobalColor.white)
        room = QRectF(_SIDE, _TOP, width - 2 * _SIDE, height - _TOP - _FOOT - _KEY)
        board = Board()
        board.look_through(page.lens)
        board.trails.mode = page.trails
        board.fit(room.width(), room.height())
        board.look_at(board.sceneRect())
        board.show_people(page.people, animate=False)
        _surround(painter, page, size)
        key = _key(board)
        if key:
            _write(painter, QRectF(_SIDE, room.bottom() + 4, room.width(), _KEY), key)
        board.render(painter, room, board.sceneRect())
        board.deleteLater()


def _surround(painter: QPainter, page: Page, size: tuple[int, int]) -> None:
    width, height = size
    wide = width - 2 * _SIDE
    right = Qt.AlignmentFlag.AlignRight
    _write(painter, QRectF(_SIDE, _HEAD - 18, wide * 0.6, 18), page.mission)
    reader = QRectF(_SIDE + wide * 0.6, _HEAD - 18, wide * 0.4, 18)
    _write(painter, reader, page.reader, "small_strong", "private", right)
    painter.setPen(QPen(theme().colour("text"), 1))
    painter.drawLine(QPointF(_SIDE, _HEAD + 2), QPointF(width - _SIDE, _HEAD + 2))
    _write(painter, QRectF(_SIDE, _TITLE - 14, wide, 36), page.lens.title, "title", "text")
    placed = sum(person.score is not None for person in page.people)
    told = ngettext("{count} actor", "{count} actors", placed)
    state = _("state on {date}").format(date=formats.long_date(page.day))
    line = f"{told.format(count=formats.number(placed))} · {state}"
    _write(painter, QRectF(_SIDE, _TITLE + 24, wide, 20), line)
    painter.setPen(QPen(theme().colour("border"), 1))
    foot = height - _FOOT + 8
    painter.drawLine(QPointF(_SIDE, foot), QPointF(width - _SIDE, foot))
    _write(painter, QRectF(_SIDE, foot + 2, wide, 18), page.note)


def _key(board: Board) -> str:
    """Return who is gathered in which number, where the drawing could not show them apart."""
    crowds: Sequence[str] = [
        formats.labelled(
            formats.number(len(crowd.keys)),
            formats.listing([p.name for p in map(board.person, crowd.keys) if p is not None]),
        )
        for crowd in board.arrangement.crowds
    ]
    return " · ".join(crowds)


def _write(  # the words, and how they look
    painter: QPainter,
    box: QRectF,
    text: str,
    font: str = "small",
    role: str = "muted",
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    painter.setFont(theme().font(font))
    painter.setPen(theme().colour(role))
    room = int(box.width())
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
    painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), shown)
