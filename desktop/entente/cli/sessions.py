"""Sessions written out for a calendar."""

from pathlib import Path
from typing import Final

from entente.cli.console import shown
from entente.i18n import ngettext
from entente.services import session_calendar
from entente.store.mission_file import MissionFile

#: What they are asked for by, and what the file ends in.
SESSIONS: Final = "sessions"
ENDINGS: Final = (".ics",)


def write_calendar(file: MissionFile, target: Path) -> str:
    """Write the planned sessions out and return one line about it.

    Raises:
        OutputError: If it could not be written.
    """
    from entente.exchange.calendar import write_ics  # noqa: PLC0415  # heavy

    events, now = file.gate.read(lambda session: (session_calendar.events(session), session.now))
    write_ics(target, events, now)
    said = ngettext("{name}: {count} session", "{name}: {count} sessions", len(events))
    return said.format(name=shown(target.name), count=len(events))
