"""The grid as a file, as a picture on the clipboard, and on paper."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QByteArray, QMimeData, QObject
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from entente.domain.text import safe_file_name
from entente.i18n import N_, _, language
from entente_ui.background import Report, was_cancelled
from entente_ui.pane import Context
from entente_ui.paper.dialog import FOLDER_SETTING, PreviewDialog

if TYPE_CHECKING:  # the page takes its time to import
    from entente.briefs.grid import GridChart

T = TypeVar("T")

_SVG_MIME: Final = "image/svg+xml"
#: Enough for a slide, little enough for the clipboard.
_CLIPBOARD_DPI: Final = 150


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file the grid can be written to.

    Attributes:
        name: What people see, in English; translated when shown.
        suffix: With its dot.
        draw: Makes the file from what is shown and the code of a language.
    """

    name: str
    suffix: str
    draw: Callable[["GridChart", str], bytes]


def _pdf_a4(chart: "GridChart", code: str) -> bytes:
    from entente.briefs import grid  # noqa: PLC0415  # when first needed

    return grid.to_pdf(chart, code)


def _pdf_a3(chart: "GridChart", code: str) -> bytes:
    from entente.briefs import grid  # noqa: PLC0415  # when first needed

    return grid.to_pdf(chart, code, grid.Paper.A3)


def _svg(chart: "GridChart", code: str) -> bytes:
    from entente.briefs import grid  # noqa: PLC0415  # when first needed

    return grid.to_svg(chart, code).encode()


def _png(chart: "GridChart", code: str) -> bytes:
    from entente.briefs import grid  # noqa: PLC0415  # when first needed

    return grid.to_png(chart, code)


FORMATS: Final = (
    Format(N_("PDF, A4"), ".pdf", _pdf_a4),
    Format(N_("PDF, A3"), ".pdf", _pdf_a3),
    Format(N_("Drawing (SVG)"), ".svg", _svg),
    Format(N_("Picture (PNG)"), ".png", _png),
)


class Output(QObject):
    """Takes the grid out of the window, always as the viewer may see it."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._window = parent

    def save(self, chosen: Format) -> None:
        """Ask for a name and write the grid there."""
        folder = Path(str(self._context.settings.value(FOLDER_SETTING, "") or Path.home()))
        suggested = folder / f"{self._file_name()}{chosen.suffix}"
        kinds = f"{_(chosen.name)} (*{chosen.suffix})"
        name, _kind = QFileDialog.getSaveFileName(
            self._window, _("Export the grid"), str(suggested), kinds
        )
        if name:
            path = Path(name)
            if path.suffix.casefold() != chosen.suffix:
                path = path.with_name(path.name + chosen.suffix)
            self.write(chosen, path)

    def write(self, chosen: Format, path: Path) -> None:
        """Write the grid to a file."""
        chart, code = self._chart(), language()
        self._context.settings.setValue(FOLDER_SETTING, str(path.parent))

        def work(report: Report) -> None:
            from entente.briefs.output import save  # noqa: PLC0415  # when first needed

            data = chosen.draw(chart, code)
            report(80)
            save(data, path)

        self._start(
            _("Exporting the grid…"),
            work,
            lambda _none: self._context.toast(_("Saved: {file}").format(file=path.name), False),
        )

    def copy(self) -> None:
        """Put the grid on the clipboard, as a picture and as a drawing."""
        chart, code = self._chart(), language()

        def work(report: Report) -> tuple[bytes, bytes]:
            from entente.briefs import grid  # noqa: PLC0415  # when first needed

            drawing = _svg(chart, code)
            report(40)
            return grid.to_png(chart, code, dpi=_CLIPBOARD_DPI), drawing

        self._start(_("Drawing the grid…"), work, self._to_clipboard)

    def print_out(self) -> None:
        """Show the page of the grid, with the buttons to print and to save it."""
        chart, code = self._chart(), language()
        self._start(_("Drawing the grid…"), lambda _report: _pdf_a4(chart, code), self._preview)

    def _preview(self, pdf: bytes) -> None:
        context = self._context
        PreviewDialog(
            pdf,
            _("Power × interest grid"),
            f"{self._file_name()}.pdf",
            context.background,
            context.tell,
            self._window.window(),
        ).open()

    def _to_clipboard(self, made: tuple[bytes, bytes]) -> None:
        picture, drawing = made
        data = QMimeData()
        data.setImageData(QImage.fromData(QByteArray(picture)))
        data.setData(_SVG_MIME, QByteArray(drawing))
        QGuiApplication.clipboard().setMimeData(data)
        self._context.toast(_("The picture of the grid is on the clipboard."), False)

    def _start(self, title: str, work: Callable[[Report], T], done: Callable[[T], None]) -> None:
        self._context.background.start(title, work, done=done, failed=self._failed)

    def _failed(self, error: BaseException) -> None:
        if not was_cancelled(error):
            self._context.tell(error)

    def _chart(self) -> "GridChart":
        from entente.briefs import grid  # noqa: PLC0415  # when first needed

        document = self._context.document
        return document.read(partial(grid.gather, audience=document.viewer))

    def _file_name(self) -> str:
        return safe_file_name(_("Power × interest grid"))
