"""Where Tab goes next: as one reads, not as things happened to be made."""

from itertools import pairwise

from PySide6.QtWidgets import QWidget


def tab_order(*stops: QWidget) -> None:
    """Let Tab go from one of these to the next.

    Each takes the focus itself. What Qt made inside others is not looked for: whoever asks for
    the whole chain of focus holds on to widgets that are not theirs, and that go unannounced.
    """
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
