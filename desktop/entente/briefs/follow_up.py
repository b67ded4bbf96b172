"""What was decided and promised, as the columns of a list."""

from typing import Final

from entente.briefs.dates import long_date
from entente.briefs.parts import EMPTY, Cell, Tone, Words, cell
from entente.briefs.told import Entry
from entente.briefs.voice import Column, Voice, joined, said
from entente.domain.agreement import AGREEMENT
from entente.i18n import _, language

_RATED: Final = frozenset({"dated_on", "fact", "state", "due_on"})


def commitment_columns(voice: Voice) -> tuple[Column, ...]:
    """Return the columns of a list of commitments."""
    return (
        Column(_("Commitment"), 0, ("statement",), lambda each: _promised(voice, each)),
        Column(_("Who"), 112, ("actor_id",)),
        Column(_("Before"), 96, ("due_on",), _due),
        Column(_("State"), 78, ("state",)),
    )


def decision_columns(voice: Voice) -> tuple[Column, ...]:
    """Return the columns of a list of decisions."""
    return (
        Column(_("Decision"), 0, ("title", "decided_on"), lambda each: _decided(voice, each)),
        Column(_("Carried out by"), 116, ("owner_id", "co_owner_id"), _owners),
        Column(_("Before"), 92, ("due_on",)),
        Column(_("Carried out"), 92, ("executed_on",)),
    )


def _promised(voice: Voice, commitment: Entry) -> Cell:
    found = voice.cell(commitment, "statement")
    why = [
        words
        for rating in commitment.history
        for words in (
            *voice.words(rating, "fact", Tone.SMALL, lead=said(rating, "dated_on")),
            *voice.rest(rating, _RATED),
        )
    ]
    agreement = commitment.links.get("agreement_id")
    ref = next((a.ref for a in voice.whole.of(AGREEMENT.name) if a.key == agreement), "")
    source = joined(commitment.ref, ref)
    return (*found, *((Words(source, Tone.SMALL),) if source else EMPTY), *why)


def _due(commitment: Entry) -> Cell:
    days = [day for rating in commitment.history if (day := rating.day("due_on"))]
    first = next((day for day in days if day != commitment.day("due_on")), None)
    due = cell(said(commitment, "due_on"))
    if first is None:
        return due
    words = _("first {date}").format(date=long_date(first, language()))
    return (*due, Words(words, Tone.SMALL))


def _decided(voice: Voice, decision: Entry) -> Cell:
    day = said(decision, "decided_on")
    words = _("decided on {date}").format(date=day) if day else ""
    small = joined(decision.ref, words)
    return (*voice.cell(decision, "title"), *((Words(small, Tone.SMALL),) if small else EMPTY))


def _owners(decision: Entry) -> Cell:
    both = (decision.text("owner_id"), decision.text("co_owner_id"))
    return tuple(Words(each, is_name=True, tone=Tone.CELL) for each in both if each) or cell("")
