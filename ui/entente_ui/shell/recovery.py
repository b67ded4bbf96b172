"""The recovery sheet: printed once, typed back once, kept in a safe."""

from datetime import date
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)

from entente.i18n import _
from entente_ui import formats
from entente_ui.look.tokens import SANS, SERIF

_DPI: Final = 300
_GROUPS_A_LINE: Final = 5
_MARGINS: Final = QMarginsF(20, 20, 20, 20)


def as_pdf(name: str, text: str, today: date) -> bytes:
    """Return the sheet as a PDF.

    Args:
        name: Name of the mission.
        text: What the sheet says: groups of letters and digits.
        today: Its date.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    # Whoever finds the file learns nothing of the mission from its properties.
    writer.setTitle(_("Recovery sheet"))
    writer.setCreator("Entente")
    draw(writer, name, text, today)
    return bytes(buffer.data().data())


def draw(device: QPagedPaintDevice, name: str, text: str, today: date) -> None:
    """Draw the sheet on paper or into a PDF."""
    device.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            _MARGINS,
            QPageLayout.Unit.Millimeter,
        )
    )
    painter = QPainter(device)
    width = device.width()
    dots = device.logicalDpiY() / 72
    mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
    place = 0.0
    for words, font, gap in (
        (_("Recovery sheet"), _font(SERIF, 24, bold=True), 18),
        (name, _font(SANS, 14, bold=True), 4),
        (formats.long_date(today), _font(SANS, 11), 26),
        (_told(), _font(SANS, 11), 26),
        (in_lines(text), _font(mono, 17, bold=True), 30),
        (_advice(), _font(SANS, 11), 0),
    ):
        painter.setFont(font)
        flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft)
        room = QRectF(0, place, width, device.height() - place)
        taken = painter.boundingRect(room, flags, words)
        painter.drawText(room, flags, words)
        place = taken.bottom() + gap * dots
    painter.end()


def in_lines(text: str) -> str:
    """Return the groups of a sheet, some on each line."""
    groups = text.split("-")
    lines = (groups[at : at + _GROUPS_A_LINE] for at in range(0, len(groups), _GROUPS_A_LINE))
    return "\n".join("  ".join(line) for line in lines)


def _told() -> str:
    return _(
        "These signs open the mission when the passphrase is lost. Whoever holds this sheet "
        "and the file can read everything: keep the two apart, and this one in a safe."
    )


def _advice() -> str:
    return _(
        "To use it: open the mission, choose “Use the recovery sheet”, type the signs. Spaces, "
        "dashes and capitals do not matter. A new passphrase makes a new sheet; older copies "
        "of the file keep the old one."
    )


def _font(family: str, points: float, *, bold: bool = False) -> QFont:
    font = QFont(family)
    font.setPointSizeF(points)
    font.setBold(bold)
    return font
