"""What was decided, promised or to be looked at again, and is overdue."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from entente.i18n import ngettext
from entente_ui.home.today.rows import ActionRow
from entente_ui.look.icons import IconName

if TYPE_CHECKING:
    from entente.services.follow_up_figures import Late
    from entente.services.risks import RiskView

_SHOWN: Final = 5


def late_rows(late: "Sequence[Late]", reveal: Callable[[str, str], None]) -> list[QWidget]:
    """Return a row for the decisions that are overdue, and one for the commitments."""
    rows: list[QWidget] = []
    for kind in ("decision", "commitment"):
        found = [each for each in late if each.kind == kind]
        if found:
            rows.append(
                ActionRow(
                    IconName.CLOCK,
                    _late_words(kind, len(found)),
                    partial(reveal, kind, found[0].key),
                    detail=", ".join(f"{each.ref} {each.title}" for each in found[:_SHOWN]),
                    role="critical",
                )
            )
    return rows


def review_rows(reviews: "Sequence[RiskView]", reveal: Callable[[str, str], None]) -> list[QWidget]:
    """Return a row for the risks whose review is past."""
    if not reviews:
        return []
    words = ngettext(
        "{count} risk review is overdue", "{count} risk reviews are overdue", len(reviews)
    )
    return [
        ActionRow(
            IconName.CLOCK,
            words.format(count=len(reviews)),
            partial(reveal, "risk", reviews[0].id),
            detail=", ".join(f"{each.ref} {each.event}" for each in reviews[:_SHOWN]),
            role="critical",
        )
    ]


def _late_words(kind: str, count: int) -> str:
    if kind == "decision":
        words = ngettext("{count} decision is overdue", "{count} decisions are overdue", count)
    else:
        words = ngettext("{count} commitment is overdue", "{count} commitments are overdue", count)
    return words.format(count=count)
