"""The window of the help: topics on the left, the page on the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from entente.i18n import _
from entente_ui.help.browser import HelpBrowser
from entente_ui.help.pages import TOPICS, text_of
from entente_ui.kit import Panel, dress_list, sized, spaced
from entente_ui.look.theme import theme


class HelpWindow(QDialog):
    """Stays open beside the main window while one works."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Help"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, on=True)
        self.resize(theme().px(960), theme().px(640))
        self._topics = QListWidget(self)
        self._topics.setAccessibleName(_("Topics"))
        self._topics.setProperty("bare", "true")
        self._topics.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        dress_list(self._topics)
        self._topics.addItems([_(topic.title) for topic in TOPICS])
        self._page = HelpBrowser(self)
        self._page.setAccessibleName(_("Help"))
        side = Panel("raised", "right", self)
        sized(side, width=290)
        spaced(QVBoxLayout(side), 10, 0).addWidget(self._topics)
        layout = spaced(QHBoxLayout(self), 0, 0)
        layout.addWidget(side)
        layout.addWidget(self._page, 1)
        self._topics.currentRowChanged.connect(self._on_chosen)

    def show_topic(self, name: str) -> None:
        """Turn to a page; an unknown name leads to the first steps."""
        names = [topic.name for topic in TOPICS]
        row = names.index(name) if name in names else 0
        if self._topics.currentRow() == row:
            self._on_chosen(row)
        self._topics.setCurrentRow(row)
        self._page.setFocus()

    def _on_chosen(self, row: int) -> None:
        self._page.show_text(text_of(TOPICS[row].name))
