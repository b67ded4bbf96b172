"""The history of the mission: every step, and the way back to any of them."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from entente.domain.text import fold
from entente.i18n import _
from entente_ui import formats
from entente_ui.document import Document
from entente_ui.look.icons import IconName
from entente_ui.shell.entries import Entry
from entente_ui.shell.overlay import Overlay

if TYPE_CHECKING:
    from entente.store.journal import Step

_MOST: Final = 1_000
_DONE: Final = "done"
_UNDONE: Final = "undone"
_SEALED: Final = "sealed"
_ICONS: Final = {_DONE: IconName.CHECK, _UNDONE: IconName.REDO, _SEALED: IconName.LOCK}


class History(Overlay):
    """Lists the steps, newest first; choosing one leads to how the mission was after it."""

    def __init__(self, host: QWidget, document: Document, go_back: Callable[[int], object]) -> None:
        """Make a history.

        Args:
            host: The window it covers.
            document: The open mission.
            go_back: Undoes so many steps, or redoes them for a negative number.
        """
        super().__init__(host, _("Look for a step"), _("History"), width=680)
        self._steps = document.steps(_MOST)
        self._concealed = document.is_presenting
        self._go_back = go_back

    def look_for(self, words: str) -> None:
        """Show the steps whose names hold `words`."""
        wanted = fold(words)
        shown = [step for step in reversed(self._steps) if wanted in fold(self._name(step))]
        entries: list[Entry] = []
        for day, steps in groupby(shown, _day):
            entries.append(Entry(_day_name(day, datetime.now().astimezone().date())))
            entries += list(self._entries(steps))
        told = (
            _("Enter: the mission becomes what it was after this step; nothing is lost.")
            if entries
            else _("No step yet.")
        )
        self.show_entries(entries, told)

    def _entries(self, steps: "Iterator[Step]") -> Iterator[Entry]:
        for step in steps:
            yield Entry(
                self._name(step),
                partial(self._go_back, self._distance(step)),
                _ICONS[step.state],
                _hint(step),
                is_faint=step.state == _UNDONE,
            )

    def _name(self, step: "Step") -> str:
        return _("Step {number}").format(number=step.seq) if self._concealed else step.label

    def _distance(self, step: "Step") -> int:
        """Return how many steps to undo to come to a step; negative to redo.

        None for a sealed step with another one above it: there is no way back to it.
        """
        if step.state == _UNDONE:
            return -sum(one.state == _UNDONE and one.seq <= step.seq for one in self._steps)
        later = [one.state for one in self._steps if one.seq > step.seq]
        return 0 if _SEALED in later else later.count(_DONE)


def _hint(step: "Step") -> str:
    moment = formats.clock(datetime.fromisoformat(step.made_at).astimezone())
    match step.state:
        case "undone":
            return _("undone · {moment}").format(moment=moment)
        case "sealed":
            return _("cannot be undone · {moment}").format(moment=moment)
    return moment


def _day(step: "Step") -> date:
    return datetime.fromisoformat(step.made_at).astimezone().date()


def _day_name(day: date, today: date) -> str:
    if day == today:
        return _("Today")
    if day == today - timedelta(days=1):
        return _("Yesterday")
    return formats.full_date(day)
