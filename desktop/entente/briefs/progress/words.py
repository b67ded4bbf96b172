"""Words and figures that the parts of a progress report share, in the language in use."""

from entente.briefs.parts import Cell, Tone, Words
from entente.domain.sprint import OUTCOME_LABELS
from entente.domain.values import number_text
from entente.i18n import _, language
from entente.services.quantities import Verdict


def figure(value: float) -> str:
    """Return a number with one decimal at most."""
    return number_text(round(value, 1), language())


def number_cell(value: float | None) -> Cell:
    """Return a number at the right of its column; a dash where there is none."""
    return (Words("–" if value is None else figure(value), Tone.CELL, is_number=True),)


def outcome_words(outcome: str, *, is_over: bool) -> str:
    """Return what became of a card; while nothing was said, it waits for the sprint to end."""
    if outcome:
        return _(OUTCOME_LABELS[outcome])
    return _("not done") if is_over else _("under way")


def verdict_words(verdict: str) -> str:
    """Return how a quantity compares with the band it was to fall in."""
    return {
        Verdict.BELOW.value: _("below"),
        Verdict.WITHIN.value: _("within"),
        Verdict.ABOVE.value: _("above"),
    }.get(verdict, "")


def band(minimum: int | None, maximum: int | None) -> str:
    """Return a band of quantities: `5–10`, `at least 5`, `at most 10`."""
    if minimum is None and maximum is None:
        return "–"
    if maximum is None:
        return _("at least {count}").format(count=minimum)
    if minimum is None:
        return _("at most {count}").format(count=maximum)
    return str(minimum) if minimum == maximum else f"{minimum}–{maximum}"
