"""What the risks come to, in a line."""

from entente.domain.risk import Reading
from entente.domain.risk_money import expected
from entente.i18n import _, ngettext
from entente.services import risks
from entente_ui.document import Document
from entente_ui.formats import labelled, money, number
from entente_ui.risks.seen import read_seen
from entente_ui.risks.words import change_words, counted


def summary(document: Document) -> str:
    """Return how many risks, what the responses take away, overdue reviews and the net worth."""
    seen = read_seen(document)
    if not seen.views:
        return ""
    threats = [
        (before, after)
        for view in seen.views
        if view.is_threat
        and (before := view.readings[Reading.INHERENT].score) is not None
        and (after := view.readings[Reading.TARGET].score) is not None
    ]
    parts = [counted(len(seen.views))]
    if total := sum(before for before, _after in threats):
        share = 1 - sum(after for _before, after in threats) / total
        parts.append(_("responses: {change} at the target").format(change=change_words(share)))
    late = sum(view.is_overdue for view in seen.views)
    if late:
        text = ngettext("{count} review overdue", "{count} reviews overdue", late)
        parts.append(text.format(count=number(late)))
    stakes = [stake for view in seen.views if (stake := risks.stake(view, seen.scales))]
    if stakes:
        parts.append(labelled(_("net expected value"), money(expected(stakes).net)))
    return " · ".join(parts)
