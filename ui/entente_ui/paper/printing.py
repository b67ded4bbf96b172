"""A finished PDF file to a printer, page by page, without holding up the window."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from entente.errors import PrinterError
from entente.i18n import _
from entente_ui.background import Background, Report, was_cancelled

#: Sharper than most office printers show, and a page stays below 35 MB.
_DPI: Final = 300


@dataclass(frozen=True, slots=True)
class _Paper:
    width: float  # points
    height: float


class PrintRun(QObject):
    """One document on its way to one printer."""

    def __init__(
        self,
        pdf: bytes,
        title: str,
        background: Background,
        tell: Callable[[BaseException], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._pdf = pdf
        self._title = title
        self._background = background
        self._tell = tell
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._painter = QPainter()
        self._pages: list[int] = []

    def ask(self) -> bool:
        """Let the user choose printer and pages and begin; say whether it began."""
        from entente.briefs.pdfium import page_sizes  # noqa: PLC0415  # when first needed

        sizes = page_sizes(self._pdf)
        first = _Paper(sizes[0].width, sizes[0].height)
        self._printer.setDocName(self._title)
        self._printer.setPageLayout(_layout(first))
        self._printer.setFullPage(True)
        dialog = QPrintDialog(self._printer, self._window)
        dialog.setMinMax(1, len(sizes))
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return False
        self.begin(self._printer, len(sizes))
        return True

    def begin(self, printer: QPrinter, count: int) -> None:
        """Print on a printer that is set up."""
        self._printer = printer
        first = printer.fromPage() or 1
        last = printer.toPage() or count
        self._pages = list(range(first - 1, min(last, count)))
        if not self._painter.begin(printer):
            self._tell(PrinterError())
            self.deleteLater()
            return
        self._next(is_first=True)

    def _next(self, *, is_first: bool = False) -> None:
        if not self._pages:
            self._painter.end()
            self.deleteLater()
            return
        page = self._pages.pop(0)
        self._background.start(
            _("Printing page {number}…").format(number=page + 1),
            partial(_draw, self._pdf, page),
            done=partial(self._paint, is_first=is_first),
            failed=self._stop,
        )

    def _paint(self, image: QImage, *, is_first: bool) -> None:
        if not is_first and not self._printer.newPage():
            self._stop(PrinterError())
            return
        room = QRectF(self._painter.viewport())
        size = QSizeF(image.size()).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        self._painter.drawImage(QRectF(room.topLeft(), size), image)
        self._next()

    def _stop(self, error: BaseException) -> None:
        self._printer.abort()
        self._painter.end()
        if not was_cancelled(error):
            self._tell(error)
        self.deleteLater()


def _draw(pdf: bytes, page: int, report: Report) -> QImage:
    from entente.briefs.pdfium import draw_page  # noqa: PLC0415  # when first needed

    report(0)
    raster = draw_page(pdf, page, _DPI)
    image = QImage(
        raster.pixels, raster.width, raster.height, raster.stride, QImage.Format.Format_RGB32
    )
    return image.copy()


def _layout(paper: _Paper) -> QPageLayout:
    landscape = paper.width > paper.height
    size = QSizeF(min(paper.width, paper.height), max(paper.width, paper.height))
    page = QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    turned = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    return QPageLayout(page, turned, QMarginsF())
