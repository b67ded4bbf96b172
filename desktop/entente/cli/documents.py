"""Commands that write documents."""

import datetime as dt
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from entente.cli.console import day_asked, misused, open_mission, say, shown
from entente.domain import confidentiality
from entente.domain.actor import ACTOR
from entente.domain.confidentiality import Audience
from entente.domain.difficulty import DIFFICULTY
from entente.i18n import _, language, ngettext
from entente.services import records
from entente.store.mission_file import MissionFile
from entente.store.session import Session

if TYPE_CHECKING:
    from entente.briefs.conflict import ConflictBrief

_READERS: Final = {
    "mediator": confidentiality.MEDIATOR,
    "sponsor": confidentiality.SPONSOR,
    "public": confidentiality.PUBLIC,
}
_PARTY: Final = "party:"


def brief(options: Namespace) -> None:
    """Write the brief of a difficulty for one reader; what is there is replaced."""
    target: Path = options.target
    if target.suffix.lower() != ".pdf":
        raise misused(_("“{name}” must end in .pdf.").format(name=shown(target.name)))
    day = day_asked(options.on)
    is_party = options.audience.startswith(_PARTY) and options.audience != _PARTY
    if options.audience not in _READERS and not is_party:
        said = _("“{reader}” is no reader: it is mediator, party:A02, sponsor or public.")
        raise misused(said.format(reader=shown(options.audience)))
    with open_mission(options, read_only=True) as file:
        say(write_brief(file, options.ref, options.audience, target, day))


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

    def gather(session: Session) -> "ConflictBrief":
        key = records.find(session, DIFFICULTY, ref)
        return conflict.gather(session, key, _audience(session, reader), day)

    gathered = file.gate.read(gather)
    output.save(conflict.produce(gathered, language()), target)
    said = ngettext(
        "{name}: {reader}, {count} text left out",
        "{name}: {reader}, {count} texts left out",
        len(gathered.withheld),
    )
    return said.format(name=shown(target.name), reader=reader, count=len(gathered.withheld))


def _audience(session: Session, reader: str) -> Audience:
    if reader in _READERS:
        return _READERS[reader]
    return confidentiality.party(records.find(session, ACTOR, reader.removeprefix(_PARTY)))
