"""Whatever is written in a mission, the window shows it as it is: nothing of it is read as HTML.

Every widget at each place is looked at, and after the walk all there are, visible or not: a label
or a tooltip that read its text as HTML would open files and other computers named in it.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QMimeData, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QErrorMessage,
    QGraphicsTextItem,
    QGraphicsView,
    QHeaderView,
    QInputDialog,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QProgressDialog,
    QPushButton,
    QTabBar,
    QTextEdit,
    QWidget,
)

from entente.domain.catalogue import RECORD_TYPES
from entente.errors import InvalidValueError
from entente.store.mission_file import MissionFile
from entente_ui.help.browser import HelpBrowser
from entente_ui.registers.import_dialog import import_file
from entente_ui.shell.overlay import Overlay
from entente_ui.shell.search import Search
from tests.proof.conftest import Opens
from tests.proof.filling import Keys, fill
from tests.proof.naughty import FORMULAS, MARKUP, NAUGHTY
from tests.proof.screen import Program, assert_everywhere, seen_in, settle, shown_in, told_in
from tests.store.conftest import fast_key

#: A mission of few records: every widget is looked at, again and again.
CHOSEN = (
    *("image of a file", "image of a share", "bold and link", "ReportLab", "open tag", "script"),
    *("mnemonic", "format of C", "format of Python", "turned round", "word of 1,000", "lines"),
)
TEXTS = {name: NAUGHTY[name] for name in CHOSEN}
#: Tags that tooltips of ours are made of; everything else in them is escaped.
OURS = re.compile(r"</?(?:qt|b|br)>")
#: They show HTML wherever they find it.
FORBIDDEN = (QMessageBox, QErrorMessage, QInputDialog, QProgressDialog)
DIALOGS = ("new", "settings", "passphrase", "recovery", "about", "help", "keys", "changes")
OVERLAYS = ("palette", "search", "history")


@pytest.fixture(scope="module")
def file(home: Path) -> MissionFile:
    return MissionFile.create(home / "<b>R&D %n [*] é.entente", fast_key())


@pytest.fixture(scope="module")
def keys(file: MissionFile) -> Keys:
    return fill(file.gate, TEXTS)


@pytest.fixture(scope="module")
def program(open_window: Opens, file: MissionFile, keys: Keys) -> Program:
    assert keys
    program = open_window(file)
    program.shell.preferences.remember(file.path)
    return program


def faults(root: QWidget, *, shown: bool = False) -> list[str]:
    """Return every widget, or every visible one, that could read a text as HTML, and where."""
    widgets = shown_in(root) if shown else (root, *root.findChildren(QWidget))
    return [
        f"{fault} in {_path(widget)}"
        for widget in widgets
        for fault in (*_by_kind(widget), *filter(_is_html, _explanations(widget)))
    ]


def _by_kind(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel() if widget.textFormat() is not Qt.TextFormat.PlainText:
            yield f"label: {widget.text()[:60]}"
        case QTextEdit() if not isinstance(widget, HelpBrowser) or not widget.isReadOnly():
            yield "rich text"
        case _ if isinstance(widget, FORBIDDEN):
            yield "a box of Qt's own"
        case QGraphicsView() if widget.scene() is not None:
            if any(isinstance(item, QGraphicsTextItem) for item in widget.scene().items()):
                yield "rich text drawn"


def _explanations(widget: QWidget) -> Iterator[str]:
    """Yield what is said of a widget, and of what is in it, when the pointer rests there."""
    yield from (widget.toolTip(), widget.statusTip(), widget.whatsThis())
    yield from (action.toolTip() for action in widget.actions() if _explains(action))
    match widget:
        case QHeaderView():
            yield from _tooltips_of_heads(widget)
        case QAbstractItemView() if widget.model() is not None:
            yield from _tooltips(widget.model())
        case QComboBox():
            yield from _tooltips(widget.model())
        case QTabBar():
            yield from (widget.tabToolTip(tab) for tab in range(widget.count()))
        case QGraphicsView() if widget.scene() is not None:
            yield from (item.toolTip() for item in widget.scene().items())


def _is_html(text: str) -> bool:
    """Whether a text holds a tag that is not ours."""
    return "<" in OURS.sub("", text)


def _explains(action: QAction) -> bool:
    """Whether an action has a tooltip of its own; Qt shows no other in a menu."""
    return action.toolTip() != action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")


def _tooltips(model: QAbstractItemModel) -> Iterable[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(model.rowCount()):
        for column in range(columns):
            told = model.index(row, column).data(Qt.ItemDataRole.ToolTipRole)
            if told:
                yield str(told)


def _tooltips_of_heads(header: QHeaderView) -> Iterable[str]:
    for section in range(header.count()):
        told = header.model().headerData(section, header.orientation(), Qt.ItemDataRole.ToolTipRole)
        if told:
            yield str(told)


def _path(widget: QWidget) -> str:
    names = []
    at: QWidget | None = widget
    while at is not None:
        names.append(type(at).__name__)
        at = at.parentWidget()
    return " < ".join(names[:4])


def test_the_eyes_see_a_label_and_a_tooltip_that_read_html(qapp: QApplication) -> None:
    assert qapp is not None
    bad = QWidget()
    QLabel("x", bad)
    bad.setToolTip("<qt><img src='x'></qt>")
    assert len(faults(bad)) == 2
    bad.setToolTip("<qt>&lt;img&gt;<br><b>Ctrl+D</b></qt>")
    assert len(faults(bad)) == 1
    bad.deleteLater()


@pytest.mark.parametrize("presenting", [False, True])
def test_no_place_reads_a_text_as_html(program: Program, presenting: bool) -> None:
    if presenting:
        program.shell.actions["present"].trigger()
        settle()
    assert program.document.is_presenting == presenting
    seen, places = "", list[str]()
    for place in program.visit():
        places.append(place)
        assert faults(program.window, shown=True) == [], place
        # Qt takes an ampersand for the mark of a key; doubled it is a letter.
        assert [text for text in _with_marks(program) if re.search(r"R&(?!&)D", text)] == [], place
        seen += "" if presenting else seen_in(program.window)
    assert faults(program.window) == []
    for text in ("<img src=", "</para>", "%n %s", "{0} {name}", "R&D"):
        assert presenting or text in seen
    assert_everywhere(places)
    if presenting:
        program.shell.actions["present"].trigger()
        settle()


def test_no_document_on_offer_reads_a_text_as_html(program: Program) -> None:
    for kind in program.order_each():
        assert faults(program.window, shown=True) == [], kind
        assert "<img src=" in "\n".join(told_in(program.window)), kind


def _with_marks(program: Program) -> Iterator[str]:
    """Yield every text in which Qt looks for the mark of a key."""
    for widget in shown_in(program.window):
        yield from (action.text() for action in widget.actions())
        match widget:
            case QPushButton() | QCheckBox():
                yield widget.text()
            case QTabBar():
                yield from (widget.tabText(tab) for tab in range(widget.count()))


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_no_record_revealed_reads_a_text_as_html(program: Program, keys: Keys, kind: str) -> None:
    program.shell.reveal(kind, keys[kind, CHOSEN[0]])
    settle()
    assert faults(program.window, shown=True) == []
    # Beside it, what is made for one record is gone with the next.
    assert faults(program.workspace.side) == []


def test_nothing_made_and_hidden_on_the_way_reads_a_text_as_html(program: Program) -> None:
    assert faults(program.window) == []


@pytest.mark.parametrize("command", OVERLAYS)
def test_what_floats_over_the_window_shows_text(program: Program, command: str) -> None:
    program.shell.actions[command].trigger()
    (overlay,) = program.window.findChildren(Overlay)
    for words in ("", "<img", "&"):
        overlay.look_for(words)
        assert faults(overlay) == []
    overlay.leave()
    settle()


def test_a_search_shows_what_was_found_as_it_was_written(program: Program) -> None:
    program.shell.actions["search"].trigger()
    (search,) = program.window.findChildren(Search)
    search.look_for("canary")
    assert any("<img src=" in entry.spoken for entry in search.entries)
    settle()
    assert "<img src=" in seen_in(search)
    search.leave()
    settle()


@pytest.mark.parametrize("command", DIALOGS)
def test_no_dialog_reads_a_text_as_html(program: Program, command: str) -> None:
    program.shell.actions[command].trigger()
    settle()
    windows = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    assert len(windows) == 2
    for window in windows:
        assert faults(window, shown=window is program.window) == []
    for dialog in program.window.findChildren(QDialog):
        dialog.close()
    settle()


def test_the_import_shows_a_list_as_text(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "<b>liste & %n.csv"
    lines = [
        f'"{text.replace(chr(34), chr(34) * 2)}"' for text in (*MARKUP.values(), *FORMULAS.values())
    ]
    path.write_text("\n".join(["<img src=x>,Name", *(f"{line},{line}" for line in lines)]), "utf-8")
    dialog = import_file(program.workspace.context, RECORD_TYPES["actor"], path, program.window)
    assert dialog is not None
    tabs = dialog.findChildren(QTabBar)[0]
    settle(lambda: tabs.tabText(1).startswith("Rows ("))
    assert "<img src=" in seen_in(dialog)
    for tab in range(tabs.count()):
        tabs.setCurrentIndex(tab)
        settle()
        assert faults(dialog) == []
    dialog.close()
    settle()


def test_messages_show_text(program: Program) -> None:
    for text in list(MARKUP.values())[:5]:
        program.shell.toast_wanted.emit(text, True)
        program.shell.failed.emit(InvalidValueError(text, text, text))
        assert text[:9] in program.workspace.banner.text
    assert faults(program.window) == []
    program.workspace.toaster.clear()
    program.workspace.banner.hide()
    settle()


def test_html_is_pasted_as_the_text_beside_it(program: Program, keys: Keys) -> None:
    program.shell.reveal("actor", keys["actor", CHOSEN[0]])
    settle()
    fields = [w for w in shown_in(program.window) if isinstance(w, QPlainTextEdit)]
    assert fields
    for field in fields:
        before = field.document().toRawText()
        QApplication.clipboard().setMimeData(_copied())
        field.setFocus()
        field.selectAll()
        field.paste()
        assert field.document().toRawText() == "gras"
        field.setPlainText(before)
    QApplication.clipboard().clear()


def _copied() -> QMimeData:
    """Return what a browser puts on the clipboard."""
    data = QMimeData()
    data.setHtml('<p>gras <img src="/etc/canary.png"></p>')
    data.setText("gras")
    return data


def test_the_title_is_the_name_as_it_was_written(program: Program) -> None:
    assert NAUGHTY[CHOSEN[0]] in program.window.windowTitle()
