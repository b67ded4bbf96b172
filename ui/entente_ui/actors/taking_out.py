"""Taking something out of the window: made beside it, then shown, or put on the clipboard."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QByteArray, QMimeData, QObject
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from entente.domain.text import safe_file_name
from entente_ui.background import Report, T, was_cancelled
from entente_ui.pane import Context
from entente_ui.paper.dialog import PreviewDialog

#: Enough for a slide, little enough for the clipboard.
CLIPBOARD_DPI: Final = 150
_SVG_MIME: Final = "image/svg+xml"


class TakingOut(QObject):
    """Makes files and pages off the GUI thread.

    Attributes:
        preview: The last page shown, None before there is one.
    """

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self.preview: PreviewDialog | None = None

    def start(self, title: str, work: Callable[[Report], T], done: Callable[[T], None]) -> None:
        """Do something beside the window.

        Args:
            title: What the progress strip says.
            work: Done on the worker thread.
            done: Called on the GUI thread with the result.
        """
        self._context.background.start(title, work, done=done, failed=self._failed)

    def show_page(self, pdf: bytes, title: str, stem: str) -> None:
        """Show a page, with the buttons to print and to save it.

        Args:
            pdf: The page.
            title: Of the window.
            stem: The file is called by it, unless somebody says otherwise.
        """
        context = self._context
        self.preview = PreviewDialog(
            pdf,
            title,
            f"{safe_file_name(stem)}.pdf",
            context.background,
            context.tell,
            self._window.window(),
        )
        self.preview.open()

    def put_on_clipboard(self, picture: bytes, drawing: bytes, said: str) -> None:
        """Put a picture and the drawing (SVG) of the same on the clipboard, and say so."""
        data = QMimeData()
        data.setImageData(QImage.fromData(QByteArray(picture)))
        data.setData(_SVG_MIME, QByteArray(drawing))
        QGuiApplication.clipboard().setMimeData(data)
        self._context.toast(said, False)

    def _failed(self, error: BaseException) -> None:
        if not was_cancelled(error):
            self._context.tell(error)
