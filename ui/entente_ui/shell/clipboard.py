"""What is copied out of a mission: asked not to be kept, and taken back when it is locked."""

import sys
from typing import Final

from PySide6.QtCore import QByteArray, QMimeData, QObject
from PySide6.QtGui import QClipboard, QGuiApplication

#: How each desktop is asked not to put something into its history of copies.
_HINTS: Final = {
    "linux": ("x-kde-passwordManagerHint", b"secret"),
    "win32": (
        'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"',
        b"1",
    ),
    "darwin": ("application/x-nspasteboard-concealed-type", b""),
}


class ClipboardKeeper(QObject):
    """Marks every copy made in the program as one that is not to be kept."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._clipboard.dataChanged.connect(self._mark)

    def _mark(self) -> None:
        hint = _HINTS.get(sys.platform)
        if hint is None or not is_ours(self._clipboard):
            return
        copied: QMimeData | None = self._clipboard.mimeData(QClipboard.Mode.Clipboard)
        if copied is None or not copied.formats() or copied.hasFormat(hint[0]):
            return
        marked = QMimeData()
        for name in copied.formats():
            marked.setData(name, copied.data(name))
        marked.setData(hint[0], QByteArray(hint[1]))
        self._clipboard.setMimeData(marked)


def take_back() -> None:
    """Empty the clipboard if it holds something of ours."""
    clipboard = QGuiApplication.clipboard()
    if is_ours(clipboard):
        clipboard.clear()


def is_ours(clipboard: QClipboard) -> bool:
    """Return whether what is in the clipboard was copied in this program."""
    return clipboard.ownsClipboard()
