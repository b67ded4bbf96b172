"""Shows a page of our own help; opens nothing, loads nothing but our own pictures."""

from typing import Any, Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QWidget
from typing_extensions import override

from entente_resources import resource
from entente_ui.look.theme import theme
from entente_ui.look.tokens import Type

_LINE: Final = 135.0
_FIXED_PERCENT: Final = 1  # QTextBlockFormat.LineHeightTypes.ProportionalHeight
_STYLES: Final = {1: Type.TITLE, 2: Type.SECTION, 3: Type.STRONG}
_BELOW: Final = {1: 10, 2: 6, 3: 4}


class HelpBrowser(QTextBrowser):
    """A page of text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setAcceptDrops(False)
        self.setProperty("bare", "true")
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        theme().changed.connect(self._render)

    def show_text(self, markdown: str) -> None:
        """Show a page of ours."""
        self._text = markdown
        self._render()

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        wanted = name.toString() if isinstance(name, QUrl) else name
        picture = resource("help/images").joinpath(wanted.rpartition("/")[2])
        # Only a plain file name of ours: no folder, no other computer.
        if "/" in wanted or "\\" in wanted or not picture.is_file():
            return None
        return QImage.fromData(picture.read_bytes())

    def _render(self) -> None:
        page = self.document()
        page.setDocumentMargin(theme().px(20))
        page.setDefaultFont(theme().font())
        page.setMarkdown(self._text)
        block = page.begin()
        while block.isValid():
            cursor = QTextCursor(block)
            level = block.blockFormat().headingLevel()
            cursor.mergeBlockFormat(_block_format(level))
            if level:
                end, keep = QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
                cursor.movePosition(end, keep)
                # Not merged: the size Markdown gives to headings would win over ours.
                cursor.setCharFormat(_char_format(_STYLES.get(level, Type.STRONG)))
            block = block.next()
        self.moveCursor(QTextCursor.MoveOperation.Start)


def _block_format(level: int) -> QTextBlockFormat:
    shape = QTextBlockFormat()
    shape.setLineHeight(_LINE if not level else 115.0, _FIXED_PERCENT)
    shape.setBottomMargin(theme().px(_BELOW.get(level, 8)))
    if level:
        shape.setTopMargin(theme().px(18 if level > 1 else 0))
    return shape


def _char_format(style: Type) -> QTextCharFormat:
    shape = QTextCharFormat()
    shape.setFont(theme().font(style))
    shape.setForeground(theme().colour("text"))
    return shape
