"""The register of the risks: what is worked out stands among what is written."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget
from pytestqt.qtbot import QtBot

from entente.domain.risk import RISK
from entente.services import records, risk_scales
from entente_ui.look.theme import Theme
from entente_ui.registers.condition import ConditionPopover
from entente_ui.registers.register import Register
from tests.ui.risks.conftest import Mission


@pytest.fixture
def register(qtbot: QtBot, mission: Mission, look: Theme) -> Register:  # noqa: ARG001  # as painted
    """The register of the sample."""
    made = Register(mission.context, RISK)
    qtbot.addWidget(made)
    made.resize(1500, 600)
    made.show()
    return made


def said(register: Register, name: str) -> list[str]:
    """What a column says, from top to bottom."""
    model = register.model
    place = [column.name for column in model.columns].index(name)
    return [model.index(row, place).data() for row in range(model.rowCount())]


def test_levels_sort_filter_follow_and_cannot_be_written(
    register: Register, mission: Mission
) -> None:
    model, document = register.model, mission.document
    names = [column.name for column in model.columns]
    place = names.index("inherent_level")
    assert names[place - 1] == "event"
    assert said(register, "inherent_level")[0] == "20 · critical"
    assert not model.flags(model.index(0, place)) & Qt.ItemFlag.ItemIsEditable

    register.table.sortByColumn(place, Qt.SortOrder.DescendingOrder)
    scores = [int(text.split()[0]) for text in said(register, "inherent_level")]
    assert scores == sorted(scores, reverse=True)

    popover = ConditionPopover(register, model, place)
    popover.chosen.connect(partial(register.set_condition, "inherent_level"))
    ticks = popover.findChild(QListWidget)
    assert ticks is not None
    offered = [ticks.item(row).text() for row in range(ticks.count())]
    assert offered == ["moderate", "high", "critical"]
    for row in (0, 1):
        ticks.item(row).setCheckState(Qt.CheckState.Unchecked)
    popover._tell()
    assert {text.split()[-1] for text in said(register, "inherent_level")} == {"critical"}
    register.clear_filter()

    # Rated anew, and the levels of the mission set anew: both are seen at once, and undone.
    key, change = mission.key("R01"), {"inherent_probability": 1, "inherent_impact": 1}
    document.run("Rate", lambda s: records.change(s, RISK, key, change))
    row = model.row_of(key)
    assert model.index(row, place).data() == "1 · low"
    document.run("Level", lambda s: risk_scales.set_cell(s, (1, 1), 3))
    row = model.row_of(key)
    assert model.index(row, place).data() == "1 · critical"
    document.undo()
    document.undo()
    row = model.row_of(key)
    assert model.index(row, place).data() == "20 · critical"
    assert not register.grab().isNull()


def test_tab_goes_as_one_reads(register: Register) -> None:
    went = []
    register.tab_stops[0].setFocus()
    for _step in range(7):
        now = QApplication.focusWidget()
        assert now is not None
        went.append(now.accessibleName() or getattr(now, "text", str)())
        QTest.keyClick(now, Qt.Key.Key_Tab)
    assert went == ["Add", "Import…", "Export…", "Filter…", "Columns", "History", "Risks"]
