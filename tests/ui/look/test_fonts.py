import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QRawFont

from entente_resources import resource
from entente_ui.look.fonts import FILES
from entente_ui.look.theme import Theme
from entente_ui.look.tokens import Type

NEEDED = "✓☐☑▲■→≥œŒ€●−×«»…’\u00a0\u202f"


def raw(name: str) -> QRawFont:
    return QRawFont(str(resource(f"fonts/{name}")), 20)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", [name for name in FILES if "Sans" in name])
def test_the_sans_holds_every_sign_we_write(name: str) -> None:
    font = raw(name)
    assert [sign for sign in NEEDED if not font.supportsCharacter(ord(sign))] == []


@pytest.mark.usefixtures("qapp")
def test_the_serif_lacks_only_the_disc() -> None:
    font = raw("SourceSerif4-SemiBold.ttf")
    assert [sign for sign in NEEDED if not font.supportsCharacter(ord(sign))] == ["●"]


@pytest.mark.parametrize("style", Type)
def test_titles_and_text_are_in_our_typefaces(look: Theme, style: Type) -> None:
    font = look.font(style)
    info = QFontInfo(font)
    assert info.family().startswith(("Source Sans 3", "Source Serif 4"))
    assert QRawFont.fromFont(font).styleName() in {"Regular", "SemiBold"}


def test_digits_stand_in_columns(look: Theme) -> None:
    metrics = QFontMetricsF(look.font())
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_sizes_are_those_of_the_scale(look: Theme) -> None:
    sizes = {style: round(QFont(look.font(style)).pointSizeF(), 1) for style in Type}
    assert sizes[Type.BODY] == 11.0
    assert sizes[Type.SMALL] == 9.5
    assert sizes[Type.TITLE] == 19.0
