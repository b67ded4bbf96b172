"""How the ten causes are said."""

from entente.domain.ten_causes import CAUSE_LABELS, WEIGHT_MIN, TenCause
from entente.i18n import _


def cause_words(cause: TenCause, weight: int = WEIGHT_MIN) -> str:
    """Return number and name of a cause, and how much it weighs where that is more than least."""
    words = f"{cause.number} · {_(CAUSE_LABELS[cause])}"
    return words if weight == WEIGHT_MIN else f"{words} × {weight}"
