"""Widgets every pane is built from. Their words are plain text, whoever wrote them."""

from entente_ui.kit.action import make_action, make_switch
from entente_ui.kit.asking import ask_beside, ask_day_beside
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
from entente_ui.kit.date_field import DateField, make_calendar, pop_calendar
from entente_ui.kit.dialog import Answer, MessageDialog, ask, choose, tell
from entente_ui.kit.empty import Drawing, EmptyState
from entente_ui.kit.field import NumberField
from entente_ui.kit.flow import FlowLayout
from entente_ui.kit.headline import headline
from entente_ui.kit.label import ElidedLabel, PlainLabel, set_look, tooltip, tooltip_html, with_keys
from entente_ui.kit.menu import Menu
from entente_ui.kit.one_line import OneLine
from entente_ui.kit.painted_choice import NOWHERE, PaintedChoice
from entente_ui.kit.popover import Popover
from entente_ui.kit.progress import ProgressStrip
from entente_ui.kit.scroll import ScrollArea, keep_bar
from entente_ui.kit.search import SearchField
from entente_ui.kit.section import Section
from entente_ui.kit.segments import RatingSegments, Segments, WrappingSegments
from entente_ui.kit.spacing import sized, spaced
from entente_ui.kit.tabbing import tab_order
from entente_ui.kit.table import dress_list, dress_table, select_rows
from entente_ui.kit.toast import Toast, Toaster
from entente_ui.kit.wheel import WheelGuard

__all__ = [
    "NOWHERE",
    "Answer",
    "Button",
    "CampMark",
    "Card",
    "DangerButton",
    "DateField",
    "Drawing",
    "ElidedLabel",
    "EmptyState",
    "FlowLayout",
    "IconButton",
    "LevelMark",
    "LinkButton",
    "Menu",
    "MessageDialog",
    "NumberField",
    "OneLine",
    "PaintedChoice",
    "Panel",
    "Pill",
    "PlainLabel",
    "Popover",
    "PrimaryButton",
    "ProgressStrip",
    "QuietButton",
    "RatingSegments",
    "ScrollArea",
    "SearchField",
    "SecondaryButton",
    "Section",
    "Segments",
    "Toast",
    "Toaster",
    "WheelGuard",
    "WrappingSegments",
    "ask",
    "ask_beside",
    "ask_day_beside",
    "camp_letter",
    "choose",
    "dress_list",
    "dress_table",
    "headline",
    "keep_bar",
    "level_word",
    "make_action",
    "make_calendar",
    "make_switch",
    "pop_calendar",
    "select_rows",
    "set_look",
    "sized",
    "spaced",
    "tab_order",
    "tell",
    "tooltip",
    "tooltip_html",
    "with_keys",
]
