"""Dialogs in which things of a library are ticked and taken over in one step."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from entente.i18n import _
from entente_ui.kit.button import LinkButton, PrimaryButton, SecondaryButton
from entente_ui.kit.label import PlainLabel
from entente_ui.kit.spacing import spaced
from entente_ui.look.theme import theme

_T = TypeVar("_T")


class TickRow(QWidget, Generic[_T]):
    """One thing that can be ticked.

    Attributes:
        thing: What it stands for.
        box: Ticked if it is to be taken; not to be changed where it is there already.
    """

    def __init__(self, thing: _T, name: str, told: str, parent: QWidget, *, is_there: bool) -> None:
        """Make it.

        Args:
            thing: What it stands for.
            name: What it is called.
            told: What more is said of it, or that it is there.
            parent: Its widget.
            is_there: Whether the mission has it already.
        """
        super().__init__(parent)
        self.thing = thing
        # Its words stand beside it, for those of a box do not wrap.
        self.box = QCheckBox(self)
        self.box.setAccessibleName(name)
        self.box.setEnabled(not is_there)
        self.box.setAccessibleDescription(told)
        words = spaced(QVBoxLayout(), 0, 0)
        words.addWidget(PlainLabel(name, "strong", self, wrap=True))
        words.addWidget(PlainLabel(told, "small", self, wrap=True))
        layout = spaced(QHBoxLayout(self), 0, 8)
        layout.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)

    def tick(self, *, on: bool) -> None:
        """Tick it unless it is there, or untick it."""
        self.box.setChecked(on and self.box.isEnabled())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.box.isEnabled():
            self.box.toggle()


def tick_foot(dialog: QDialog, tick: Callable[[bool], object], take: PrimaryButton) -> QHBoxLayout:
    """Return the line at the bottom: tick all or none, leave, or take what is ticked.

    Args:
        dialog: The dialog.
        tick: Ticks all, or none.
        take: Takes what is ticked; Enter presses it.
    """
    foot = spaced(QHBoxLayout(), 0, 8)
    foot.addWidget(LinkButton(_("Tick all"), lambda: tick(True), dialog))
    foot.addWidget(LinkButton(_("Tick none"), lambda: tick(False), dialog))
    foot.addStretch(1)
    foot.addWidget(SecondaryButton(_("Cancel"), dialog.reject, dialog))
    foot.addWidget(take)
    take.setDefault(True)
    return foot


def fit_dialog(dialog: QDialog, width: int, height: int) -> None:
    """Make a dialog as large as given, in px at 100 %, or as the screen allows."""
    room, px = dialog.screen().availableGeometry(), theme().px
    dialog.resize(min(px(width), room.width() - px(40)), min(px(height), room.height() - px(80)))
