"""Takes from a mission what one reader may know of its glossary."""

import datetime as dt
from dataclasses import replace

from entente.briefs.gathering import Gathering
from entente.briefs.register import told_of
from entente.briefs.told import Told
from entente.domain.confidentiality import Audience
from entente.domain.difficulty import DIFFICULTY
from entente.domain.glossary import MEANING, TERM, TERM_LINK
from entente.domain.text import fold
from entente.store.session import Session


def gather(session: Session, audience: Audience, on: dt.date | None = None) -> Told:
    """Return the glossary of a mission for one reader.

    Args:
        session: The open mission.
        audience: The reader.
        on: The day whose state is shown; what was agreed later is left out. Today if None.
    """
    day = on or session.today
    gathering = Gathering(session, audience, day)
    gathering.read_all(TERM)
    gathering.read_all(MEANING)
    links = gathering.read_all(TERM_LINK)
    refs = {row["id"]: row["ref"] for row in Gathering(session, audience, day).read_all(DIFFICULTY)}
    terms = []
    for each in gathering.entries(TERM):
        about = sorted(refs[k["difficulty_id"]] for k in links if k["term_id"] == each.key)
        terms.append(replace(each, standing=" · ".join(about)))
    return told_of(
        gathering,
        {
            TERM.name: tuple(sorted(terms, key=lambda each: fold(each.text("word")))),
            MEANING.name: gathering.entries(MEANING),
        },
    )
