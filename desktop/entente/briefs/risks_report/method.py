"""How risks are measured: the scales with their definitions, the levels, the limits."""

from collections.abc import Iterator, Sequence
from typing import Final

from entente.briefs.heat import step_of
from entente.briefs.parts import Cell, Gap, Part, Row, Section, Table, Tone, Words, cell
from entente.briefs.risk_book.book import Book, number, percent
from entente.domain.risk_levels import STEPS, Step
from entente.domain.simulation import simulate
from entente.i18n import _, ngettext
from entente.services.risks import stake

_STEP: Final = 22.0
_NAME: Final = 104.0
_WORTH: Final = 96.0
#: A simulation of fewer risks says nothing a table does not.
_FEWEST: Final = 2


def method(book: Book) -> Iterator[Part]:
    """Yield the first part of the report."""
    yield Words(
        _(
            "Each risk is worded as cause, event and effect. Its score is its probability times "
            "its impact, from 1 to 25, and the score gives its level. It is rated three times: "
            "inherent, before any response; current, as it is on the day of this report; target, "
            "once the responses have worked, which is what remains."
        )
    )
    yield Section(_("Probability"), (_probability(book.scales.probability),), 2)
    yield Section(_("Impact"), (_impact(book, book.scales.impact),), 2)
    yield Section(_("Levels"), tuple(_levels(book)), 2)
    yield Section(_("Money"), tuple(_money(book)), 2)


def _probability(steps: Sequence[Step]) -> Table:
    rows = tuple(
        Row(
            (
                cell(number(step.step), Tone.STRONG),
                cell(step.label),
                cell(step.definition),
                (_numeric("–" if step.share is None else percent(step.share)),),
            )
        )
        for step in steps
    )
    head = _head("", _("Name"), _("Definition"), _("Stands for"))
    return Table((_STEP, _NAME, 0, _WORTH), rows, top=head, tight=True)


def _impact(book: Book, steps: Sequence[Step]) -> Table:
    rows = tuple(
        Row(
            (
                cell(number(step.step), Tone.STRONG),
                cell(step.label),
                cell(step.definition),
                (_numeric("–" if step.money is None else book.money(step.money)),),
                (_numeric("–" if step.days is None else number(step.days)),),
            )
        )
        for step in steps
    )
    head = _head("", _("Name"), _("Definition"), _("Up to (money)"), _("Up to (days)"))
    return Table((_STEP, _NAME, 0, _WORTH, _WORTH), rows, top=head, tight=True)


def _head(*titles: str) -> Row:
    """Return a head whose titles after the third stand over numbers."""
    words = tuple(
        (Words(title, Tone.STRONG, is_number=place > 2),) for place, title in enumerate(titles)
    )
    return Row(words)


def _numeric(words: str) -> Words:
    return Words(words, Tone.CELL, is_number=True)


def _levels(book: Book) -> Iterator[Part]:
    """Yield what each level is called, which scores it has, and the limits."""
    bands = book.scales.bands
    rows = []
    for place, band in enumerate(bands):
        last = bands[place + 1].from_score - 1 if place + 1 < len(bands) else len(STEPS) ** 2
        chip = Words(book.scales.name(place), heat=step_of(place, len(bands)))
        scores = _("scores {first} to {last}").format(first=band.from_score, last=last)
        rows.append(Row(((chip,), cell(scores), _of_level(book, place))))
    head = (_("Level"), _("Scores"), _("Risks of this level today"))
    yield Table((110, 110, 0), tuple(rows), head, tight=True)
    yield Gap(5)
    yield from (Words(each, Tone.CELL) for each in _remarks(book))


def _of_level(book: Book, place: int) -> Cell:
    count = book.figures.by_level[place]
    return cell(number(count))


def _remarks(book: Book) -> Iterator[str]:
    scales = book.scales
    if scales.cells:
        said = [
            f"{probability} × {impact}: {scales.name(level)}"
            for (probability, impact), level in sorted(scales.cells.items())
        ]
        words = _("Set by hand, whatever the score (probability × impact): {cells}.")
        yield words.format(cells=", ".join(said))
    if scales.holes:
        said = [f"{probability} × {impact}" for probability, impact in scales.holes]
        text = ngettext("{cells} has no level.", "{cells} have no level.", len(said))
        yield text.format(cells=", ".join(said))
    if scales.appetite is not None:
        words = _("Appetite: a risk above the score {score} has to be treated.")
        yield words.format(score=scales.appetite)
    if scales.tolerance is not None:
        words = _("Tolerance: a risk above the score {score} is told to the governing body.")
        yield words.format(score=scales.tolerance)
    if scales.appetite is None and scales.tolerance is None:
        yield _("Neither appetite nor tolerance has been set.")


def _money(book: Book) -> Iterator[Part]:
    """Yield how money is reckoned, and what chance makes of it."""
    yield Words(
        _(
            "The expected value of a risk is what its inherent probability stands for times its "
            "amount: a cost for a threat, a gain for an opportunity. Their sum is what to put "
            "aside."
        )
    )
    views = [view for view in book.views.values() if not view.is_past]
    stakes = [found for view in views if (found := stake(view, book.scales))]
    if len(stakes) < _FEWEST:
        return
    played = simulate(stakes)
    said = _("The total does not exceed {p10} in one trial of ten, {p50} in five, {p90} in nine.")
    shown = said.format(
        p10=book.money(played.p10), p50=book.money(played.p50), p90=book.money(played.p90)
    )
    yield Words(f"{played.method} {shown}")
