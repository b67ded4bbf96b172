"""Takes the practice analyses of a mission, and puts roles in the place of names."""

import datetime as dt
from dataclasses import replace

from entente.briefs.gathering import Gathering
from entente.briefs.register import told_of
from entente.briefs.told import Entry, Told
from entente.domain.confidentiality import Audience
from entente.domain.start.context import SUPERVISION
from entente.services.disclosure import Texts
from entente.services.nameless import Nameless
from entente.store.session import Session


def gather(session: Session, audience: Audience, on: dt.date | None = None) -> Told:
    """Return the practice analyses without anybody's name, the mission's neither.

    The audit of the file looks for every name there is: a file that holds one never leaves.

    Args:
        session: The open mission.
        audience: The reader.
        on: The day whose state is shown; what was held later is left out. Today if None.
    """
    day = on or session.today
    gathering = Gathering(session, audience, day)
    gathering.read_all(SUPERVISION)
    nameless = Nameless(session)
    held = [
        _concealed(each, nameless)
        for each in gathering.entries(SUPERVISION)
        if (held_on := each.day("held_on")) is None or held_on <= day
    ]
    held.sort(key=lambda each: str(each.day("held_on")))
    told = told_of(gathering, {SUPERVISION.name: tuple(held)})
    said = tuple(word for each in held for word in each.words())
    withheld = (*told.texts.withheld, *nameless.names)
    return replace(told, head=told.head.emptied(), texts=Texts(said, withheld))


def _concealed(entry: Entry, nameless: Nameless) -> Entry:
    data = tuple(
        replace(each, value=nameless.conceal(each.value)) if isinstance(each.value, str) else each
        for each in entry.data
    )
    return replace(entry, data=data)
