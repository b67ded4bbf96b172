"""What is new since one was last there, and what is worth noting as a weak signal."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from entente.domain.catalogue import RECORD_TYPES
from entente.domain.values import show
from entente.i18n import _, ngettext
from entente_ui import formats
from entente_ui.home.today.data import News
from entente_ui.home.today.rows import ActionRow
from entente_ui.look.icons import IconName

if TYPE_CHECKING:
    from entente.services.changes_since import Change
    from entente.services.on_site import Dated

_FRESH: Final = 5
_SCORES: Final = 4
_SHOWN: Final = 3
_ICONS: Final[Mapping[str, IconName]] = {
    "difficulty": IconName.ALERT_TRIANGLE,
    "risk": IconName.FLAG,
    "decision": IconName.SQUARE_CHECK,
    "commitment": IconName.HEART_HANDSHAKE,
    "wave": IconName.ACTIVITY,
}


def signal_rows(news: News, go: Callable[[str], None]) -> list[QWidget]:
    """Return what is worth noting: what was not done, and what the climate says."""
    rows: list[QWidget] = []
    if news.signals:
        words = ngettext(
            "{count} weak signal to note", "{count} weak signals to note", len(news.signals)
        )
        told = (f"{each.ref} {each.title}" for each in news.signals[:_SHOWN])
        rows.append(
            ActionRow(
                IconName.BELL,
                words.format(count=len(news.signals)),
                partial(go, "difficulties"),
                detail=", ".join(told),
                role="caution",
            )
        )
    if news.weak:
        words = ngettext(
            "{count} signal of the climate", "{count} signals of the climate", len(news.weak)
        )
        rows.append(
            ActionRow(
                IconName.BELL,
                words.format(count=len(news.weak)),
                partial(go, "climate"),
                detail=" ".join(each.sentence for each in news.weak[:_SHOWN]),
                role="caution",
            )
        )
    return rows


def since_rows(news: News, reveal: Callable[[str, str], None]) -> list[QWidget]:
    """Return what is new: records first, then scores that are not what they were."""
    rows: list[QWidget] = [_fresh_row(each, reveal) for each in news.since.fresh[:_FRESH]]
    return rows + [_score_row(each, reveal) for each in news.since.scores[:_SCORES]]


def since_title(news: News) -> str:
    """Return what these are called: since which day."""
    day = news.since.day
    return _("Since your visit of {date}").format(date=formats.long_date(day)) if day else ""


def _fresh_row(each: "Dated", reveal: Callable[[str, str], None]) -> QWidget:
    return ActionRow(
        _ICONS[each.kind],
        f"{each.ref} {each.title}".strip(),
        partial(reveal, each.kind, each.key),
        detail=_(RECORD_TYPES[each.kind].label),
        hint=formats.day_month(each.day),
    )


def _score_row(each: "Change", reveal: Callable[[str, str], None]) -> QWidget:
    field = RECORD_TYPES[each.kind].field(each.field)
    before, after = (show(field, value) or "–" for value in (each.before, each.after))
    said = formats.labelled(_(field.label), f"{before} → {after}")
    return ActionRow(
        IconName.USERS,
        each.name,
        partial(reveal, each.kind, each.id),
        detail=" · ".join(part for part in (said, each.fact) if part),
        hint=formats.day_month(each.dated_on),
    )
