"""The values everything on screen is drawn with; no colour is written anywhere else."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Final


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme, as `#RRGGBB`.

    Attributes:
        window: Behind everything.
        surface: Content of panes, cards, the inspector.
        raised: The rail, the status bar, the lanes of a board.
        field: Inside of what can be typed into.
        border: Lines. `edge` is the stronger line of a control that must be found.
        text, muted, faint: Three weights of words.
        accent: The one main action, the selection, the focus ring; `on_accent` on it.
        accent_soft: A selected row, the active entry of the rail, a favourable cell.
        hover, pressed: A quiet control under the pointer, and pushed.
        accent_hover, accent_pressed: The same for the main action.
        good, caution, critical, info: States, always beside a word or an icon.
        private, caucus: Confidentiality.
        toast, on_toast, toast_accent: The message that floats, reversed to stand out.
        shadow: What floating things cast.
    """

    window: str
    surface: str
    raised: str
    field: str
    border: str
    edge: str
    text: str
    muted: str
    faint: str
    accent: str
    on_accent: str
    accent_soft: str
    hover: str
    pressed: str
    accent_hover: str
    accent_pressed: str
    good: str
    caution: str
    critical: str
    info: str
    private: str
    caucus: str
    good_soft: str
    caution_soft: str
    critical_soft: str
    info_soft: str
    private_soft: str
    caucus_soft: str
    toast: str
    on_toast: str
    toast_accent: str
    shadow: str


LIGHT: Final = Palette(
    window="#F6F4EF",
    surface="#FFFFFF",
    raised="#EFECE5",
    field="#FBFAF7",
    border="#D8D3C8",
    edge="#8A8F90",
    text="#20262B",
    muted="#555E66",
    faint="#5F6870",
    accent="#0F6A70",
    on_accent="#FFFFFF",
    accent_soft="#D9ECEB",
    hover="#E8E4DA",
    pressed="#DDD8CC",
    accent_hover="#0C5A5F",
    accent_pressed="#094A4E",
    good="#1F6C44",
    caution="#855300",
    critical="#A8322A",
    info="#2563A8",
    private="#6B3FA0",
    caucus="#9C2F72",
    good_soft="#DFF0E5",
    caution_soft="#F8EBD3",
    critical_soft="#F8E3E0",
    info_soft="#E0EAF6",
    private_soft="#EBE3F5",
    caucus_soft="#F6E2EE",
    toast="#20262B",
    on_toast="#FFFFFF",
    toast_accent="#8FDDDE",
    shadow="#20262B",
)

DARK: Final = Palette(
    window="#15181B",
    surface="#1D2125",
    raised="#252A2F",
    field="#181C1F",
    border="#3A4148",
    edge="#757E86",
    text="#E9ECEE",
    muted="#B0B8BF",
    faint="#98A1A9",
    accent="#63C7C9",
    on_accent="#0B1F20",
    accent_soft="#183B3D",
    hover="#2D3338",
    pressed="#373E44",
    accent_hover="#7BD3D5",
    accent_pressed="#92DEDF",
    good="#6FC998",
    caution="#E6AC55",
    critical="#F28B82",
    info="#82B7F0",
    private="#BFA0EA",
    caucus="#EA94C4",
    good_soft="#1A3327",
    caution_soft="#43351A",
    critical_soft="#3B2220",
    info_soft="#1B2D40",
    private_soft="#2C2440",
    caucus_soft="#3B2131",
    toast="#E9ECEE",
    on_toast="#20262B",
    toast_accent="#0F6A70",
    shadow="#000000",
)

ROLES: Final = tuple(field.name for field in fields(Palette))

#: Roles words are written in; each reaches a contrast of 4.5 on every background.
TEXT_ROLES: Final = (
    "text",
    "muted",
    "faint",
    "accent",
    "good",
    "caution",
    "critical",
    "info",
    "private",
    "caucus",
)
BACKGROUNDS: Final = ("window", "surface", "raised", "field")

_INK: Final = "#11181C"
_WHITE: Final = "#FFFFFF"


@dataclass(frozen=True, slots=True)
class CampHues:
    """How a camp is told apart: a ring and a letter, never the colour alone.

    Attributes:
        light, dark: Colour of ring and badge in either theme.
        letter_light, letter_dark: Colour of the letter on the badge.
    """

    light: str
    dark: str
    letter_light: str = _WHITE
    letter_dark: str = _INK


#: By the value of `entente.domain.actor.Camp`; the letter itself is a word to translate.
CAMPS: Final = {
    "direction": CampHues("#C4501B", "#E07B4A"),
    "digital": CampHues("#0072B2", "#4FA3DC"),
    "business": CampHues("#00825F", "#3DB58F"),
    "vendor": CampHues("#B87A00", "#D9A03A", letter_light=_INK),
    "support": CampHues("#6C757D", "#9AA3AB"),
    "funder": CampHues("#7A5BA6", "#A58AD0"),
    "adviser": CampHues("#B2558A", "#D483B0"),
    "user": CampHues("#2E8FBF", "#63B4DE", letter_light=_INK),
}

#: Role of the edge and the word of each confidentiality level.
LEVELS: Final = {
    "mediator": "private",
    "caucus": "caucus",
    "parties": "accent",
    "sponsor": "info",
    "public": "muted",
}


#: Role of the colour of a relation, by its quality from −2 to +2; None where nobody judged it.
RELATIONS: Final[Mapping[int | None, str]] = {
    -2: "critical",
    -1: "critical",
    0: "faint",
    1: "info",
    2: "info",
    None: "faint",
}


@dataclass(frozen=True, slots=True)
class HeatStep:
    """One step of a heat map and the colour of the number written in it."""

    fill: str
    ink: str


#: From mild to severe; lightness only falls, so it survives a black-and-white printer.
HEAT: Final = (
    HeatStep("#FFFFD4", _INK),
    HeatStep("#FED98E", _INK),
    HeatStep("#FE9929", _INK),
    HeatStep("#D95F0E", _INK),
    HeatStep("#993404", _WHITE),
)


class Type(StrEnum):
    """The sizes and weights words come in."""

    BODY = "body"
    STRONG = "strong"
    SMALL = "small"
    SMALL_STRONG = "small_strong"
    SECTION = "section"
    TITLE = "title"
    DISPLAY = "display"


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """A family, a size in points at 100 % on a 96 dpi screen, and a weight."""

    family: str
    points: float
    weight: int


SANS: Final = "Source Sans 3"
SERIF: Final = "Source Serif 4"

TYPE: Final = {
    Type.BODY: TypeStyle(SANS, 11, 400),
    Type.STRONG: TypeStyle(SANS, 11, 600),
    Type.SMALL: TypeStyle(SANS, 9.5, 400),
    Type.SMALL_STRONG: TypeStyle(SANS, 9.5, 600),
    Type.SECTION: TypeStyle(SANS, 13, 600),
    Type.TITLE: TypeStyle(SERIF, 19, 600),
    Type.DISPLAY: TypeStyle(SERIF, 27, 600),
}


class Space(StrEnum):
    """The distances things keep, on a grid of 4 px."""

    HAIR = "hair"
    TIGHT = "tight"
    CONTROL = "control"
    CARD = "card"
    GROUP = "group"
    PANE = "pane"


SPACE: Final = {
    Space.HAIR: 2,
    Space.TIGHT: 4,
    Space.CONTROL: 8,
    Space.CARD: 12,
    Space.GROUP: 16,
    Space.PANE: 20,
}

RADIUS: Final = 8
ICON: Final = 20
CONTROL_HEIGHT: Final = 32
ROW_HEIGHT: Final = 32

SIZE_MIN: Final = 80
SIZE_MAX: Final = 200
