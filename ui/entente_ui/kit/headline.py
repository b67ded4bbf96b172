"""Headings of the parts of a page."""

from typing import Final

from PySide6.QtWidgets import QWidget

from entente_ui.kit.label import PlainLabel
from entente_ui.kit.spacing import sized

#: Height of a control, in px at 100 %.
_CONTROL: Final = 34


def headline(text: str, parent: QWidget) -> PlainLabel:
    """Return a heading as high as the buttons beside it."""
    label = PlainLabel(text, "section", parent)
    sized(label, height=_CONTROL)
    return label
