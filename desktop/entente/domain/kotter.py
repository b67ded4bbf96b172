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

#: The phases of a change, and the steps of each.
KOTTER_PHASES: Final[Mapping[str, tuple[str, ...]]] = {
    "prepare": ("urgency", "coalition", "vision"),
    "engage": ("communicate", "empower"),
    "realise": ("wins", "consolidate"),
    "anchor": ("anchor",),
}
PHASE_LABELS: Final[Mapping[str, str]] = {
    "prepare": N_("Prepare"),
    "engage": N_("Engage"),
    "realise": N_("Carry out"),
    "anchor": N_("Anchor"),
}
