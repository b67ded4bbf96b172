"""Sets a meeting sheet on paper: to be read beforehand, and filled in by hand afterwards."""

from functools import partial
from typing import Final

from reportlab.platypus import Flowable, Spacer

from entente.briefs import text
from entente.briefs import type as typeface
from entente.briefs.dates import long_date
from entente.briefs.layout import closing, document
from entente.briefs.layout_words import by_mediator
from entente.briefs.meeting.agenda import SIGNS, Point, agenda
from entente.briefs.meeting.values import Guest, MeetingSheet
from entente.briefs.page import BODY_WIDTH, section
from entente.briefs.production import Report, unheard
from entente.briefs.tables import COLUMN_GAP, Block, Cell, Plain, Row, RuledTable, cell
from entente.briefs.type import ACCENT, ACCENT_TINT
from entente.domain.matchmaking import Gap, GroundKind
from entente.domain.relation import CONNECTION_LABELS
from entente.i18n import N_, _, language, ngettext
from entente.services import meeting_words

_LABELS: Final = 132
_MINUTES: Final = 62
_DATES: Final = 104
_BOX: Final = 24
#: Height left to write in by hand.
_ROOM: Final = 13.0

_GAPS: Final = {
    Gap.BROKEN: N_("broken relation"),
    Gap.STRAINED: N_("strained relation"),
    Gap.ABSENT: N_("no relation yet"),
    Gap.NEUTRAL: N_("relation still to be built"),
}
_GROUNDS: Final = {
    GroundKind.CAUSE: N_("Common cause"),
    GroundKind.FOR: N_("Both want"),
    GroundKind.AGAINST: N_("Both are reserved about"),
    GroundKind.APART: N_("They see differently"),
}


def render(meeting: MeetingSheet, language: str, report: Report = unheard) -> bytes:
    """Return a sheet as a PDF file; equal sheets give equal bytes.

    Args:
        meeting: What to show.
        language: `fr` or `en`, whatever the screen speaks.
        report: Told the percentage done; what it raises ends the work.
    """
    return document(
        meeting.head, language, partial(_title, meeting), partial(story, meeting), report
    )


def _title(meeting: MeetingSheet) -> str:
    refs = f"{meeting.first.ref} · {meeting.second.ref}"
    return _("Meeting sheet {refs}").format(refs=refs)


def story(meeting: MeetingSheet) -> list[Flowable]:
    """Return the text of a sheet, in the language in use."""
    return [
        *_opening(meeting),
        *_guests(meeting),
        *_shared(meeting),
        *_facts(meeting),
        *_agenda(meeting),
        *_signs(meeting),
        *_follow_up(meeting),
        *closing(meeting.shown_texts()),
    ]


def _opening(meeting: MeetingSheet) -> list[Flowable]:
    return [
        text.phrase(
            _("Meeting: {first} and {second}"),
            typeface.title(),
            first=meeting.first.name,
            second=meeting.second.name,
        ),
        text.phrase(
            _("Meeting sheet · state on {date} · by {mediator}"),
            typeface.subtitle(),
            date=long_date(meeting.head.on, language()),
            mediator=by_mediator(meeting.head),
        ),
        Spacer(0, 10),
        RuledTable([BODY_WIDTH], [_why(meeting)]),
    ]


def _why(meeting: MeetingSheet) -> Row:
    say = meeting_words.reason if meeting.for_mediator else meeting_words.invitation
    names = (meeting.first.name, meeting.second.name)
    words = say(meeting.match, *names, meeting.shared)
    inside: list[Flowable] = [*text.paragraphs(words, typeface.body(), lead=_("Why this meeting."))]
    if meeting.for_mediator and meeting.match.score:
        inside.append(text.line(_score(meeting), typeface.small()))
    return Row((Block(inside),), edge=ACCENT, tint=ACCENT_TINT, pad=8, ruled=False)


def _score(meeting: MeetingSheet) -> str:
    match = meeting.match
    count = len(match.grounds)
    common = ngettext("{count} reason to meet", "{count} reasons to meet", count)
    said = _(
        "Score {score} = {gap} ({gap_words}) × {ground} ({ground_words}) × {need} (dependence)"
    )
    return said.format(
        score=match.score,
        gap=match.gap_points,
        gap_words=_(_GAPS[match.gap]) if match.gap else "",
        ground=match.ground_points,
        ground_words=common.format(count=count),
        need=match.need_points,
    )


def _guests(meeting: MeetingSheet) -> list[Flowable]:
    half = BODY_WIDTH / 2
    row = Row(tuple(_guest(guest) for guest in (meeting.first, meeting.second)))
    return [Spacer(0, 8), RuledTable([half, half], [row])]


def _guest(guest: Guest) -> Cell:
    ref = guest.ref if guest.ref != guest.name else ""
    about = " · ".join(part for part in (guest.role, guest.home, ref) if part)
    name = text.line(guest.name, typeface.cell_head())
    return Block([name, text.line(about, typeface.small())] if about else [name])


def _shared(meeting: MeetingSheet) -> list[Flowable]:
    lines = [
        (_(label), "\n".join(each.name for each in meeting.shared if each.kind is kind))
        for kind, label in _GROUNDS.items()
        if any(each.kind is kind for each in meeting.shared)
    ]
    if meeting.need:
        lines.append((_("One needs from the other"), meeting.need))
    lines += [
        (_("Under way together"), " · ".join(part for part in (each.ref, each.title) if part))
        for each in meeting.difficulties
    ]
    if meeting.last_met:
        lines.append((_("Last seen together"), long_date(meeting.last_met, language())))
    rows = [_labelled(label, words) for label, words in lines]
    body = [RuledTable((_LABELS, BODY_WIDTH - _LABELS), rows)] if rows else []
    return section(_("What they share"), body)


def _labelled(label: str, words: str) -> Row:
    width = BODY_WIDTH - _LABELS
    return Row(
        (
            cell(label, typeface.cell_muted(), _LABELS - COLUMN_GAP),
            cell(words, typeface.cell(), width),
        )
    )


def _facts(meeting: MeetingSheet) -> list[Flowable]:
    rows = [
        Row(
            (
                cell(long_date(fact.dated_on, language()), typeface.cell_muted(), _DATES),
                cell(fact.words, typeface.cell(), BODY_WIDTH - _DATES),
            )
        )
        for fact in meeting.facts
    ]
    body = [RuledTable((_DATES, BODY_WIDTH - _DATES), rows)] if rows else []
    return section(_("What was seen between them"), body)


def _agenda(meeting: MeetingSheet) -> list[Flowable]:
    points = agenda(meeting)
    whole = sum(point.minutes for point in points)
    head = Row(
        (
            Plain(text.drawable(_("Time")), typeface.cell_head()),
            Plain(text.drawable(_("What happens")), typeface.cell_head()),
        )
    )
    title = _("Agenda for two: {minutes} minutes").format(minutes=whole)
    rows = [_point(point) for point in points]
    return section(title, [RuledTable((_MINUTES, BODY_WIDTH - _MINUTES), rows, head)])


def _point(point: Point) -> Row:
    minutes = _("{count} min").format(count=point.minutes)
    name = text.line(point.title, typeface.cell_head())
    words = text.paragraphs(point.words, typeface.cell())
    return Row((cell(minutes, typeface.cell(), _MINUTES), Block([name, *words])))


def _signs(meeting: MeetingSheet) -> list[Flowable]:
    """Return what the mediator looks out for: acts, never persons."""
    if not meeting.for_mediator:
        return []
    rows = [_ticked(_(sign)) for sign in SIGNS]
    before = meeting.connection
    if before is not None:
        said = _("Connection before: {step} ({words}). After: 0 · 1 · 2 · 3 · 4 · 5 · 6")
        rows.append(_ticked(said.format(step=before, words=_(CONNECTION_LABELS[before]))))
    return section(_("What to observe"), [RuledTable((_BOX, BODY_WIDTH - _BOX), rows)])


def _ticked(words: str) -> Row:
    return Row((Plain("☐", typeface.cell()), cell(words, typeface.cell(), BODY_WIDTH - _BOX)))


def _follow_up(meeting: MeetingSheet) -> list[Flowable]:
    widths = (BODY_WIDTH - 240, 130, 110)
    head = Row(
        tuple(
            Plain(text.drawable(title), typeface.cell_head())
            for title in (_("First steps agreed"), _("Who"), _("Before"))
        )
    )
    blank = Row(tuple(Plain("", typeface.cell()) for _width in widths), pad=_ROOM)
    body: list[Flowable] = [RuledTable(widths, [blank, blank], head), Spacer(0, 6)]
    said = [_("We speak again on ………………………………, for twenty minutes.")]
    if meeting.for_mediator:
        said.append(_("The same day: note the meeting in the log, and rate the connection anew."))
    for words in said:
        body += text.paragraphs(words, typeface.body())
    return section(_("What follows"), body)
