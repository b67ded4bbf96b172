"""Distances that follow the size of the interface."""

from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLayout, QWidget

from entente_ui.look.theme import theme

#: Left, top, right, bottom in px at 100 %.
Margins = tuple[float, float, float, float]
SomeLayout = TypeVar("SomeLayout", bound=QLayout)


def spaced(layout: SomeLayout, margins: float | Margins = 0, gap: float = 8) -> SomeLayout:
    """Keep the margins and the gap of `layout` at the size in use, live.

    Args:
        layout: The layout; returned, so that it can be made in one expression.
        margins: Px at 100 %, one for all sides or left, top, right, bottom.
        gap: Px at 100 % between its items.
    """
    four = margins if isinstance(margins, tuple) else (margins,) * 4
    _Spacing(layout, four, gap)
    return layout


def sized(widget: QWidget, *, width: float = 0, height: float = 0) -> None:
    """Keep a fixed width or height of `widget`, in px at 100 %, at the size in use, live."""
    _Sizing(widget, width, height)


class _Spacing(QObject):
    def __init__(self, layout: QLayout, margins: Margins, gap: float) -> None:
        super().__init__(layout)
        self._layout = layout
        self._margins = margins
        self._gap = gap
        theme().changed.connect(self._apply)
        self._apply()

    def _apply(self) -> None:
        left, top, right, bottom = (_scaled(side) for side in self._margins)
        self._layout.setContentsMargins(left, top, right, bottom)
        self._layout.setSpacing(_scaled(self._gap))


class _Sizing(QObject):
    def __init__(self, widget: QWidget, width: float, height: float) -> None:
        super().__init__(widget)
        self._widget = widget
        self._width = width
        self._height = height
        theme().changed.connect(self._apply)
        self._apply()

    def _apply(self) -> None:
        if self._width:
            self._widget.setFixedWidth(_scaled(self._width))
        if self._height:
            self._widget.setFixedHeight(_scaled(self._height))


def _scaled(pixels: float) -> int:
    return theme().px(pixels) if pixels else 0
