"""Help in two languages that opens nothing."""

import re

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from entente.i18n import use_language
from entente_resources import resource
from entente_ui.actions import COMMANDS
from entente_ui.help.about import AboutDialog
from entente_ui.help.browser import HelpBrowser
from entente_ui.help.pages import CHANGES, KEYS, TOPICS, text_of
from entente_ui.help.window import HelpWindow
from entente_ui.shell.places import PLACES

WRITTEN = [topic.name for topic in TOPICS if topic.name not in {KEYS, CHANGES}]
IMAGE = int(QTextDocument.ResourceType.ImageResource.value)


@pytest.mark.parametrize("name", WRITTEN)
def test_both_languages_tell_the_same_in_the_same_order(name: str) -> None:
    shapes = []
    for code in ("fr", "en"):
        text = resource(f"help/{code}/{name}.md").read_text("utf-8")
        shapes.append([re.match(r"#*|-|\||\d\.|", line).group() for line in text.splitlines()])  # type: ignore[union-attr]  # it always matches
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("name", WRITTEN)
def test_french_signs_stand_apart_by_spaces_that_do_not_break(name: str) -> None:
    text = resource(f"help/fr/{name}.md").read_text("utf-8")
    assert re.findall(r"[^\s\u00a0\u202f|:`][;!?»]", text) == []
    assert re.findall(r" [:;!?»]|« ", text) == []
    assert "'" not in text


def test_every_place_has_its_page() -> None:
    assert {place.name for place in PLACES} <= set(WRITTEN)


def test_an_unknown_page_leads_to_the_first_steps() -> None:
    assert text_of("../../../etc/passwd") == text_of("start")


@pytest.mark.usefixtures("qapp")
def test_the_keys_are_those_of_the_commands() -> None:
    page = text_of(KEYS)
    for command in COMMANDS.values():
        if command.keys:
            assert command.text in page
    assert "Ctrl+Shift+Z" in page


@pytest.mark.usefixtures("look")
@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "/etc/passwd",
        "//host/share/x.png",
        "https://example.org/x.png",
        "..\\secret.png",
        "../start.md",
        "nothing.png",
    ],
)
def test_the_viewer_loads_nothing_from_outside(qtbot: QtBot, address: str) -> None:
    browser = HelpBrowser()
    qtbot.addWidget(browser)
    assert browser.loadResource(IMAGE, QUrl(address)) is None
    assert browser.loadResource(IMAGE, address) is None
    assert not browser.openLinks()
    assert not browser.openExternalLinks()


@pytest.mark.usefixtures("look")
def test_a_topic_is_turned_to(qtbot: QtBot) -> None:
    use_language("en")
    window = HelpWindow()
    qtbot.addWidget(window)
    window.show_topic("privacy")
    assert window._page.toPlainText().startswith("Who may read what")
    window.show_topic("nowhere")
    assert window._page.toPlainText().startswith("First steps")


@pytest.mark.usefixtures("look")
def test_the_parts_are_named_with_their_licences(qtbot: QtBot) -> None:
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    from PySide6.QtWidgets import QPlainTextEdit  # noqa: PLC0415  # only here

    (parts,) = dialog.findChildren(QPlainTextEdit)
    for part in ("Qt", "LGPL", "SQLAlchemy", "MIT", "sqlcipher3", "Open Font License"):
        assert part in parts.toPlainText()
