"""The eight steps of leading change (Kotter, *Leading Change*, 1996)."""

from collections.abc import Mapping
from typing import Final

from entente.i18n import N_

KOTTER_LABELS: Final[Mapping[str, str]] = {
    "urgency": N_("1 · sense of urgency"),
    "coalition": N_("2 · guiding coalition"),
    "vision": N_("3 · vision and strategy"),
    "communicate": N_("4 · communicate the vision"),
    "empower": N_("5 · remove obstacles"),
    "wins": N_("6 · short-term wins"),
    "consolidate": N_("7 · consolidate"),
    "anchor": N_("8 · anchor"),
}
