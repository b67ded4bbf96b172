"""Words for what is found, in the language in use."""

from typing import Final

from entente.domain.matchmaking import Gap, Match
from entente.i18n import N_, _, ngettext
from entente.services.matchmaking import Meeting
from entente_ui.formats import decimal, labelled, long_date, number

_GAPS: Final = {
    Gap.BROKEN: N_("broken relation"),
    Gap.STRAINED: N_("strained relation"),
    Gap.ABSENT: N_("no relation yet"),
    Gap.NEUTRAL: N_("relation still to be built"),
}
_HOUR: Final = 60


def score_words(match: Match) -> str:
    """Return the score with its three parts: `80 = 4 (broken relation) × 4 (…) × 5 (…)`."""
    common = ngettext("{count} reason to meet", "{count} reasons to meet", len(match.grounds))
    return _(
        "{score} = {gap} ({gap_words}) × {ground} ({ground_words}) × {need} (dependence)"
    ).format(
        score=number(match.score),
        gap=number(match.gap_points),
        gap_words=_(_GAPS[match.gap]) if match.gap else "",
        ground=number(match.ground_points),
        ground_words=common.format(count=number(len(match.grounds))),
        need=number(match.need_points),
    )


def circumstances(meeting: Meeting) -> str:
    """Return what else is known of two who should meet, in one line."""
    parts = []
    if meeting.need:
        parts.append(labelled(_("One needs from the other"), meeting.need))
    if meeting.difficulties:
        parts.append(labelled(_("Under way together"), ", ".join(meeting.difficulties)))
    if meeting.last_met:
        parts.append(labelled(_("Last seen together"), long_date(meeting.last_met)))
    return " · ".join(parts)


def duration(minutes: float) -> str:
    """Return minutes as people say them: `45 min`, `2.5 h`."""
    if minutes < 2 * _HOUR:
        return _("{count} min").format(count=number(round(minutes)))
    return _("{count} h").format(count=decimal(minutes / _HOUR, 1))
