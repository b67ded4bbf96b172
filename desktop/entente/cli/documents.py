"""Commands that write documents."""

import datetime as dt
from argparse import Namespace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from entente.briefs.kinds import KINDS, Offered
from entente.briefs.production import Form
from entente.cli.console import day_asked, misused, open_mission, say, shown
from entente.cli.reader import audience_of, check_reader
from entente.domain.actor import ACTOR
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
#: What can be written, and the endings of the files it can be.
BRIEFS: Final = MappingProxyType({name: tuple(Form) for name in KINDS} | {MEETING: (Form.PDF,)})


def brief(options: Namespace) -> None:
    """Write a document for one reader; what is there is replaced."""
    target: Path = options.target
    _check_form(target, BRIEFS[options.kind])
    day = day_asked(options.on)
    check_reader(options.audience)
    if options.kind == MEETING:
        pair = _needed(options.pair, "--pair")
        with open_mission(options, read_only=True) as file:
            say(write_meeting(file, pair, options.audience, target, day))
        return
    kind = KINDS[options.kind]
    ref = _needed(options.ref, "--ref") if kind.about else _needless(options.ref, "--ref")
    with open_mission(options, read_only=True) as file:
        say(write_document(file, kind, ref, options.audience, target, day, full=options.full))


def _check_form(target: Path, forms: tuple[Form, ...]) -> None:
    """Refuse a name that asks for a sort of file the document cannot be."""
    if target.suffix.lower() in {form.value for form in forms}:
        return
    said = _("“{name}” must end in .pdf or .docx.")
    if len(forms) == 1:
        said = _("“{name}” must end in .pdf.")
    raise misused(said.format(name=shown(target.name)))


def _needed(given: str | None, option: str) -> str:
    """Return what a document is about."""
    if given:
        return given
    raise misused(_("This document needs {option}.").format(option=option))


def _needless(given: str | None, option: str) -> str:
    """Refuse to be told what a document about the whole mission is about."""
    if given:
        raise misused(_("This document takes no {option}.").format(option=option))
    return ""


def write_brief(
    file: MissionFile, ref: str, reader: str, target: Path, day: dt.date | None = None
) -> str:
    """Write the brief of a difficulty and return one line about it; see `write_document`."""
    return write_document(file, KINDS[CONFLICT], ref, reader, target, day)


def write_document(  # all that can be typed
    file: MissionFile,
    kind: Offered,
    ref: str,
    reader: str,
    target: Path,
    day: dt.date | None = None,
    *,
    full: bool = False,
) -> str:
    """Write a document and return one line about it.

    Args:
        file: The open mission.
        kind: What is written.
        ref: Reference or title of what it is about; nothing where it is the mission.
        reader: As it is typed: `mediator`, `party:A02`, `parties`, `sponsor` or `public`.
        target: Where to; PDF or Word by its ending.
        day: The day whose state is shown; today if None.
        full: Whether long lists are told to their end.

    Raises:
        RecordMissingError: If there is no such record or party.
        InvalidValueError: If there can be no such document of that record.
        WithheldTextError: If the finished file held a text its reader may not read.
        OutputError: If it could not be written.
    """
    from entente.briefs import output  # noqa: PLC0415  # only once there is something to write

    def gather(session: Session) -> "Told":
        key = records.find(session, kind.about, ref) if kind.about else ""
        return kind.gather(session, key, audience_of(session, reader), day, full=full)

    told = file.gate.read(gather)
    form = Form(target.suffix.lower())
    output.save(kind.produce(told, language(), form=form), target)
    said = ngettext(
        "{name}: {reader}, {count} text left out",
        "{name}: {reader}, {count} texts left out",
        len(told.withheld),
    )
    return said.format(name=shown(target.name), reader=reader, count=len(told.withheld))


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
