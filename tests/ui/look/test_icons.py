from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication

from entente_resources import resource
from entente_ui.kit.empty import DrawingName
from entente_ui.look.icons import IconName, app_icon, icon, icon_pixmap
from entente_ui.look.images import CONTROLS, PICTURES
from entente_ui.look.svg import svg_text
from entente_ui.look.theme import Mode, Theme, apply


def ink(made: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal, side: int = 48) -> QColor:
    """Return the colour of the most opaque pixel of an icon."""
    picture = made.pixmap(QSize(side, side), 1.0, mode).toImage()
    pixels = [
        picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())
    ]
    return max(pixels, key=lambda pixel: pixel.alpha())


@pytest.mark.parametrize("name", IconName)
def test_every_icon_draws_something_in_its_colour(look: Theme, name: IconName) -> None:
    assert ink(icon(name)).name() == look.colour("muted").name()


@pytest.mark.parametrize("name", IconName)
def test_every_icon_is_of_one_family(name: IconName) -> None:
    text = svg_text(name)
    assert "currentColor" in text
    is_line = 'stroke="currentColor"' in text
    weights = ('stroke-width="1.7"', 'stroke-width="2.2"')
    assert not is_line or any(weight in text for weight in weights)


def test_every_file_has_a_name() -> None:
    folder = Path(str(resource("icons")))
    files = {file.stem for file in folder.glob("*.svg")} - {"entente"}
    assert files == {name.value for name in IconName}
    assert {file.stem for file in (folder / "drawings").iterdir()} == set(DrawingName)
    assert {file.stem for file in (folder / "controls").iterdir()} == set(CONTROLS)


def test_the_licences_come_along() -> None:
    assert "MIT License" in resource("icons/tabler-LICENSE.txt").read_text()
    for font in ("SourceSans3", "SourceSerif4"):
        text = resource(f"fonts/{font}-LICENSE.txt").read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE" in text


@pytest.mark.usefixtures("look")
def test_a_missing_icon_is_an_error() -> None:
    with pytest.raises(ValueError, match="unicorn"):
        icon("unicorn")


@pytest.mark.usefixtures("look")
def test_a_missing_colour_is_an_error() -> None:
    with pytest.raises(ValueError, match="mauve"):
        icon("users", "mauve")


def test_an_icon_made_before_follows_the_theme(qapp: QApplication, look: Theme) -> None:
    made = icon("users", "accent")
    assert ink(made).name() == "#0f6a70"
    apply(qapp, Mode.DARK, 100, reduced_motion=True)
    assert look.is_dark
    assert ink(made).name() == "#63c7c9"


@pytest.mark.usefixtures("look")
def test_a_disabled_icon_is_fainter() -> None:
    made = icon("trash")
    assert ink(made, QIcon.Mode.Disabled).alpha() < ink(made).alpha() // 2


@pytest.mark.usefixtures("look")
def test_a_checked_icon_is_in_the_accent() -> None:
    made = icon("columns")
    picture = made.pixmap(QSize(48, 48), 1.0, QIcon.Mode.Normal, QIcon.State.On).toImage()
    assert has_colour(picture, "#0f6a70")


def has_colour(picture: QImage, name: str) -> bool:
    return any(
        picture.pixelColor(x, y).name() == name and picture.pixelColor(x, y).alpha() > 200
        for x in range(picture.width())
        for y in range(picture.height())
    )


@pytest.mark.usefixtures("look")
def test_a_dense_screen_gets_more_pixels() -> None:
    dense = icon("users").pixmap(QSize(20, 20), 2.0)
    assert dense.size() == QSize(40, 40)
    assert dense.devicePixelRatio() == 2.0
    assert icon_pixmap("users", 20, ratio=1.5).size() == QSize(30, 30)


@pytest.mark.usefixtures("look")
def test_copies_of_an_icon_outlive_the_first() -> None:
    kept = [QIcon(icon("users")) for _copy in range(50)]
    assert all(not made.pixmap(16, 16).isNull() for made in kept)


@pytest.mark.usefixtures("look")
def test_the_program_has_an_icon() -> None:
    picture = app_icon().pixmap(64, 64).toImage()
    assert has_colour(picture, "#0f6a70")
    assert has_colour(picture, "#f4c86a")


@pytest.mark.usefixtures("look")
@pytest.mark.parametrize(
    "name", [*(f"{icon_name}-{role}" for icon_name, role in PICTURES), *CONTROLS]
)
def test_the_pictures_of_the_style_sheet_can_be_drawn(name: str) -> None:
    picture = QIcon(f":/look/{name}.svg").pixmap(24, 24).toImage()
    assert any(
        picture.pixelColor(x, y).alpha() > 0
        for x in range(picture.width())
        for y in range(picture.height())
    )
