"""Takes from a mission whether a mediation ended with an agreement: parties and dates alone."""

import datetime as dt
from dataclasses import replace
from typing import Final

from entente.briefs import searched
from entente.briefs.difficulty import read_difficulty
from entente.briefs.gathering import Gathering, Row
from entente.briefs.told import Datum, Entry, Told
from entente.domain.agreement import AGREEMENT, ENTRY, SETTLEMENT
from entente.domain.confidentiality import Audience, Level
from entente.domain.difficulty import DIFFICULTY, STATUS_LABELS, Status
from entente.domain.mediation_session import MEDIATION_SESSION
from entente.domain.party import PARTY
from entente.domain.text import natural_key
from entente.errors import InvalidValueError
from entente.i18n import N_, _
from entente.services.disclosure import head_of
from entente.store.session import Session

#: With one of these, a mediation is over.
OVER: Final = frozenset({Status.SETTLED, Status.INTERRUPTED, Status.CLOSED})
_STATUS: Final = N_("Status")


def gather(
    session: Session, difficulty_id: str, audience: Audience, on: dt.date | None = None
) -> Told:
    """Return the finding of the end of a mediation.

    Whoever reads, it names the parties and dates, says whether there is an agreement, and
    holds nothing else; every text of the difficulty is looked for in the finished file.

    Args:
        session: The open mission.
        difficulty_id: Key of the difficulty.
        audience: The reader; a party without a key stands for all of them.
        on: The day of the finding; today if None.

    Raises:
        InvalidValueError: If the mediation is not over.
        RecordMissingError: If there is no such difficulty, or the reader is not a party.
    """
    day = on or session.today
    gathering = Gathering(session, audience, day)
    row = read_difficulty(gathering, difficulty_id)
    head = head_of(session, audience, day, gathering.recipient())
    return Told(
        head=head,
        subject=_dates(gathering, row),
        lists={PARTY.name: _parties(gathering)},
        texts=searched.texts_but(gathering, head.texts()),
    )


def _dates(gathering: Gathering, row: Row) -> Entry:
    """Return when it began, when it ended, and when an agreement was signed if one was."""
    ended = _ended(gathering)
    found = {
        "begun_on": _begun(gathering),
        "ended_on": ended,
        "signed_on": _signed(gathering, SETTLEMENT),
    }
    data = tuple(
        Datum(name, day, Level.PUBLIC, is_words=False) for name, day in found.items() if day
    )
    return Entry(DIFFICULTY.name, row["id"], data, Level.PUBLIC, ref=row["ref"])


def _ended(gathering: Gathering) -> dt.date:
    """Return the day since when the mediation is over.

    Raises:
        InvalidValueError: If it is not.
    """
    rated = [
        each
        for each in gathering.rows.get(DIFFICULTY.rating_name, ())
        if each["status"] and each["dated_on"] <= gathering.on
    ]
    status = rated[-1]["status"] if rated else Status.OPEN.value
    if status not in OVER:
        label = _(STATUS_LABELS[status])
        raise InvalidValueError(_STATUS, label, _("a mediation that is over"))
    day = rated[-1]["dated_on"]
    for each in reversed(rated):
        if each["status"] not in OVER:
            break
        day = each["dated_on"]
    return day  # type: ignore[no-any-return]  # a row holds anything


def _begun(gathering: Gathering) -> dt.date | None:
    """Return when the parties agreed to mediate, else the day of the first session."""
    agreed = _signed(gathering, ENTRY)
    held = [
        each["held_on"]
        for each in gathering.rows[MEDIATION_SESSION.name]
        if each["status"] == "held" and each["held_on"] and each["held_on"] <= gathering.on
    ]
    return agreed or min(held, default=None)


def _signed(gathering: Gathering, kind: str) -> dt.date | None:
    days = [
        each["signed_on"]
        for each in gathering.rows[AGREEMENT.name]
        if each["kind"] == kind and each["status"] != "draft" and each["signed_on"]
    ]
    return min((day for day in days if day <= gathering.on), default=None)


def _parties(gathering: Gathering) -> tuple[Entry, ...]:
    found = []
    for row in gathering.rows[PARTY.name]:
        ref = gathering.ref(row["actor_id"])
        bare = Entry(PARTY.name, ref=ref, caucus_of=ref, level=Level.PUBLIC)
        home = gathering.home(row["actor_id"])
        found.append(replace(bare, name=gathering.name(row["actor_id"]), standing=home))
    return tuple(sorted(found, key=lambda each: natural_key(each.ref)))
