"""A preview with the buttons to print and to save, for documents made outside their pane."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from entente.i18n import _
from entente_ui.background import Background, Report, was_cancelled
from entente_ui.kit import PlainLabel, PrimaryButton, SecondaryButton, spaced
from entente_ui.paper.pages import Pages
from entente_ui.paper.printing import PrintRun

#: Where documents go unless told otherwise, kept in the settings.
FOLDER_SETTING = "documents/folder"


class PreviewDialog(QDialog):
    """Shows a finished file; what is printed or saved is what is seen."""

    def __init__(
        self,
        pdf: bytes,
        title: str,
        file_name: str,
        background: Background,
        tell: Callable[[BaseException], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._pdf = pdf
        self._title = title
        self._file_name = file_name
        self._background = background
        self._tell = tell
        self.setWindowTitle(title)
        self.pages = Pages(self)
        layout = spaced(QVBoxLayout(self), 16, 12)
        row = spaced(QHBoxLayout(), 0, 8)
        row.addWidget(PlainLabel(title, "section", self), 1)
        row.addWidget(SecondaryButton(_("Save…"), self.save, self, icon_name="download"))
        row.addWidget(PrimaryButton(_("Print…"), self.print_out, self, icon_name="printer"))
        layout.addLayout(row)
        layout.addWidget(self.pages, 1)
        self.resize(parent.width() * 3 // 4, parent.height() * 9 // 10)
        self.pages.show_pdf(pdf)
        self.setWindowModality(Qt.WindowModality.WindowModal)

    def print_out(self) -> None:
        """Choose a printer and print."""
        PrintRun(self._pdf, self._title, self._background, self._tell, self).ask()

    def save(self) -> None:
        """Choose a name and save."""
        save_as(self._pdf, Path(self._file_name), self._background, self._tell, self)


def save_as(
    pdf: bytes,
    suggested: Path,
    background: Background,
    tell: Callable[[BaseException], None],
    parent: QWidget,
    saved: Callable[[Path], None] | None = None,
) -> None:
    """Ask for a name and write the file there; `saved` hears of it once it is on the disk."""
    name, _filter = QFileDialog.getSaveFileName(
        parent, _("Save the document"), str(suggested), _("PDF documents (*.pdf)")
    )
    if not name:
        return
    path = Path(name) if name.casefold().endswith(".pdf") else Path(f"{name}.pdf")
    background.start(
        _("Saving…"),
        partial(_write, pdf, path),
        done=lambda _none: saved(path) if saved else None,
        failed=lambda error: None if was_cancelled(error) else tell(error),
    )


def _write(pdf: bytes, path: Path, _report: Report) -> None:
    from entente.briefs.output import save  # noqa: PLC0415  # when first needed

    save(pdf, path)
