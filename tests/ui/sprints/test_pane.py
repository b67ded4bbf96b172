"""The pane of the sprints as a whole, each of its tabs in turn."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from entente.domain.backlog import BACKLOG_ITEM
from entente.services import records, sprint_edits
from entente.store.gate import Gate
from entente.store.session import Session
from entente_ui.look.theme import Theme
from entente_ui.pane import paper
from entente_ui.sprints.board.view import BoardView
from entente_ui.sprints.pane import SprintsPane
from entente_ui.sprints.views import BOARD, VIEWS
from tests.ui.sprints.conftest import Desk


def test_every_tab_is_printed_by_the_command_and_come_to_by_keys(
    look: Theme,  # noqa: ARG001  # before any widget
    qtbot: QtBot,
    gate: Gate,
    desk_of: Callable[[Gate], Desk],
) -> None:
    def fill(session: Session) -> None:
        records.create(session, BACKLOG_ITEM, {"title": "Relire les écarts"})
        sprint_edits.create(session)

    gate.run("Fill", fill)
    desk = desk_of(gate)
    pane = SprintsPane(desk.context)
    qtbot.addWidget(pane)
    pane.resize(1200, 760)
    pane.show()
    qtbot.waitExposed(pane)
    # Whoever comes here has the keys of what is looked at.
    pane.setFocus()
    board = pane.view(BOARD)
    assert isinstance(board, BoardView)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is board.area.view)
    without = []
    for entry in VIEWS:
        for part in ("", *(name for name, _title in entry.parts)):
            view = pane.go(entry.name)
            if part:
                pane.show_wanted(entry.name, part)
            qtbot.waitUntil(view.isVisible)
            desk.shown.clear()
            pane.print_out()
            if [kind.startswith(paper("")) for kind, _key in desk.shown] != [True]:
                without.append((entry.name, part))
    assert without == []
