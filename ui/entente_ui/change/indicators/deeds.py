"""What is written about indicators from here: each a step of its own that can be undone."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from entente.domain.change.progress import (
    BUILT_IN_LABELS,
    CHANGE_INDICATOR,
    USAGE_CHECK,
)
from entente.domain.records import RecordType
from entente.domain.text import shorten
from entente.i18n import _
from entente.services import indicator_edits
from entente.services.indicators import Indicator
from entente.store.session import Session
from entente_ui.formats import labelled, number, parse_number
from entente_ui.pane import Context
from entente_ui.registers import work

_NAME: Final = 40


class Deeds:
    """Writes; while others look on it writes nothing."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def read(self, found: Indicator, text: str) -> str:
        """Note what an indicator says today; return why not, or nothing."""
        value: float | str = text
        try:
            value = parse_number(text)
        except ValueError:
            # Whatever it is, the mission says in its own words that it is no number.
            value = text.strip()
        said = number(value) if isinstance(value, float) else shorten(value, _NAME)
        label = labelled(shorten(found.name, _NAME), said)
        return self._attempt(label, lambda s: indicator_edits.read(s, found.id, value))

    def add_indicator(self) -> tuple[str, str]:
        """Add an indicator to be worded; return its key, or why not."""
        return self._create(CHANGE_INDICATOR, {"name": _("New indicator")})

    def add_built_in(self, name: str) -> None:
        """Put one on the board that is worked out."""
        label = _("Add indicator {name}").format(name=_(BUILT_IN_LABELS[name]))
        problem = self._attempt(label, lambda s: indicator_edits.add_built_in(s, name))
        self._context.taken(problem)

    def add_check(self) -> tuple[str, str]:
        """Add a check of use to be filled in; return its key, or why not."""
        return self._create(USAGE_CHECK, {"tool": _("Tool or service")})

    def add_tool(self) -> tuple[str, str]:
        """Begin to count how a tool is taken up; return the key of the count, or why not."""
        return self._count(_("Tool or service"), "")

    def count_again(self, tool: str, group: str) -> tuple[str, str]:
        """Count a tool once more, as of today; return the key of the count, or why not."""
        return self._count(tool, group)

    def _count(self, tool: str, group: str) -> tuple[str, str]:
        label = _("Count who uses {tool}").format(tool=shorten(tool, _NAME))
        return self._made(label, lambda s: indicator_edits.count_again(s, tool, group))

    def _create(self, kind: RecordType, values: Mapping[str, Any]) -> tuple[str, str]:
        today = {"checked_on": self._context.document.read(lambda s: s.today)}
        given = {**values, **(today if kind is USAGE_CHECK else {})}
        return work.create(self._context.document, kind, given)

    def _made(self, label: str, action: Callable[[Session], str]) -> tuple[str, str]:
        made: list[str] = []
        problem = self._attempt(label, lambda s: made.append(action(s)))
        return (made[0], "") if made and not problem else ("", problem)

    def _attempt(self, label: str, action: Callable[[Session], object]) -> str:
        document = self._context.document
        return "" if document.is_presenting else work.attempt(document, label, action)
