"""What the view and each of its parts know of each other."""

import datetime as dt

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente_ui.pane import Context
from entente_ui.pane_view import ReadingView


class Part(ReadingView):
    """One of the lists of things to do, as of any day.

    Attributes:
        on: The day that is shown, None for now.
    """

    pause = 0

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.on: dt.date | None = None

    @override
    def show_as_of(self, day: dt.date | None) -> None:
        if day != self.on:
            self.on = day
            self.expire()

    @property
    def is_past(self) -> bool:
        """Whether a day gone by is shown, which nobody edits."""
        return self.on is not None
