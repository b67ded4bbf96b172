"""Takes from a mission what one reader may know of what it leaves behind."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from entente.briefs import searched
from entente.briefs.gathering import Gathering
from entente.briefs.register import named_alone, told_of
from entente.briefs.told import Entry, Told
from entente.domain.change.impact import FUNCTIONAL_GROUP
from entente.domain.change.spreading import AMBASSADOR, LESSON, SKILL_TRANSFER, TESTIMONY
from entente.domain.confidentiality import Audience
from entente.domain.glossary import TERM
from entente.domain.records import RecordType
from entente.domain.text import fold
from entente.services import records
from entente.store.session import Session

_ALL: Final = (TERM, LESSON, SKILL_TRANSFER, AMBASSADOR, FUNCTIONAL_GROUP)
#: Since when each has been known; what is planned is known before.
_SINCE: Final = {LESSON.name: "learned_on", TESTIMONY.name: "said_on"}


def gather(session: Session, audience: Audience, on: dt.date | None = None) -> Told:
    """Return what a mission leaves behind, for one reader.

    A testimony nobody agreed to have quoted is not told to anybody, the mediator included; the
    audit of the finished file looks for it like for what is withheld.

    Args:
        session: The open mission.
        audience: The reader.
        on: The day whose state is shown; today if None.
    """
    day = on or session.today
    gathering = Gathering(session, audience, day)
    for kind in _ALL:
        gathering.read_all(kind)
    said = records.list_rows(session, TESTIMONY).dicts()
    gathering.read(TESTIMONY, "id", [row["id"] for row in said if row["consent"]])
    lists = {
        kind.name: tuple(_known(gathering, kind, day))
        for kind in (LESSON, SKILL_TRANSFER, AMBASSADOR, TESTIMONY)
    }
    terms = sorted(gathering.entries(TERM), key=lambda each: fold(each.text("word")))
    lists |= {
        TERM.name: tuple(terms),
        FUNCTIONAL_GROUP.name: named_alone(gathering, FUNCTIONAL_GROUP),
    }
    told = told_of(gathering, lists)
    unquoted = Gathering(session, audience, day)
    unquoted.read(TESTIMONY, "id", [row["id"] for row in said if not row["consent"]])
    silent = searched.texts_but(unquoted, told.head.texts())
    return replace(told, texts=searched.joined(told.texts, silent))


def _known(gathering: Gathering, kind: RecordType, day: dt.date) -> Iterator[Entry]:
    for each in gathering.entries(kind):
        since = each.day(_SINCE.get(kind.name, ""))
        if since is None or since <= day:
            yield each
