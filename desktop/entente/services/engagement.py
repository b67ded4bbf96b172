"""Tools of engagement: what a community has already, to look at before building anything."""

from entente.domain.engagement import ENGAGEMENT_TOOL
from entente.domain.text import heading_key
from entente.i18n import LANGUAGES, language
from entente.services import records
from entente.services.method_texts import read_file
from entente.store.session import Session


def add_usual(session: Session, code: str = "") -> list[str]:
    """Put the tools communities often have into the inventory; return the keys of those added.

    One that is there already, under its name in any language, is left out. Whether it is in
    place here, and what to do with it, is left open.

    Args:
        session: The open mission.
        code: The language of their names; the one in use if empty.
    """
    spoken = code or language()
    held = {heading_key(name) for name in records.titles(session, ENGAGEMENT_TOOL).values()}
    added = []
    for tool in read_file("activities/tools.toml")["tools"]:
        if held.isdisjoint(heading_key(tool[each]) for each in LANGUAGES):
            values = {"name": tool[spoken], "notes": tool.get("notes", {}).get(spoken)}
            added.append(records.create(session, ENGAGEMENT_TOOL, values))
    return added
