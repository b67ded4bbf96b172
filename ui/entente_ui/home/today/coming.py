"""What comes in the next days, and what people answer now."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from entente.i18n import N_, _, ngettext
from entente_ui import formats
from entente_ui.home.today.rows import ActionRow
from entente_ui.look.icons import IconName

if TYPE_CHECKING:
    from entente.services.on_site import Dated

_SHOWN: Final = 8
#: Of each kind its icon, and what is to be done with it.
_KINDS: Final[Mapping[str, tuple[IconName, str]]] = {
    "mediation_session": (IconName.HEART_HANDSHAKE, N_("Session of mediation")),
    "coaching_session": (IconName.USER_CIRCLE, N_("Session of support")),
    "interaction": (IconName.MESSAGES, N_("Meeting")),
    "commitment": (IconName.HEART_HANDSHAKE, N_("Commitment due")),
    "decision": (IconName.SQUARE_CHECK, N_("Decision to carry out")),
    "sprint": (IconName.LAYOUT_KANBAN, N_("End of the sprint")),
    "wave": (IconName.ACTIVITY, N_("Wave to open")),
    "risk": (IconName.FLAG, N_("Risk to review")),
    "cooperation_convention": (IconName.FILE_TEXT, N_("Convention that expires")),
    "arrangement": (IconName.AFFILIATE, N_("Review of relations")),
}


def coming_rows(
    ahead: "Sequence[Dated]", today: dt.date, reveal: Callable[[str, str], None]
) -> list[QWidget]:
    """Return a row for each thing that comes, the nearest first."""
    return [_row(each, today, reveal) for each in ahead[:_SHOWN]]


def wave_rows(waves: "Sequence[Dated]", reveal: Callable[[str, str], None]) -> list[QWidget]:
    """Return a row for each wave that people answer now."""
    return [
        ActionRow(
            IconName.ACTIVITY,
            _("{wave} is open").format(wave=f"{each.ref} {each.title}"),
            partial(reveal, each.kind, each.key),
            detail=_("Open since {date}: people can answer until you close it.").format(
                date=formats.long_date(each.day)
            ),
            role="info",
        )
        for each in waves
    ]


def near_words(day: dt.date | None, today: dt.date) -> str:
    """Return how far a day is off, as it is said of something to do."""
    if day is None:
        return _("no date")
    days = (day - today).days
    if days < 0:
        return ngettext("{count} day late", "{count} days late", -days).format(count=-days)
    if days == 0:
        return _("today")
    if days == 1:
        return _("tomorrow")
    return formats.near_date(day, today)


def _row(each: "Dated", today: dt.date, reveal: Callable[[str, str], None]) -> QWidget:
    icon, words = _KINDS[each.kind]
    said = _(words)
    named = " ".join(part for part in (each.ref, each.title) if part)
    at = ", ".join(part for part in (said, each.at) if part)
    return ActionRow(
        icon,
        named or said,
        partial(reveal, each.kind, each.key),
        detail=at if named else " ",
        hint=near_words(each.day, today),
        role="critical" if each.day < today else "muted",
    )
