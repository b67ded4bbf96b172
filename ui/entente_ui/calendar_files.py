"""Days on their way to a calendar program."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QFileDialog, QWidget

from entente.domain.text import safe_file_name
from entente.i18n import _
from entente_ui.background import Report, was_cancelled
from entente_ui.folders import remember_folder, start_folder
from entente_ui.pane import Context

if TYPE_CHECKING:
    import datetime as dt

    from entente.domain.sessions_plan import Event

SUFFIX: Final = ".ics"


def ask_path(parent: QWidget, stem: str) -> Path | None:
    """Ask where a calendar file goes; None if the user thinks better of it."""
    kind = _("Calendar")
    told, _chosen = QFileDialog.getSaveFileName(
        parent,
        _("For the calendar"),
        str(start_folder() / f"{safe_file_name(stem)}{SUFFIX}"),
        f"{kind} (*{SUFFIX})",
    )
    if not told:
        return None
    path = Path(told)
    remember_folder(path)
    return path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)


def write(
    context: Context,
    made: "tuple[Sequence[Event], dt.datetime]",
    path: Path,
    label: str,
    told: Callable[[int], str],
) -> None:
    """Write a calendar file in the background, and tell when it is there.

    Args:
        context: The open mission and the window around it.
        made: What is in it, and when it is made.
        path: Where it goes.
        label: What is said meanwhile.
        told: Says that so many days are in it.
    """
    events, now = made

    def work(_report: Report) -> int:
        from entente.exchange.calendar import write_ics  # noqa: PLC0415  # when first needed

        write_ics(path, events, now)
        return len(events)

    context.background.start(
        label,
        work,
        done=lambda count: context.toast(told(count), False),
        failed=lambda error: None if was_cancelled(error) else context.tell(error),
    )
