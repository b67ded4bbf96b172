"""The words MACTOR is told in: the mediator's, with the method's beside them."""

from collections.abc import Sequence
from typing import Final

from entente.domain.mactor import Place
from entente.domain.objective import INFLUENCE, INFLUENCE_LABELS
from entente.domain.sensitivity import Swing
from entente.i18n import N_, _, ngettext
from entente.services.mactor import Answer, Question
from entente_ui import formats
from entente_ui.actors.mactor.known import Known

PLACE_WORDS: Final = {
    Place.DOMINANT: N_("Dominant"),
    Place.RELAY: N_("Relays"),
    Place.DOMINATED: N_("Dominated"),
    Place.AUTONOMOUS: N_("Autonomous"),
}
PLACE_HINTS: Final = {
    Place.DOMINANT: N_("weigh, depend little"),
    Place.RELAY: N_("weigh and depend"),
    Place.DOMINATED: N_("depend, weigh little"),
    Place.AUTONOMOUS: N_("neither weigh nor depend"),
}

#: What is at stake, from 1 to 4, for whoever takes a stance.
_STANCES: Final = {
    0: N_("indifferent"),
    1: N_("in favour: daily workings are at stake"),
    2: N_("in favour: projects are at stake"),
    3: N_("in favour: missions are at stake"),
    4: N_("in favour: existence is at stake"),
    -1: N_("opposed: daily workings are at stake"),
    -2: N_("opposed: projects are at stake"),
    -3: N_("opposed: missions are at stake"),
    -4: N_("opposed: existence is at stake"),
}


def question_text(question: Question, known: Known) -> str:
    """Return a question as it is asked."""
    one, other = known.names.get(question.first, ""), known.names.get(question.second, "")
    if question.kind == INFLUENCE.name:
        asked = _("If {one} wanted to, what could they call into question for {other}?")
    else:
        asked = _("How does {one} stand on “{other}”?")
    return asked.format(one=one, other=other)


def value_words(kind: str, value: int) -> str:
    """Return what an answer means."""
    return _(INFLUENCE_LABELS[value]) if kind == INFLUENCE.name else _(_STANCES[value])


def value_text(kind: str, value: int) -> str:
    """Return an answer as a number: a stance always shows its sign."""
    return formats.number(value) if kind == INFLUENCE.name else formats.signed(value)


def answer_text(question: Question, answer: Answer | None, known: Known) -> str:
    """Return a question and what was answered, in one line."""
    one, other = known.names.get(question.first, ""), known.names.get(question.second, "")
    about = f"{one} → {other}"
    if answer is None or answer.value is None:
        return formats.labelled(about, _("not answered yet"))
    said = _("{number}, {words}").format(
        number=value_text(question.kind, answer.value),
        words=value_words(question.kind, answer.value),
    )
    parts = [formats.labelled(about, said), formats.long_date(answer.dated_on), answer.fact]
    return " · ".join(filter(None, parts))


def swing_text(swing: Swing, known: Known) -> str:
    """Return one answer that decides the order of two actors, in a sentence."""
    people = known.forces.participants
    parts = {
        "one": people[swing.source].name,
        "other": people[swing.target].name,
        "risen": people[swing.risen].name,
        "fallen": people[swing.fallen].name,
        "after": formats.number(swing.after),
    }
    if swing.before is None:
        told = _(
            "What {one} could call into question for {other} is not answered yet: with {after}, "
            "{risen} would weigh more than {fallen}."
        )
    else:
        parts["before"] = formats.number(swing.before)
        told = _(
            "Were the influence of {one} on {other} {after} instead of {before}, {risen} would "
            "weigh more than {fallen}."
        )
    return told.format(**parts)


def sensitivity_text(swings: Sequence[Swing], known: Known) -> str:
    """Return how much hangs on single answers, in one or two sentences."""
    if not swings:
        return _("No single answer, were it one degree off, would change who weighs more.")
    weights = known.analysis.weights
    heaviest = max(range(known.count), key=lambda each: weights[each])
    whole = known.count * (known.count - 1)
    counted = ngettext(
        "{count} answer of {total}, were it one degree off, would change the order of two actors.",
        "{count} answers of {total}, were they one degree off, would each change the order of "
        "two actors.",
        len(swings),
    ).format(count=formats.number(len(swings)), total=formats.number(whole))
    if all(swing.fallen != heaviest for swing in swings):
        first = _("None of them concerns {name}, who weighs the most in any case.")
        counted = f"{counted} {first.format(name=known.forces.participants[heaviest].name)}"
    return f"{counted} {swing_text(swings[0], known)}"
