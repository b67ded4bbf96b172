"""Commands that write documents."""

import datetime as dt
from argparse import Namespace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from entente.cli.console import day_asked, misused, open_mission, say, shown
from entente.cli.reader import audience_of, check_reader
from entente.domain.actor import ACTOR
from entente.domain.difficulty import DIFFICULTY
from entente.i18n import _, language, ngettext
from entente.services import records
from entente.store.mission_file import MissionFile
from entente.store.session import Session

if TYPE_CHECKING:
    from entente.briefs.meeting import MeetingSheet
    from entente.briefs.told import Told

_TWO: Final = 2
CONFLICT: Final = "conflict"
MEETING: Final = "meeting"


def brief(options: Namespace) -> None:
    """Write a document for one reader; what is there is replaced."""
    target: Path = options.target
    if target.suffix.lower() != ".pdf":
        raise misused(_("“{name}” must end in .pdf.").format(name=shown(target.name)))
    day = day_asked(options.on)
    check_reader(options.audience)
    about = _about(options)
    write = BRIEFS[options.kind]
    with open_mission(options, read_only=True) as file:
        say(write(file, about, options.audience, target, day))


def _about(options: Namespace) -> str:
    """Return what the document is about: a difficulty, or two actors."""
    about: str | None = options.pair if options.kind == MEETING else options.ref
    if about:
        return about
    option = "--pair" if options.kind == MEETING else "--ref"
    raise misused(_("This document needs {option}.").format(option=option))


def write_brief(
    file: MissionFile, ref: str, reader: str, target: Path, day: dt.date | None = None
) -> str:
    """Write the brief of a difficulty and return one line about it.

    Args:
        file: The open mission.
        ref: Reference or title of the difficulty.
        reader: As it is typed: `mediator`, `party:A02`, `sponsor` or `public`.
        target: Where to.
        day: The day whose state is shown; today if None.

    Raises:
        RecordMissingError: If there is no such difficulty or party.
        WithheldTextError: If the finished file held a text its reader may not read.
        OutputError: If it could not be written.
    """
    from entente.briefs import conflict, output  # noqa: PLC0415  # ReportLab takes its time

    def gather(session: Session) -> "Told":
        key = records.find(session, DIFFICULTY, ref)
        return conflict.gather(session, key, audience_of(session, reader), day)

    gathered = file.gate.read(gather)
    output.save(conflict.produce(gathered, language()), target)
    said = ngettext(
        "{name}: {reader}, {count} text left out",
        "{name}: {reader}, {count} texts left out",
        len(gathered.withheld),
    )
    return said.format(name=shown(target.name), reader=reader, count=len(gathered.withheld))


def write_meeting(
    file: MissionFile, pair: str, reader: str, target: Path, day: dt.date | None = None
) -> str:
    """Write the sheet of a meeting and return one line about it.

    Args:
        file: The open mission.
        pair: References or names of two actors, with a comma between them.
        reader: As it is typed: `mediator`, `party:A02`, `sponsor` or `public`.
        target: Where to.
        day: The day whose state is shown; today if None.

    Raises:
        RecordMissingError: If there is no such actor.
        InvalidValueError: If the reader is a party and does not take part.
        WithheldTextError: If the finished file held a text its reader may not read.
        OutputError: If it could not be written.
    """
    from entente.briefs import meeting, output  # noqa: PLC0415  # ReportLab takes its time

    names = [name.strip() for name in pair.split(",")]
    if len(names) != _TWO or not all(names):
        raise misused(_("“{pair}” are not two actors: write A02,A11.").format(pair=shown(pair)))

    def gather(session: Session) -> "MeetingSheet":
        first, second = (records.find(session, ACTOR, name) for name in names)
        return meeting.gather(session, (first, second), audience_of(session, reader), day)

    gathered = file.gate.read(gather)
    output.save(meeting.produce(gathered, language()), target)
    return f"{shown(target.name)}: {reader}"


#: What can be written, by the name it is asked for.
BRIEFS: Final = MappingProxyType({CONFLICT: write_brief, MEETING: write_meeting})
