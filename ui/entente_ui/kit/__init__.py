"""Widgets every pane is built from. Their words are plain text, whoever wrote them."""

from entente_ui.kit.badge import CampMark, LevelMark, Pill, camp_letter, level_word
from entente_ui.kit.button import (
    Button,
    DangerButton,
    IconButton,
    LinkButton,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
)
from entente_ui.kit.card import Card, Panel
from entente_ui.kit.empty import Drawing, EmptyState
from entente_ui.kit.label import ElidedLabel, PlainLabel, set_look, tooltip, tooltip_html
from entente_ui.kit.popover import Popover, ask_beside
from entente_ui.kit.spacing import sized, spaced
from entente_ui.kit.toast import Toast, Toaster

__all__ = [
    "Button",
    "CampMark",
    "Card",
    "DangerButton",
    "Drawing",
    "ElidedLabel",
    "EmptyState",
    "IconButton",
    "LevelMark",
    "LinkButton",
    "Panel",
    "Pill",
    "PlainLabel",
    "Popover",
    "PrimaryButton",
    "QuietButton",
    "SecondaryButton",
    "Toast",
    "Toaster",
    "ask_beside",
    "camp_letter",
    "level_word",
    "set_look",
    "sized",
    "spaced",
    "tooltip",
    "tooltip_html",
]
