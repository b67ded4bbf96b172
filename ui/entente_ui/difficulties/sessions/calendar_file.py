"""Sessions on their way to a calendar program."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from entente.domain.text import shorten
from entente.i18n import _, ngettext
from entente.services import session_calendar
from entente_ui import calendar_files
from entente_ui.formats import number
from entente_ui.kit import Answer, choose
from entente_ui.pane import Context

if TYPE_CHECKING:
    from entente.domain.sessions_plan import Event

_NAMED, _UNNAMED, _CANCEL = "named", "unnamed", "cancel"


def export(context: Context, keys: Sequence[str] | None, parent: QWidget) -> None:
    """Write sessions into a calendar file, asking whether names are in it and where it goes.

    Args:
        context: The open mission and the window around it.
        keys: The sessions; None for all of the mission that are planned.
        parent: The window that asks.
    """
    events = context.document.read(partial(session_calendar.events, keys=keys))
    if not events:
        context.toast(_("No session has a date yet: there is nothing for a calendar."), False)
        return
    answer = _ask_names(events, parent)
    if answer == _CANCEL:
        return
    path = _ask_path(events, parent)
    if path is not None:
        write(context, keys, path, with_names=answer == _NAMED)


def write(
    context: Context, keys: Sequence[str] | None, path: Path, *, with_names: bool = False
) -> None:
    """Write a calendar file in the background, and tell when it is there."""
    query = partial(session_calendar.events, keys=keys, with_names=with_names)
    made = context.document.read(lambda session: (query(session), session.now))
    label = _("Export: sessions")
    calendar_files.write(context, made, path, label, lambda count: _done(count, path))


def _ask_names(events: "Sequence[Event]", parent: QWidget) -> str:
    text = ngettext(
        "{count} session goes into a file that is not encrypted and that others may see in a "
        "calendar. It says: “{summary}”, with date, time and place.",
        "{count} sessions go into a file that is not encrypted and that others may see in a "
        "calendar. They say: “{summary}”, with date, time and place.",
        len(events),
    )
    return choose(
        parent,
        _("For the calendar"),
        text.format(count=number(len(events)), summary=shorten(events[0].summary, 100)),
        (
            Answer(_("Without names"), _UNNAMED),
            Answer(_("With the names of those expected"), _NAMED),
            Answer(_("Cancel"), _CANCEL),
        ),
        role="info",
    )


def _ask_path(events: "Sequence[Event]", parent: QWidget) -> Path | None:
    stem = events[0].summary if len(events) == 1 else _("Sessions")
    return calendar_files.ask_path(parent, stem)


def _done(count: int, path: Path) -> str:
    text = ngettext(
        "{count} session exported to {file}, not encrypted",
        "{count} sessions exported to {file}, not encrypted",
        count,
    )
    return text.format(count=number(count), file=shorten(path.name, 60))
