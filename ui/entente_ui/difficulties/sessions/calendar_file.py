"""Sessions on their way to a calendar program."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QFileDialog, QWidget

from entente.domain.text import safe_file_name, shorten
from entente.i18n import _, ngettext
from entente.services import session_calendar
from entente_ui.background import Report, was_cancelled
from entente_ui.folders import remember_folder, start_folder
from entente_ui.formats import number
from entente_ui.kit import Answer, choose
from entente_ui.pane import Context

if TYPE_CHECKING:
    from entente.domain.sessions_plan import Event

SUFFIX: Final = ".ics"
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
    events, now = context.document.read(lambda session: (query(session), session.now))

    def work(_report: Report) -> int:
        from entente.exchange.calendar import write_ics  # noqa: PLC0415  # when first needed

        write_ics(path, events, now)
        return len(events)

    context.background.start(
        _("Export: sessions"),
        work,
        done=lambda count: context.toast(_done(count, path), False),
        failed=lambda error: None if was_cancelled(error) else context.tell(error),
    )


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
    name = safe_file_name(events[0].summary if len(events) == 1 else _("Sessions"))
    kind = _("Calendar")
    told, _chosen = QFileDialog.getSaveFileName(
        parent,
        _("For the calendar"),
        str(start_folder() / f"{name}{SUFFIX}"),
        f"{kind} (*{SUFFIX})",
    )
    if not told:
        return None
    path = Path(told)
    remember_folder(path)
    return path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)


def _done(count: int, path: Path) -> str:
    text = ngettext(
        "{count} session exported to {file}, not encrypted",
        "{count} sessions exported to {file}, not encrypted",
        count,
    )
    return text.format(count=number(count), file=shorten(path.name, 60))
