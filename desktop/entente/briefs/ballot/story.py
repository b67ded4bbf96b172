"""What a ballot says: what it is for, the questions, the group, and that nobody will know."""

from collections.abc import Iterator, Sequence
from typing import Final

from entente.briefs.climate_book.asked import Asked, threshold_of
from entente.briefs.parts import Gap, NewPage, Page, Part, Row, Table, Tone, Words, cell
from entente.briefs.told import Entry
from entente.briefs.voice import said
from entente.domain.climate import orders
from entente.domain.climate.answers import RECOMMENDATION, SCALE
from entente.domain.climate.survey import QUESTION, QUESTIONNAIRE, WAVE_GROUP, Scale
from entente.i18n import N_, _

#: Lines to write on in one's own words.
LINES: Final = 3
#: What the lowest and the highest answer mean.
ENDS: Final = {
    Scale.AGREEMENT.value: (N_("I do not agree at all"), N_("I fully agree")),
    Scale.WEATHER.value: (N_("storm"), N_("sunshine")),
    Scale.RECOMMENDATION.value: (N_("certainly not"), N_("certainly")),
}
_CIRCLE: Final = "\u25cb"


def tell(told: Asked) -> Page:
    """Return the ballot as it is written into a Word file, in the language in use."""
    return Page(title=_("Ballot"), parts=tuple(_parts(told)), recipient=_("Anonymous ballot"))


def title(told: Asked) -> str:
    """Return what the ballot is called: by the questionnaire."""
    survey = next(iter(told.of(QUESTIONNAIRE.name)), None)
    return (said(survey, "name") if survey else "") or _("Ballot")


def introduction(told: Asked) -> str:
    """Return what respondents are told first; empty if nothing."""
    survey = next(iter(told.of(QUESTIONNAIRE.name)), None)
    return said(survey, "introduction") if survey else ""


def of_scale(told: Asked, scale: str, order: str = "") -> tuple[Entry, ...]:
    """Return the questions of a scale in one of the orders; without a scale they are of agreement.

    Args:
        told: What is asked.
        scale: Which of the questions.
        order: That in which they are printed; empty for that in which they are asked.
    """

    def scale_of(question: Entry) -> str:
        return question.text("scale") or Scale.AGREEMENT

    asked = told.of(QUESTION.name)
    return orders.of_scale(asked, scale, order, scale_of, lambda each: each.text("code"))


def order_words(order: str) -> str:
    """Return what is printed of an order, for whoever keys the ballot in; empty of none."""
    return _("Order {letter}").format(letter=order) if order else ""


def ends(scale: str) -> str:
    """Return what the ends of a scale mean."""
    low, high = ENDS[scale]
    first, last = (0, RECOMMENDATION) if scale == Scale.RECOMMENDATION else (1, SCALE)
    return _("{first}: {low} – {last}: {high}").format(
        first=first, low=_(low), last=last, high=_(high)
    )


def groups(told: Asked) -> list[str]:
    """Return the names of the groups one may belong to."""
    return [name for each in told.of(WAVE_GROUP.name) if (name := each.text("name"))]


def group_question(told: Asked) -> str:
    """Return how the group is asked for."""
    attribute = told.subject.text("attribute") if told.subject else ""
    name = attribute or _("Your group")
    return _("{attribute} (tick one at most; leave it out if few belong to it)").format(
        attribute=name
    )


def promise(told: Asked) -> str:
    """Return what stands at the end."""
    return _(
        "Nobody will know what you answered. Of fewer than {k} answers nothing is shown. Write no "
        "names; leave out what you like."
    ).format(k=threshold_of(told.subject))


def nothing() -> str:
    """Return what is said where there is nothing to ask."""
    return _("There is no question this reader may know of.")


def _parts(told: Asked) -> Iterator[Part]:
    if not told.of(QUESTION.name):
        yield Words(nothing())
        return
    for place, order in enumerate(told.orders):
        if place:
            yield NewPage()
        yield from _ballot(told, order)


def _ballot(told: Asked, order: str) -> Iterator[Part]:
    yield Words(title(told), Tone.TITLE)
    if first := introduction(told):
        yield Words(first)
    for scale in (Scale.AGREEMENT.value, Scale.WEATHER.value):
        if questions := of_scale(told, scale, order):
            yield from _graded(questions, scale)
    for each in of_scale(told, Scale.RECOMMENDATION.value):
        yield Gap(8)
        yield Words(each.text("text"), Tone.STRONG)
        yield Words(ends(Scale.RECOMMENDATION.value), Tone.SMALL)
        yield Words("    ".join(f"{_CIRCLE} {n}" for n in range(RECOMMENDATION + 1)))
    for each in of_scale(told, Scale.WORDS.value):
        yield Gap(8)
        yield Words(each.text("text"), Tone.STRONG)
        yield Table((0,), tuple(Row(((Words(""),),), room=16) for _line in range(LINES)))
    if named := groups(told):
        yield Gap(8)
        yield Words(group_question(told), Tone.STRONG)
        yield Words("    ".join(f"{_CIRCLE} {name}" for name in named))
    yield Gap(8)
    yield Words(promise(told), Tone.SMALL)
    if order:
        yield Words(order_words(order), Tone.SMALL)


def _graded(questions: Sequence[Entry], scale: str) -> Iterator[Part]:
    yield Words(ends(scale), Tone.SMALL)
    marks = tuple(cell(_CIRCLE) for _answer in range(SCALE))
    rows = tuple(Row((cell(each.text("text")), *marks)) for each in questions)
    head = ("", *map(str, range(1, SCALE + 1)))
    yield Table((0, *((28,) * SCALE)), rows, head)
