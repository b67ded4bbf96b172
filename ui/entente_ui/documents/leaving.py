"""How a document leaves: as a PDF, as a Word file, on paper."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QStandardPaths, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from entente.briefs.production import Form
from entente.briefs.told import Told
from entente.i18n import _, speaking
from entente_ui.documents import queries
from entente_ui.documents.choice import Order
from entente_ui.documents.word import save_for_word
from entente_ui.pane import Context
from entente_ui.paper.dialog import FOLDER_SETTING, save_as
from entente_ui.paper.printing import PrintRun

#: A way to leave.
Way: TypeAlias = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Made:
    """A document that was made.

    Attributes:
        told: What its reader may know.
        order: What was asked for.
        pdf: What is on the screen.
    """

    told: Told
    order: Order
    pdf: bytes


class Leaving:
    """Lets the very document that is on the screen leave.

    What is asked for before it is there waits for it.
    """

    def __init__(self, context: Context, over: QWidget) -> None:
        """Wait for a document; dialogs open over a widget."""
        self._context = context
        self._over = over
        self._made: Made | None = None
        self._wish: Way | None = None
        self._is_awaited = False

    @property
    def wish(self) -> Way | None:
        """What was asked for and waits for the document."""
        return self._wish

    @property
    def made(self) -> Made | None:
        """The document on the screen, None until it is there."""
        return self._made

    def take(self, made: Made) -> None:
        """Let this one leave from now on, at once if that was asked for."""
        self._made = made
        if self._wish is not None:
            QTimer.singleShot(0, self._over, self._wish)
            self._wish = None

    def expire(self) -> None:
        """Let none leave until another is there, which is being made."""
        self._made, self._is_awaited = None, True

    def give_up(self) -> None:
        """Let none leave, nor what was asked for."""
        self._made, self._wish, self._is_awaited = None, None, False

    def _wait(self, way: Way) -> None:
        if self._is_awaited:
            self._wish = way

    def save(self) -> None:
        """Save the bytes on the screen under a name to choose, once they are there."""
        if self._made is None:
            self._wait(self.save)
            return
        save_as(
            self._made.pdf,
            self._folder() / f"{self.file_stem()}.pdf",
            self._context.background,
            self._context.tell,
            self._over,
            saved=self._saved,
        )

    def save_word(self) -> None:
        """Save the same document as a Word file under a name to choose."""
        if self._made is None:
            self._wait(self.save_word)
            return
        save_for_word(
            partial(queries.produced, self._made.told, self._made.order, Form.DOCX),
            self._folder() / f"{self.file_stem()}.docx",
            self._context,
            self._over,
            saved=self._saved,
        )

    def print_out(self) -> None:
        """Put it on paper."""
        if self._made is None:
            self._wait(self.print_out)
            return
        context = self._context
        pdf, stem = self._made.pdf, self.file_stem()
        PrintRun(pdf, stem, context.background, context.tell, self._over).ask()

    def open_folder(self) -> None:
        """Show the folder where documents are saved."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder())))

    def file_stem(self) -> str:
        """Name neither people nor the client: a file name travels further than its file."""
        if self._made is None:
            return _("brief")
        order = self._made.order
        ref = self._context.document.read(partial(queries.ref, order=order))
        # The file is called in the language it is written in, whatever the screen speaks.
        with speaking(order.language):
            return "-".join(filter(None, (_(order.kind.stem), ref, _(order.reader.stem))))

    def _saved(self, path: Path) -> None:
        self._context.settings.setValue(FOLDER_SETTING, str(path.parent))
        self._context.toast(_("Saved: {name}").format(name=path.name), False)

    def _folder(self) -> Path:
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        kept = str(self._context.settings.value(FOLDER_SETTING, documents))
        return Path(kept) if Path(kept).is_dir() else Path(documents)
