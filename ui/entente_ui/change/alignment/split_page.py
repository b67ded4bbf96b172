"""A page with a drawing at the left and what one is at beside it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from entente.i18n import _
from entente_ui.kit import EmptyState, FlowLayout, ScrollArea, spaced
from entente_ui.look.theme import theme
from entente_ui.pane import Context
from entente_ui.pane_view import ReadingView

_FILLED, _EMPTY, _PRIVATE = range(3)
#: Px at 100 %: what stands beside, and the least the drawing keeps.
_BESIDE: Final = 320
_LEAST: Final = 440


class SplitPage(ReadingView):
    """Lays out what the page is made of; another state says that there is nothing yet.

    Attributes:
        area: Scrolls what stands at the left.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._pages = QStackedWidget(self)
        self._beside = QWidget(self)
        self._beside.setProperty("page", "true")
        self._left = QWidget(self)
        self._left.setProperty("page", "true")
        self.area = ScrollArea(self._left, self)
        self._room = ScrollArea(self._beside, self, name=_("Details"))

    def lay_out(
        self,
        bar: Sequence[QWidget],
        left: Sequence[QWidget],
        beside: Sequence[QWidget],
        empty: EmptyState,
    ) -> None:
        """Put everything in its place.

        Args:
            bar: What stands above.
            left: From top to bottom.
            beside: Likewise; labels and buttons keep their own width.
            empty: Shown while there is nothing.
        """
        line = spaced(FlowLayout(), 0, 8)
        for each in bar:
            line.addWidget(each)
        column = spaced(QVBoxLayout(self._left), (0, 0, 8, 16), 16)
        for each in left:
            column.addWidget(each)
        column.addStretch(1)
        inner = spaced(QVBoxLayout(self._beside), (12, 0, 12, 12), 8)
        for each in beside:
            inner.addWidget(each)
        inner.addStretch(1)
        self.area.setAccessibleName(self.accessibleName())
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.area)
        split.addWidget(self._room)
        split.setStretchFactor(0, 1)
        split.setChildrenCollapsible(False)
        filled = QWidget(self)
        inside = spaced(QVBoxLayout(filled), 0, 8)
        inside.addLayout(line)
        inside.addWidget(split, 1)
        private = EmptyState("found-nothing", _("Nothing here is public."), parent=self)
        for each in (filled, empty, private):
            self._pages.addWidget(each)
        spaced(QVBoxLayout(self), 0, 0).addWidget(self._pages)
        theme().changed.connect(self._fit)
        self._fit()

    def show_filled(self, *, is_filled: bool) -> None:
        """Show what there is, or that there is nothing for whoever looks."""
        nothing = _PRIVATE if self.context.document.is_presenting else _EMPTY
        self._pages.setCurrentIndex(_FILLED if is_filled else nothing)

    def say(self, text: str) -> None:
        """Tell what was copied."""
        self.context.toast(text, False)

    def _fit(self) -> None:
        self.area.setMinimumWidth(theme().px(_LEAST))
        self._room.setMinimumWidth(theme().px(_BESIDE))
