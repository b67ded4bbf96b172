"""Boxes of the domain as Qt knows them."""

from PySide6.QtCore import QRectF

from entente.domain.placement import Box


def rect_of(box: Box) -> QRectF:
    """Return a box as Qt knows it."""
    return QRectF(box.left, box.top, box.right - box.left, box.bottom - box.top)
