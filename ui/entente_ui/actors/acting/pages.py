"""Pages of what there is to do: choose the reader, see the very bytes, print or save them."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from entente.domain.confidentiality import Audience
from entente.i18n import _, language
from entente_ui.actors.taking_out import TakingOut
from entente_ui.background import Report
from entente_ui.kit import Menu

T = TypeVar("T")


class Pages(TakingOut):
    """Makes pages, each for one reader."""

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
        self.start(
            _("Preparing the document…"),
            lambda report: produce(values, spoken, report),
            lambda pdf: self.show_page(pdf, title, stem),
        )
