"""Parts of a register: its filters, its questions, and what it does with very many rows."""

from typing import Any

import pytest
from PySide6.QtCore import QModelRoleData, QModelRoleDataSpan, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.domain.catalogue import RECORD_TYPES
from entente.exchange.mapping import headings
from entente.services import records
from entente.store.session import Session
from entente_ui.registers.cells import PAINTED
from entente_ui.registers.columns import columns_of
from entente_ui.registers.condition import ConditionPopover
from entente_ui.registers.filters import Between, Contains, Filter, OneOf
from entente_ui.registers.form import Form
from entente_ui.registers.lines import LineInput
from entente_ui.registers.model import Index, RecordModel
from entente_ui.registers.order import Row
from entente_ui.registers.patience import Patience
from entente_ui.registers.question import NewRecord, asked_fields
from entente_ui.registers.register import Register
from tests.ui.registers.conftest import Mission

MANY = 6_000


def column(register: Register, name: str) -> int:
    return [one.name for one in register.model.columns].index(name)


class Asked(QStandardItemModel):
    """Notes which roles a view asks for together."""

    def __init__(self) -> None:
        super().__init__(1, 1)
        self.spans: set[tuple[int, ...]] = set()

    @override
    def multiData(self, index: Index, roleDataSpan: QModelRoleDataSpan | QModelRoleData) -> None:
        span: Any = roleDataSpan
        self.spans.add(tuple(span[place].role() for place in range(span.size())))
        super().multiData(index, roleDataSpan)


@pytest.mark.usefixtures("look")
def test_a_view_asks_for_the_roles_of_a_cell_in_the_order_counted_on(qtbot: QtBot) -> None:
    model, view = Asked(), QTableView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.grab()
    assert model.spans == {tuple(int(role) for role in PAINTED)}


def rows(count: int) -> list[Row]:
    names = ["id", "ref", *(field.name for field in ACTOR.fields)]
    made = []
    for number in range(count):
        values: dict[str, Any] = dict.fromkeys(names)
        values |= {
            "id": f"{number:032x}",
            "ref": f"A{number + 1:02d}",
            "name": f"Personne {(number * 7919) % count:05d}",
            "confidentiality": "public",
        }
        made.append(tuple(values[name] for name in names))
    return made


def test_very_many_rows_are_shown_at_once_and_put_in_order_meanwhile(qtbot: QtBot) -> None:
    model = RecordModel(ACTOR)
    model.set_rows(rows(MANY), {})
    assert model.rowCount() == MANY
    model.sort(1)
    assert model.is_busy
    assert model.index(0, 0).data() == "A01"
    qtbot.waitUntil(lambda: not model.is_busy)
    assert model.index(0, 1).data() == "Personne 00000"


def test_a_row_that_changes_while_others_are_sorted_is_in_order_too(qtbot: QtBot) -> None:
    model = RecordModel(ACTOR)
    many = rows(MANY)
    model.set_rows(many, {})
    model.sort(1)
    changed = (*many[5][:2], "Aaron", *many[5][3:])
    model.patch({many[5][0]: changed, many[6][0]: None})
    qtbot.waitUntil(lambda: not model.is_busy)
    assert model.index(0, 1).data() == "Aaron"
    assert model.total == MANY - 1


def test_a_filter_set_while_rows_are_sorted_filters_them_sorted(qtbot: QtBot) -> None:
    model = RecordModel(ACTOR)
    model.set_rows(rows(MANY), {})
    model.sort(1, Qt.SortOrder.DescendingOrder)
    model.set_filter(Filter("personne 0000"))
    qtbot.waitUntil(lambda: not model.is_busy)
    shown = [model.index(row, 1).data() for row in range(model.rowCount())]
    assert shown == [f"Personne {number:05d}" for number in range(9, -1, -1)]


def test_values_are_ticked_to_be_shown(actors: Register) -> None:
    popover = ConditionPopover(actors.table.header, actors.model, column(actors, "camp"))
    told: list[object] = []
    popover.chosen.connect(told.append)
    popover._tick(on=False)
    popover._ticks.item(0).setCheckState(Qt.CheckState.Checked)
    popover._tell()
    assert told == [OneOf(frozenset({"direction"}))]
    popover._clear()
    assert told[-1] is None


def test_scores_and_dates_have_a_range(actors: Register) -> None:
    popover = ConditionPopover(actors.table.header, actors.model, column(actors, "power"))
    told: list[object] = []
    popover.chosen.connect(told.append)
    low, high = popover.findChildren(LineInput)
    low.setText("2,5")
    high.setText("pas fini")
    popover._tell()
    assert told == [Between(2.5, None)]


def test_texts_are_looked_through(actors: Register) -> None:
    popover = ConditionPopover(actors.table.header, actors.model, column(actors, "role"))
    told: list[object] = []
    popover.chosen.connect(told.append)
    popover._words.setText("direct")
    popover._tell()
    assert told == [Contains("direct")]


def test_adding_asks_for_the_name_and_shows_the_new_record(
    mission: Mission, actors: Register
) -> None:
    actors.add_record()
    (question,) = actors.window().findChildren(NewRecord)
    assert list(question.inputs) == ["name"]
    question.inputs["name"].show_typed("Neuve Personne")
    question.accept()
    assert actors.table.selected_keys() == [mission.key(ACTOR, "Neuve Personne")]


def test_adding_nothing_adds_nothing(mission: Mission, actors: Register) -> None:
    steps = mission.document.steps()
    actors.add_record()
    (question,) = actors.window().findChildren(NewRecord)
    QTest.keyClick(question, Qt.Key.Key_Escape)
    assert mission.document.steps() == steps


def test_a_presentation_lets_nothing_be_added_or_taken_out(
    mission: Mission, actors: Register
) -> None:
    mission.document.present(on=True)
    actors.add_record()
    assert not actors.window().findChildren(NewRecord)
    buttons = actors.findChildren(type(actors.filter_field))
    assert buttons
    assert not any(action.isEnabled() for action in actors.offered_actions())


@pytest.fixture
def crowd(mission: Mission) -> list[str]:
    """A hundred and fifty more actors."""
    keys: list[str] = []

    def add(session: Session) -> None:
        keys.extend(records.create(session, ACTOR, {"name": f"P {n}"}) for n in range(150))

    mission.document.run("Crowd", add)
    return keys


def test_a_long_step_can_be_stopped_and_leaves_all_as_it_was(
    qtbot: QtBot, mission: Mission, actors: Register, crowd: list[str]
) -> None:
    actors.table.select_keys(crowd)
    actors.commands.delete()
    (waiting,) = actors.findChildren(Patience)
    waiting.reject()
    with qtbot.waitSignal(waiting.destroyed):
        pass
    left = mission.document.read(lambda s: records.count(s, ACTOR))
    assert left in {4, 154}  # it may have been done already
    assert mission.told == []


def test_a_long_step_is_one_step(
    qtbot: QtBot, mission: Mission, actors: Register, crowd: list[str]
) -> None:
    actors.table.select_keys(crowd)
    with qtbot.waitSignal(mission.document.changed):
        actors.commands.delete()
    assert actors.model.total == 4
    qtbot.waitUntil(lambda: mission.toasts == ["Deleted: 150 records"])
    mission.document.undo()
    assert actors.model.total == 154


def test_figures_have_the_room_their_heading_needs(actors: Register) -> None:
    header = actors.table.header
    for place, one in enumerate(actors.model.columns):
        if one.is_numeric and not actors.table.isColumnHidden(place):
            assert header.sectionSize(place) >= header.sectionSizeHint(place)
    # What somebody made narrower is cut behind its first letters.
    assert header.textElideMode() is Qt.TextElideMode.ElideRight


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("agenda_item", "position"),
        ("backlog_item", "rank"),
        ("check_item", "position"),
        ("clause", "position"),
        ("clause_template", "position"),
        ("question", "position"),
    ],
)
def test_what_only_puts_records_in_order_is_never_typed_and_still_travels(
    qtbot: QtBot, kind: str, name: str
) -> None:
    record_type = RECORD_TYPES[kind]
    form = Form(record_type)
    qtbot.addWidget(form)
    assert name not in form.boxes
    assert name not in {column.name for column in columns_of(record_type)}
    assert name not in {field.name for field in asked_fields(record_type, {})}
    assert headings(record_type, "fr")[name].startswith("Ordre")
