"""Pages of what there is to do: choose the reader, see the very bytes, print or save them."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from entente.domain.confidentiality import Audience
from entente.domain.text import safe_file_name
from entente.i18n import _, language
from entente_ui.background import Report, was_cancelled
from entente_ui.kit import Menu
from entente_ui.pane import Context
from entente_ui.paper.dialog import PreviewDialog

T = TypeVar("T")


class Pages(QObject):
    """Makes pages off the GUI thread and shows them.

    Attributes:
        preview: The last page shown, None before there is one.
    """

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self.preview: PreviewDialog | None = None

    def ask_reader(
        self,
        title: str,
        readers: Sequence[tuple[str, Audience, str]],
        beside: QWidget,
        chosen: Callable[[Audience, str], object],
    ) -> None:
        """Ask for whom a page is, below what was pressed.

        Args:
            title: What the menu is called.
            readers: Words, reader, and how the name of the file tells of them.
            beside: What was pressed.
            chosen: Called with reader and that name.
        """
        menu = Menu(title, self._window)
        for words, audience, code in readers:
            action = menu.addAction(words.replace("&", "&&"))
            action.triggered.connect(
                lambda _on=False, audience=audience, code=code: chosen(audience, code)
            )
        menu.popup(beside.mapToGlobal(QPoint(0, beside.height())))

    def show(
        self,
        values: T,
        produce: Callable[[T, str, Report], bytes],
        title: str,
        stem: str,
    ) -> None:
        """Show a page once it has been audited.

        Args:
            values: What stands on it.
            produce: Makes a file of them, in a language.
            title: Of the window.
            stem: The file is called by it, unless somebody says otherwise.
        """
        spoken = language()
        self._context.background.start(
            _("Preparing the document…"),
            lambda report: produce(values, spoken, report),
            done=lambda pdf: self._open(pdf, title, stem),
            failed=self._failed,
        )

    def _open(self, pdf: bytes, title: str, stem: str) -> None:
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

    def _failed(self, error: BaseException) -> None:
        if not was_cancelled(error):
            self._context.tell(error)
