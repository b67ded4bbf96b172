"""What the report of a wave says."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from entente.briefs.climate_book import words
from entente.briefs.climate_book.values import Climate, GroupFigures, Item, WaveFigures
from entente.briefs.layout_words import headed
from entente.briefs.parts import (
    Box,
    Cell,
    Drawing,
    Gap,
    Page,
    Part,
    Row,
    Table,
    Tone,
    Words,
    cell,
    section,
)
from entente.briefs.voice import Column, Voice, joined, said
from entente.domain.climate.survey import ANSWERED, QUESTION, VERBATIM, Scale
from entente.domain.climate.words import HIDDEN
from entente.i18n import _

if TYPE_CHECKING:
    from entente.briefs.picture import Picture

#: So many groups stand beside each other.
_BESIDE: Final = 5
#: What may be told of a comment.
_TOLD: Final = ("text", "paraphrase")


def tell(told: Climate) -> Page:
    """Return the report, in the language in use."""
    return Page(title=_("Report of a wave"), parts=tuple(_parts(told, Voice(told))))


def _parts(told: Climate, voice: Voice) -> Iterator[Part]:
    yield from headed(told.head, _("Report of a wave"), _("State on {date} · by {mediator}"))
    wave = told.wave
    if wave is None:
        yield Words(
            _("Nothing of this wave may be told: it is not closed, or not for this reader.")
        )
        return
    about = said(told.subject, "name") if told.subject else ""
    yield Words(joined(words.name_of(told, wave), about), Tone.STRONG)
    yield Box(tuple(_first(told, wave)))
    yield from section(_("Item by item"), *_items(told, voice, wave))
    yield from section(_("Would they recommend it?"), *_recommended(told, wave))
    yield from section(_("Groups"), *_groups(told, wave))
    yield from section(_("In their words"), *_comments(told, voice, wave))
    yield from section(_("You said, we did"), *_done(told, voice))


def _first(told: Climate, wave: WaveFigures) -> Iterator[Words]:
    """Yield what is said before all else, a sentence each."""
    sentence = _("{facts}.").format(facts=words.answered(wave))
    yield Words(sentence, lead=_("Answers."))
    if told.lines and any(value is not None for value in told.lines[0].values):
        place = next(at for at, each in enumerate(told.waves) if each.key == wave.key)
        yield Words(words.index_sentence(told.lines[0], place), lead=_("Index."))
    yield Words(words.who_sees(wave.threshold), lead=_("Who sees what."))


def _items(told: Climate, voice: Voice, wave: WaveFigures) -> Iterator[Part]:
    """Yield the items with a scale from 1 to 5: the drawing, then the figures."""
    scored = {q.key for q in told.of(QUESTION.name) if q.text("scale") == Scale.RECOMMENDATION}
    asked = [each for each in wave.items if each.key not in scored]
    if not asked:
        return
    head = (
        _("Code"),
        _("Wording"),
        _("Answers"),
        _("Mean"),
        _("95 % interval"),
        _("Favourable"),
        _("Remarks"),
    )
    rows = tuple(_item_row(told, voice, each) for each in asked)
    table = Table((34, 0, 54, 50, 84, 58, 84), rows, head, tight=True)
    shown = [each for each in asked if each.counts]
    if shown:
        yield Drawing(partial(_draw, told, tuple(shown)), table, always=True)
    else:
        yield table
    yield Gap(4)
    yield Words(
        _(
            "Favourable: answers 4 and 5. Two camps: many at either end, which a mean in the "
            "middle would hide. A change is told where at least two more or fewer answered."
        ),
        Tone.SMALL,
    )


def _item_row(told: Climate, voice: Voice, item: Item) -> Row:
    question = words.question_of(told, item.key)
    summary = item.summary
    between = item.interval
    return Row(
        (
            cell(question.text("code"), Tone.DENSE_STRONG),
            voice.words(question, "text", Tone.DENSE, mark=False),
            words.numbers(str(summary.n) if summary else ""),
            words.numbers(words.figure(summary.mean) if summary else ""),
            words.numbers(
                f"{words.figure(between.low)}–{words.figure(between.high)}" if between else ""
            ),
            words.numbers(words.share(summary.favourable) if summary else ""),
            cell(words.item_facts(item) or "–", Tone.DENSE),
        )
    )


def _draw(told: Climate, items: Sequence[Item], room: float, _code: str) -> "tuple[Picture, bool]":
    from entente.briefs.climate_book import bars  # noqa: PLC0415  # ReportLab takes its time

    made = []
    for item in items:
        question = words.question_of(told, item.key)
        mean = words.figure(item.summary.mean) if item.summary else "–"
        made.append(bars.Bar(question.text("code"), question.text("text"), item.counts or (), mean))
    return bars.draw(made, room), False


def _recommended(told: Climate, wave: WaveFigures) -> Iterator[Part]:
    for item in wave.items:
        question = words.question_of(told, item.key)
        if question.text("scale") != Scale.RECOMMENDATION:
            continue
        yield Words(question.text("text"), Tone.STRONG)
        score = item.score
        if score is None:
            yield Words(_("It may not be shown."))
            continue
        yield Words(
            _(
                "{score} ± {margin} on a scale from −100 to +100: {up} would, {between} are "
                "undecided, {down} would not. The true score lies within that margin in 95 "
                "cases out of 100."
            ).format(
                score=words.signed(score.score, 1),
                margin=words.figure(score.margin, 1),
                up=score.promoters,
                between=score.passives,
                down=score.detractors,
            )
        )


def _groups(told: Climate, wave: WaveFigures) -> Iterator[Part]:
    """Yield the groups that may be shown, and the names of the others with the reason."""
    for first in range(0, len(wave.groups), _BESIDE):
        yield _beside(told, wave, wave.groups[first : first + _BESIDE])
    if wave.withheld:
        names = ", ".join(filter(None, (words.group_name(told, key) for key in wave.withheld)))
        if wave.groups:
            yield Gap(8)
        yield Words(
            _(
                "{names}. Each is smaller than {k}, or all in it answered alike, or it could be "
                "used to reckon such a group; which of these is not told."
            ).format(names=names, k=wave.threshold),
            lead=_("Not shown:"),
        )


def _beside(told: Climate, wave: WaveFigures, groups: Sequence[GroupFigures]) -> Table:
    head = (_("Code"), _("All together"), *(words.group_name(told, each.key) for each in groups))

    def numbers(value: float | None) -> Cell:
        return words.numbers("" if value is None else words.figure(value))

    rows = [
        Row(
            (
                cell(_("Answers"), Tone.DENSE_STRONG),
                words.numbers(str(wave.n)),
                *(words.numbers(str(each.n)) for each in groups),
            )
        ),
        Row(
            (
                cell(_("Index"), Tone.DENSE_STRONG),
                numbers(wave.index),
                *(numbers(each.index) for each in groups),
            )
        ),
    ]
    for item in wave.items:
        if item.summary is None or not any(item.key in each.means for each in groups):
            continue
        code = words.question_of(told, item.key).text("code")
        means = (numbers(each.means.get(item.key)) for each in groups)
        rows.append(Row((cell(code, Tone.DENSE), numbers(item.summary.mean), *means)))
    return Table((0, *((76,) * (len(groups) + 1))), tuple(rows), head, tight=True)


def _comments(told: Climate, voice: Voice, wave: WaveFigures) -> Iterator[Part]:
    rows = []
    for each in told.of(VERBATIM.name):
        is_word_for_word = each.datum("text") is not None
        text = said(each, "text" if is_word_for_word else "paraphrase")
        told_as = _("in their own words") if is_word_for_word else _("in other words")
        quoted = _("“{text}”").format(text=text) if is_word_for_word else text
        cause = said(each, "cause")
        rows.append(
            Row(((Words(quoted, Tone.CELL),), cell(cause, Tone.DENSE), cell(told_as, Tone.DENSE)))
        )
    del voice
    if rows:
        head = (_("Comment"), _("Cause of difficulty"), _("How it is told"))
        yield Table((0, 120, 96), tuple(rows), head)
        if any(HIDDEN in said(each, name) for each in told.of(VERBATIM.name) for name in _TOLD):
            sentence = _("{sign} stands for the name of a person.").format(sign=HIDDEN)
            yield Words(sentence, Tone.SMALL)
        if not wave.may_quote:
            yield Words(
                _("Too few answered for anybody to be quoted in their own words."), Tone.SMALL
            )


def _done(told: Climate, voice: Voice) -> tuple[Table, ...]:
    columns = (
        Column(_("You said"), 0, ("said",)),
        Column(_("We did"), 0, ("done",)),
        Column(_("Done on"), 84, ("done_on",)),
    )
    return voice.listing(told.of(ANSWERED.name), columns, 0)
