"""What there is to do and what goes on, in a line."""

from entente.domain.sprint import SPRINT
from entente.i18n import _, ngettext
from entente.services import board_figures
from entente_ui.document import Document
from entente_ui.formats import labelled, number, short_date


def summary(document: Document) -> str:
    """Return how many cards are open and in progress, what is late, and the sprint that goes on."""
    viewer = document.viewer
    figures = document.read(lambda session: board_figures.figures(session, viewer))
    parts = []
    if figures.every:
        words = ngettext("{count} card to be done", "{count} cards to be done", figures.still)
        parts.append(words.format(count=number(figures.still)))
        parts.append(labelled(_("in progress"), number(figures.doing)))
    if figures.late:
        words = ngettext("{count} late", "{count} late", figures.late)
        parts.append(words.format(count=number(figures.late)))
    today = document.read(lambda session: session.today)
    for sprint in document.table(SPRINT).dicts():
        if sprint["closed_on"] is None and sprint["starts_on"] <= today <= sprint["ends_on"]:
            words = _("{sprint} goes on until {day}")
            name = sprint["name"] or sprint["ref"]
            parts.append(words.format(sprint=name, day=short_date(sprint["ends_on"])))
            break
    return " · ".join(parts)
