"""What a steering committee reads on one page: each register in a line or two."""

from collections.abc import Iterator, Mapping
from typing import Final

from entente.briefs.climate_book import words as climate_words
from entente.briefs.dates import long_date
from entente.briefs.follow_up_words import commitment_words, decision_words
from entente.briefs.layout_words import headed
from entente.briefs.parts import Gap, Page, Part, Row, Table, Tone, Words, cell
from entente.briefs.risk_book.book import Book, number, percent
from entente.briefs.state import difficulties
from entente.briefs.state.values import Coming, State
from entente.briefs.voice import LABELS, joined, said
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.climate.survey import AXIS_LABELS
from entente.domain.cooperation.factors import FACTOR_LABELS, FACTOR_MAX
from entente.domain.follow_up import COMMITMENT, DECISION
from entente.domain.sprint import SPRINT
from entente.domain.text import shorten
from entente.i18n import N_, _, language, ngettext
from entente.services.impact_words import whole_words
from entente.services.risk_figures import now

#: Most characters of somebody's text on a page that must stay one.
_TITLE: Final = 90
_NAME: Final = 40
_RISKS: Final = 3
_WEAKEST: Final = 2
#: What each day to come is for.
_COMING: Final[Mapping[str, str]] = {
    "mediation_session": N_("Session of mediation"),
    "interaction": N_("Meeting"),
    "decision": N_("Decision to carry out"),
    "sprint": N_("End of the sprint"),
    "wave": N_("Wave to open"),
    "risk": N_("Risk to review"),
    "cooperation_convention": N_("Convention that expires"),
    "arrangement": N_("Review of relations"),
}


def tell(told: State) -> Page:
    """Return the page, in the language in use."""
    return Page(title=_("State of the mission"), parts=tuple(_parts(told)))


def _parts(told: State) -> Iterator[Part]:
    yield from headed(told.head, _("State of the mission"), _("State on {date} · by {mediator}"))
    registers = (
        (_("Climate"), _climate(told)),
        (_("Difficulties"), difficulties.lines(told, _TITLE)),
        (_("Highest risks"), _risks(told)),
        (_(COMMITMENT.plural), _commitments(told)),
        (_(DECISION.plural), _decisions(told)),
        (_(SPRINT.label), _sprint(told)),
        (_("Cooperation"), _cooperation(told)),
        (_("Change"), _change(told)),
        (_("Next dates"), _coming(told)),
    )
    rows = []
    for title, lines in registers:
        content = tuple(lines) or cell(_("Nothing is known of it yet."), Tone.MUTED)
        rows.append(Row(((Words(title, Tone.STRONG),), content)))
    yield Gap(6)
    yield Table((LABELS, 0), tuple(rows))
    yield Gap(4)
    yield Words(_("Every figure counts only what this reader may know."), Tone.SMALL)


def _line(text: str, lead: str = "") -> Words:
    return Words(text, Tone.CELL, lead)


def _climate(told: State) -> Iterator[Words]:
    """Yield the index of the last wave, and where it is going."""
    climate = told.climate
    if climate is None or not climate.lines:
        return
    line, wave = climate.lines[0], climate.waves[-1]
    name = shorten(climate_words.name_of(climate, wave), _NAME)
    lead = _("{wave} ({date}).").format(wave=name, date=long_date(wave.day, language()))
    yield _line(climate_words.index_sentence(line, len(climate.waves) - 1), lead)
    if trend := climate_words.trend_words(line):
        text = ngettext(
            "Over {count} wave, {trend}.", "Over {count} waves, {trend}.", len(climate.waves)
        )
        yield _line(text.format(count=len(climate.waves), trend=trend))
    elif line.trend is not None and line.limits is not None:
        yield _line(_("Neither a rise nor a fall can be told from chance."))


def _risks(told: State) -> Iterator[Words]:
    """Yield the threats that rank highest as they are today."""
    book = Book(told)
    views = [view for view in book.views.values() if view.is_threat and not view.is_past]
    rated = [view for view in views if now(view).score is not None]
    rated.sort(key=lambda view: -(now(view).score or 0))
    for view in rated[:_RISKS]:
        level = "".join(words.text for words in book.chip(now(view)))
        event = shorten(view.event, _TITLE)
        yield _line(_("{event} ({level})").format(event=event, level=level), lead=view.ref)
    if views and not rated:
        yield _line(_("No risk was rated yet."))


def _commitments(told: State) -> Iterator[Words]:
    figures = told.promised
    if figures is None or not (figures.kept or figures.broken or figures.open or figures.dropped):
        return
    yield _line(commitment_words(figures))
    if figures.overdue:
        late = len(figures.overdue)
        text = ngettext(
            "{count} is past its date, the oldest by {days} d.",
            "{count} are past their dates, the oldest by {days} d.",
            late,
        )
        yield _line(text.format(count=late, days=figures.overdue[0].days))


def _decisions(told: State) -> Iterator[Words]:
    if told.decided is not None:
        yield _line(decision_words(told.decided))


def _sprint(told: State) -> Iterator[Words]:
    """Yield how far the sprint to work on has come."""
    sprint, totals = told.subject, told.totals
    if sprint is None or totals is None:
        return
    name = shorten(joined(sprint.ref, said(sprint, "name")), _TITLE)
    first, last = said(sprint, "starts_on"), said(sprint, "ends_on")
    lead = _("{name} · {first} – {last}").format(name=name, first=first, last=last)
    yield Words(lead, Tone.CELL)
    done, planned = _rounded(totals.done), _rounded(totals.planned)
    if not told.days_left:
        yield _line(_("{done} of {planned} half-days done.").format(done=done, planned=planned))
        return
    text = ngettext(
        "{done} of {planned} half-days done, {count} working day left.",
        "{done} of {planned} half-days done, {count} working days left.",
        told.days_left,
    )
    yield _line(text.format(done=done, planned=planned, count=told.days_left))


def _cooperation(told: State) -> Iterator[Words]:
    """Yield the factors that are weakest on the mean, and whoever is judged is not named."""
    known = {name: mean for name, mean in told.factors.items() if mean is not None}
    if not known:
        return
    weakest = sorted(known, key=lambda name: known[name])[:_WEAKEST]
    named = [
        _("{factor} {mean} of {most}").format(
            factor=_(FACTOR_LABELS[name]), mean=_rounded(known[name]), most=FACTOR_MAX
        )
        for name in weakest
    ]
    yield _line(joined(*named), lead=_("Weakest:"))


def _change(told: State) -> Iterator[Words]:
    if told.change is not None and told.change.size is not None:
        yield _line(whole_words(told.change))
    asked = {name: rate for name, rate in told.icap.items() if rate is not None}
    named = [f"{_(AXIS_LABELS[name])} {percent(round(rate, 2))}" for name, rate in asked.items()]
    if named:
        yield _line(joined(*named), lead=_("Favourable answers:"))


def _coming(told: State) -> Iterator[Words]:
    for each in told.coming:
        late = _("overdue") if each.day < told.head.on else ""
        lead = _("{day}.").format(day=long_date(each.day, language()))
        yield _line(joined(_(_COMING[each.kind]), _named(told, each), late), lead)


def _named(told: State, coming: Coming) -> str:
    """Return what the record is called that a day is spoken of for."""
    entry = next((each for each in told.of(coming.kind) if each.key == coming.key), None)
    if entry is None:
        return ""
    title = RECORD_TYPES[coming.kind].title
    name = said(entry, title) if entry.text(title) else ""
    return shorten(" ".join(filter(None, (entry.ref, name))), _TITLE)


def _rounded(value: float) -> str:
    return number(round(value, 1))
