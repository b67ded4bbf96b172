"""What the sheet of a person supported says: goals, how they rate themselves, what they chose."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from entente.briefs.coaching_of import person_of
from entente.briefs.layout_words import drawn_up
from entente.briefs.parts import (
    Drawing,
    Page,
    Part,
    Row,
    Section,
    Table,
    Tone,
    Words,
    cell,
    section,
)
from entente.briefs.told import Entry, Told
from entente.briefs.voice import LABELS, Column, Voice, joined, label, said
from entente.domain.coaching.figures import adherence, t_score
from entente.domain.coaching.records import (
    COACHING_GOAL,
    COACHING_RATING,
    COACHING_SESSION,
    ELEMENT_LABELS,
    GAS_MAX,
    GOAL_READING,
    MARK_MAX,
    PROGRESS_LABELS,
)
from entente.domain.values import number_text
from entente.i18n import _, language, speaking

if TYPE_CHECKING:
    from entente.briefs.picture import Picture

_SCALE: Final = ("much_less", "less", "hoped", "more", "much_more")
_SHOWN: Final = frozenset({"actor_id", "position", "statement", "horizon", "due_on", *_SCALE})
_CHOSEN: Final = ("observation", "question", "choice", "feedback")
_NONE: Final = "–"


def tell(told: Told) -> Page:
    """Return the sheet, in the language in use."""
    return Page(
        title=_("Sheet of the person supported"),
        parts=tuple(_parts(told, Voice(told))),
        note=_("For the person supported and the mediator alone."),
    )


def _parts(told: Told, voice: Voice) -> Iterator[Part]:
    track = told.subject
    if track is None:
        yield Words(_("Sheet of the person supported"), Tone.TITLE)
        yield Words(_("Nothing of this support is shared with its reader yet."))
        return
    person = person_of(told)
    yield Words(person.name or _("The person supported"), Tone.TITLE, is_name=True)
    line = drawn_up(told.head, _("Support {ref} · {date} · by {mediator}"), ref=track.ref)
    yield Words(joined(line, said(track, "status")), Tone.SUBTITLE)
    purpose = voice.words(track, "purpose", Tone.BODY, mark=False)
    yield from section(_("What the support is for"), *purpose)
    yield from section(_("Goals"), *_goals(told, voice))
    yield from section(_("How I rate myself"), *_ratings(told, voice))
    yield from section(_("Sessions"), *_sessions(told, voice))
    closing = voice.labelled(track, ("closed_on", "closing_person", "closing_result"))
    yield from section(_("Closing"), *closing)


def _goals(told: Told, voice: Voice) -> Iterator[Part]:
    looks = told.of(GOAL_READING.name)
    by_goal: dict[str, list[Entry]] = {}
    for each in sorted(looks, key=lambda entry: str(entry.get("read_on"))):
        by_goal.setdefault(each.links["goal_id"], []).append(each)
    found = sorted(
        told.of(COACHING_GOAL.name),
        key=lambda goal: (goal.get("horizon") == "long", goal.number("position") or 0),
    )
    if by_goal:
        yield Words(_together([rows for rows in by_goal.values() if rows]))
    for number, goal in enumerate(found, 1):
        title = _("{number}. {heading}").format(number=number, heading=goal.text("statement"))
        due = _("by {day}").format(day=said(goal, "due_on")) if goal.datum("due_on") else ""
        when = Words(joined(said(goal, "horizon"), due), Tone.SMALL)
        rows = by_goal.get(goal.key, [])
        tables = (*_scale(goal, rows), *_looks(rows, voice))
        rest = voice.rest(goal, _SHOWN)
        yield Section(title, (when, *rest, *tables), 2)


def _together(goals: Sequence[Sequence[Entry]]) -> str:
    firsts = [int(rows[0].number("score") or 0) for rows in goals]
    lasts = [int(rows[-1].number("score") or 0) for rows in goals]
    told = _("All goals together: T = {first} at first, {last} now. 50 is what was hoped for.")
    return told.format(first=_decimal(t_score(firsts)), last=_decimal(t_score(lasts)))


def _decimal(value: float | None) -> str:
    return number_text(round(value or 0, 1), language())


def _signed(score: int | None) -> str:
    if score is None:
        return _NONE
    return f"+{score}" if score > 0 else str(score).replace("-", "−")


def _scale(goal: Entry, looks: Sequence[Entry]) -> tuple[Table, ...]:
    """Return the five steps in the person's words, the one it has come to in bold."""
    last = int(looks[-1].number("score") or 0) if looks else None
    rows = []
    for place, name in enumerate(_SCALE):
        score = place - GAS_MAX
        tone = Tone.STRONG if score == last else Tone.CELL
        mark = "●" if score == last else ""
        rows.append(
            Row((cell(mark or " "), cell(_signed(score), tone), cell(goal.text(name), tone)))
        )
    return (Table((20, 34, 0), tuple(rows), tight=True),)


def _looks(rows: Sequence[Entry], voice: Voice) -> tuple[Table, ...]:
    columns = (
        Column(_("Date"), 100, ("read_on",)),
        Column(_("Attainment"), 70, ("score",), lambda each: cell(_signed(_mark(each, "score")))),
        Column(_("Observed fact"), 0, ("fact",)),
    )
    return voice.listing(rows, columns, 2, keeps=None, also=("actor_id",))


def _ratings(told: Told, voice: Voice) -> Iterator[Part]:
    rated = sorted(told.of(COACHING_RATING.name), key=lambda entry: str(entry.get("rated_on")))
    if not rated:
        return
    ends = (rated[0], rated[-1]) if len(rated) > 1 else (rated[-1],)
    heads = (_("From 1 to 5"), *(said(each, "rated_on") for each in ends))
    marks = {**ELEMENT_LABELS, **PROGRESS_LABELS}
    rows = tuple(
        Row((cell(_(words)), *(cell(_mark_words(each, name)) for each in ends)))
        for name, words in marks.items()
    )
    table = Table((0, *(110.0 for _each in ends)), rows, heads, tight=True)
    shapes = [[_mark(each, name) for name in ELEMENT_LABELS] for each in ends[::-1]]

    def draw(room: float, code: str) -> "tuple[Picture, bool]":
        from entente.briefs import radar  # noqa: PLC0415  # ReportLab takes its time

        with speaking(code):
            net = radar.Net([_(words) for words in ELEMENT_LABELS.values()], MARK_MAX)
        return radar.draw(net, shapes, room), True

    yield Drawing(draw, table, always=True)
    if len(ends) > 1:
        told_days = _("Filled: {last}. Dashed: {first}.")
        days = told_days.format(first=said(rated[0], "rated_on"), last=said(rated[-1], "rated_on"))
        yield Words(days, Tone.SMALL)
    for each in rated:
        yield from voice.words(each, "words", Tone.BODY, lead=said(each, "rated_on"))


def _mark(entry: Entry, name: str) -> int | None:
    found = entry.number(name)
    return None if found is None else int(found)


def _mark_words(entry: Entry, name: str) -> str:
    found = _mark(entry, name)
    return _NONE if found is None else str(found)


def _sessions(told: Told, voice: Voice) -> Iterator[Part]:
    met = sorted(told.of(COACHING_SESSION.name), key=lambda entry: str(entry.get("held_on")))
    kept = adherence(each.text("presence") for each in met)
    if kept.due:
        words = _("{held} of {count} sessions due were held.")
        yield Words(words.format(held=kept.held, count=kept.due))
    for each in met:
        rows = tuple(
            Row((label(COACHING_SESSION.name, name), voice.words(each, name)))
            for name in _CHOSEN
            if each.datum(name)
        )
        title = joined(said(each, "held_on"), said(each, "presence"))
        if rows:
            yield Section(title, (Table((LABELS, 0), rows),), 2)
        else:
            yield Words(title, Tone.MUTED)
