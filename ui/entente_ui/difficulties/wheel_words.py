"""The wheel in words: how far each question is answered, and what is missing."""

from typing import Final

from entente.domain.party import PARTY
from entente.domain.wheel import QUESTION_LABELS, RECOGNITION, Lack, Question, Sector, Wheel
from entente.i18n import N_, _, ngettext
from entente_ui.formats import labelled, listing, percent
from entente_ui.registers.columns import inside

_LACKS: Final = {
    Lack.PARTIES: N_("fewer than two parties"),
    Lack.FACTS: N_("no fact noted"),
    Lack.OPTION: N_("no option yet"),
    Lack.SECOND_OPTION: N_("only one option: a choice takes two"),
    Lack.AGREEMENT: N_("no agreement drafted"),
    Lack.SIGNATURE: N_("no agreement signed"),
    Lack.COMMITMENT: N_("no commitment"),
}
#: The page where each question is answered.
PAGE_OF: Final = {
    Question.WHAT: "parties",
    Question.WHY: "parties",
    Question.PIVOT: "parties",
    Question.HOW: "ways_out",
    Question.FINALLY: "agreement",
}
#: Parties named one by one; of more only the number is said.
_NAMED: Final = 6


def missing_words(sector: Sector) -> tuple[str, ...]:
    """Return what is missing, party by party, then for all."""
    if any(RECOGNITION in each.statements for each in sector.unsaid):
        names = _first([each.name or _("a party") for each in sector.unsaid])
        told = [labelled(_("not expressed yet"), listing(names))]
    else:
        told = _first(
            [
                labelled(each.name or _("a party"), _fields(each.statements))
                for each in sector.unsaid
            ]
        )
    return (*told, *(_(_LACKS[lack]) for lack in sector.lacks))


def _first(told: list[str]) -> list[str]:
    """Return what is told one by one, and of the rest only how many they are."""
    more = len(told) - _NAMED
    if more <= 0:
        return told
    rest = ngettext("{count} more party", "{count} more parties", more).format(count=more)
    return [*told[:_NAMED], rest]


def _fields(names: tuple[str, ...]) -> str:
    return listing([inside(_(PARTY.field(name).label)) for name in names])


def sector_words(wheel: Wheel, question: Question) -> str:
    """Return a question, how far it is answered and what is missing, as one sentence."""
    sector = wheel.sectors[question]
    head = f"{_(QUESTION_LABELS[question])} {percent(sector.share)}"
    missing = " · ".join(missing_words(sector))
    if not missing:
        return head
    return ". ".join((head, labelled(_("Missing"), missing)))


def guard_words(wheel: Wheel) -> str:
    """Return why it is early for options; empty where it is not."""
    if not wheel.early_for:
        return ""
    names = list(wheel.early_for[:_NAMED])
    more = len(wheel.early_for) - _NAMED
    if more > 0:
        names.append(
            ngettext("{count} more party", "{count} more parties", more).format(count=more)
        )
    told = _("There are options already, and nothing is known of why it matters to {names}.")
    return told.format(names=listing(names))
