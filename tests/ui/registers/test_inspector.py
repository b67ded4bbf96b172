"""The inspector: the form of a record, what hangs on it, and its past."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from entente.domain.actor import ACTOR
from entente.domain.difficulty import DIFFICULTY
from entente.domain.note import NOTE
from entente.domain.party import PARTY
from entente.domain.records import Field, FieldKind, RecordType
from entente.domain.relation import RELATION
from entente.services import records
from entente_ui.kit import Popover
from entente_ui.pane import Selection
from entente_ui.registers.box import FieldBox
from entente_ui.registers.choices import ReferenceInput
from entente_ui.registers.inspector import Inspector
from entente_ui.registers.line import Line
from entente_ui.registers.lines import LineInput
from entente_ui.registers.page import Page
from entente_ui.registers.paragraphs import LongInput
from entente_ui.registers.question import NewRecord
from tests.ui.registers.conftest import Mission


def inspect(mission: Mission, inspector: Inspector, kind: RecordType, *names: str) -> Page:
    keys = tuple(mission.key(kind, name) for name in names)
    inspector.show_selection(Selection(kind, keys))
    assert inspector.page is not None
    return inspector.page


def type_into(box: FieldBox, text: str) -> None:
    box.input.setFocus()
    box.input.show_typed(text)
    if isinstance(box.input, LongInput):
        QTest.keyClick(box.input, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    else:
        QTest.keyClick(box.input, Qt.Key.Key_Return)


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_nothing_selected_asks_to_select_something(inspector: Inspector) -> None:
    inspector.show_selection(None)
    assert texts(inspector) == ["Select something to see it here."]


def test_the_head_says_who_it_is(mission: Mission, inspector: Inspector) -> None:
    page = inspect(mission, inspector, ACTOR, "A01")
    assert page.head.title.text() == "Zoé Éclair"
    assert "Directrice · Clinique d’Ombrelle" in texts(page.head)
    assert "A01 · actor" in texts(page.head)


def test_a_relation_is_called_by_its_two_ends(mission: Mission, inspector: Inspector) -> None:
    page = inspect(mission, inspector, RELATION, "L01")
    assert page.head.title.text() == "Zoé Éclair → Anatole Brun"


def test_every_field_has_a_label_and_a_name_read_aloud(
    mission: Mission, inspector: Inspector
) -> None:
    page = inspect(mission, inspector, ACTOR, "A01")
    for name, box in page.form.boxes.items():
        assert box.input.accessibleName(), name


def test_one_field_is_one_step(mission: Mission, inspector: Inspector) -> None:
    page = inspect(mission, inspector, ACTOR, "A02")
    steps = len(mission.document.steps())
    type_into(page.form.boxes["role"], "Usager référent")
    assert mission.get(ACTOR, "A02")["role"] == "Usager référent"
    assert len(mission.document.steps()) == steps + 1
    mission.document.undo()
    assert page.form.boxes["role"].input.typed() == ""


def test_leaving_a_field_unchanged_writes_nothing(mission: Mission, inspector: Inspector) -> None:
    page = inspect(mission, inspector, ACTOR, "A01")
    steps = mission.document.steps()
    for box in page.form.boxes.values():
        box.input.setFocus()
    page.form.boxes["name"].input.setFocus()
    assert mission.document.steps() == steps


def test_selecting_another_record_takes_what_was_being_typed(
    mission: Mission, inspector: Inspector
) -> None:
    page = inspect(mission, inspector, ACTOR, "A02")
    page.form.boxes["role"].input.show_typed("Usager")
    inspect(mission, inspector, ACTOR, "A03")
    assert mission.get(ACTOR, "A02")["role"] == "Usager"
    assert mission.get(ACTOR, "A03")["role"] == "Infirmière"


def test_a_refused_text_stays_with_the_reason_until_escape(
    mission: Mission, inspector: Inspector
) -> None:
    box = inspect(mission, inspector, ACTOR, "A01").form.boxes["power"]
    type_into(box, "7")
    assert "between 1 and 5" in box.problem
    assert box.input.typed() == "7"
    key = mission.key(ACTOR, "A01")
    mission.document.run("Elsewhere", lambda s: s.update(ACTOR, key, {"role": "x"}))
    assert box.input.typed() == "7"
    QTest.keyClick(box.input, Qt.Key.Key_Escape)
    assert box.input.typed() == "5"
    assert not box.problem


def test_a_refused_text_does_not_follow_to_the_next_record(
    mission: Mission, inspector: Inspector
) -> None:
    twin = {"name": "Autre", "power": 5.0}
    mission.document.run("Twin", lambda s: records.create(s, ACTOR, twin))
    type_into(inspect(mission, inspector, ACTOR, "A01").form.boxes["power"], "7")
    box = inspect(mission, inspector, ACTOR, "Autre").form.boxes["power"]
    assert (box.input.typed(), box.problem) == ("5", "")


def test_arrows_step_a_score_within_its_range(mission: Mission, inspector: Inspector) -> None:
    box = inspect(mission, inspector, ACTOR, "A04").form.boxes["power"]
    QTest.keyClick(box.input, Qt.Key.Key_Up)
    assert box.input.typed() == "4.5"
    for _step in range(3):
        QTest.keyClick(box.input, Qt.Key.Key_Up)
    assert box.input.typed() == "5"


@pytest.mark.usefixtures("french")
def test_a_score_is_written_with_a_comma_in_french(mission: Mission, inspector: Inspector) -> None:
    page = inspect(mission, inspector, ACTOR, "A03")
    assert page.form.boxes["power"].input.typed() == "2,5"
    type_into(page.form.boxes["power"], "3,5")
    assert mission.get(ACTOR, "A03")["power"] == 3.5


def test_a_new_score_is_a_rating_whose_fact_can_be_told(
    mission: Mission, inspector: Inspector
) -> None:
    page = inspect(mission, inspector, ACTOR, "A03")
    assert page.trail is not None
    type_into(page.form.boxes["power"], "4")
    type_into(page.trail.boxes["fact"], "Absente deux fois.")
    key = mission.key(ACTOR, "A03")
    ratings = mission.document.read(lambda s: records.ratings(s, ACTOR, key))
    assert [rating.values["power"] for rating in ratings] == [2.5, 4.0]
    assert [rating.fact for rating in ratings] == ["", "Absente deux fois."]


def test_an_older_rating_can_be_looked_at_and_removed(
    mission: Mission, inspector: Inspector
) -> None:
    page = inspect(mission, inspector, ACTOR, "A03")
    assert page.trail is not None
    type_into(page.form.boxes["power"], "4")
    item = page.trail._lines.itemAt(1)
    oldest = item.widget() if item else None
    assert isinstance(oldest, Line)
    assert "power 2.5" in oldest.text
    QTest.keyClick(oldest, Qt.Key.Key_Return)
    page.trail._ask_drop()
    key = mission.key(ACTOR, "A03")
    ratings = mission.document.read(lambda s: records.ratings(s, ACTOR, key))
    assert [rating.values["power"] for rating in ratings] == [4.0]
    assert mission.toasts == ["Rating removed"]


def test_who_may_read_stands_beside_what_it_is_about(
    mission: Mission, inspector: Inspector
) -> None:
    page = inspect(mission, inspector, DIFFICULTY, "K1")
    assert "summary_level" not in page.form.boxes
    level = page.form.boxes["summary"].level
    assert level is not None
    level._choose("sponsor")
    assert mission.get(DIFFICULTY, "K1")["summary_level"] == "sponsor"


def test_parts_are_listed_and_lead_there_and_back(mission: Mission, inspector: Inspector) -> None:
    page = inspect(mission, inspector, DIFFICULTY, "K1")
    assert page.parts["note"].texts == ["Anatole Brun se tait. · note"]
    assert page.parts["party"].texts == ["Anatole Brun"]
    (line,) = page.parts["party"].findChildren(Line)
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    part = inspector.page
    assert part is not None
    assert part.record_type is PARTY
    part.head.back.click()
    assert inspector.page is page


def test_a_part_is_added_with_what_it_needs(
    qtbot: QtBot, mission: Mission, inspector: Inspector
) -> None:
    page = inspect(mission, inspector, DIFFICULTY, "K1")
    page.parts["note"]._ask_add()
    (question,) = inspector.window().findChildren(NewRecord)
    assert list(question.inputs) == ["text"]
    question.inputs["text"].show_typed("Nouvelle note")
    question.accept()
    assert "Nouvelle note · note" in page.parts["note"].texts
    qtbot.wait(1)


def test_a_question_left_without_what_it_needs_stays_open(
    mission: Mission, inspector: Inspector
) -> None:
    page = inspect(mission, inspector, ACTOR, "A01")
    page.parts["relation"]._ask_add()
    (question,) = inspector.window().findChildren(NewRecord)
    question.inputs["kind"].show_typed("informal")
    question.accept()
    assert question.problem
    assert isinstance(question, Popover)


def test_a_part_taken_away_can_be_undone(mission: Mission, inspector: Inspector) -> None:
    page = inspect(mission, inspector, DIFFICULTY, "K1")
    note = mission.document.read(lambda s: list(records.titles(s, NOTE)))[0]
    page.parts["note"].drop_asked.emit(note)
    assert page.parts["note"].texts == []
    assert mission.toasts == ["Deleted: “Anatole Brun se tait.”"]
    mission.document.undo()
    assert page.parts["note"].texts == ["Anatole Brun se tait. · note"]


def test_relations_are_seen_from_both_ends(mission: Mission, inspector: Inspector) -> None:
    page = inspect(mission, inspector, ACTOR, "A01")
    assert page.parts["relation"].texts == ["→ Anatole Brun · −2"]
    page = inspect(mission, inspector, ACTOR, "A04")
    assert page.parts["relation"].texts == ["← Zoé Éclair · −2"]


def test_a_reference_can_be_followed(mission: Mission, inspector: Inspector) -> None:
    page = inspect(mission, inspector, ACTOR, "A01")
    page.form.boxes["organisation_id"]._ask()
    assert mission.revealed == [("organisation", str(mission.get(ACTOR, "A01")["organisation_id"]))]


def test_names_are_offered_only_once_somebody_chooses(
    mission: Mission, inspector: Inspector
) -> None:
    box = inspect(mission, inspector, ACTOR, "A01").form.boxes["organisation_id"]
    assert isinstance(box.input, ReferenceInput)
    assert box.input.count() == 2
    box.input._offer_all()
    assert box.input.count() == 3
    assert box.input.currentText() == "Clinique d’Ombrelle"


def test_what_only_one_name_holds_means_it(mission: Mission, inspector: Inspector) -> None:
    box = inspect(mission, inspector, ACTOR, "A01").form.boxes["organisation_id"]
    assert isinstance(box.input, ReferenceInput)
    before = box.input.typed()
    box.input.setEditText("ombrel")
    assert box.input.typed() == before
    assert box.input.currentText() == "Clinique d’Ombrelle"
    box.input.setEditText("nowhere")
    assert box.input.typed() == "nowhere"


def test_several_records_are_changed_as_one_step(mission: Mission, inspector: Inspector) -> None:
    page = inspect(mission, inspector, ACTOR, "A01", "A02", "A03")
    assert page.head.title.text() == "3 records"
    role = page.form.boxes["role"].input
    assert isinstance(role, LineInput)
    assert role.placeholderText() == "several values"
    steps = len(mission.document.steps())
    type_into(page.form.boxes["role"], "Membre du comité")
    assert [mission.get(ACTOR, ref)["role"] for ref in ("A01", "A02", "A03")] == (
        ["Membre du comité"] * 3
    )
    assert len(mission.document.steps()) == steps + 1


def test_the_past_tells_field_by_field(mission: Mission, inspector: Inspector) -> None:
    page = inspect(mission, inspector, ACTOR, "A01")
    type_into(page.form.boxes["role"], "Présidente")
    type_into(page.form.boxes["power"], "3")
    page.tabs.setCurrentIndex(1)
    newest, middle, oldest = page.past.steps
    assert newest.lines == ("Power: 5 → 3",)
    assert middle.lines == ("Role: “Directrice” → “Présidente”",)
    assert oldest.lines[0] == "Created"


def test_a_presentation_hides_private_records_facts_and_the_past(
    mission: Mission, inspector: Inspector
) -> None:
    inspect(mission, inspector, ACTOR, "A02")
    mission.document.present(on=True)
    assert texts(inspector) == ["Select something to see it here."]
    page = inspect(mission, inspector, ACTOR, "A01")
    page.tabs.setCurrentIndex(1)
    QTest.qWait(1)
    said = texts(inspector)
    assert "Directrice" in said
    assert "Hidden during a presentation." in said
    assert not [text for text in said if "Éclair" in text]
    assert not page.form.boxes["role"].input.isEnabled()


def test_no_break_spaces_survive_the_field(qtbot: QtBot) -> None:
    field = Field("notes", "Notes", FieldKind.LONG_TEXT)
    made = LongInput(field)
    qtbot.addWidget(made)
    made.show_value("Il dit\u202f: «\u00a0oui\u00a0»\nfin")
    assert made.typed() == "Il dit\u202f: «\u00a0oui\u00a0»\nfin"


def test_a_long_label_gives_way_to_who_may_read(qtbot: QtBot, french: None) -> None:
    del french  # whose words are the longer ones
    box = FieldBox(DIFFICULTY.field("summary"), DIFFICULTY.field("summary_level"))
    qtbot.addWidget(box)
    assert box.level is not None
    box.resize(box.level.sizeHint().width() + 40, 120)
    box.show()
    assert box.minimumSizeHint().width() <= box.width()
    assert box.level.width() == box.level.sizeHint().width()
    assert box.rect().contains(box.level.geometry())


def test_only_the_plain_text_of_what_is_pasted_is_taken(qtbot: QtBot) -> None:
    made = LongInput(Field("notes", "Notes", FieldKind.LONG_TEXT))
    qtbot.addWidget(made)
    data = QMimeData()
    data.setHtml('<img src="file:///etc/passwd"><b>gras</b>')
    made.insertFromMimeData(data)
    data.setText("<b>brut</b>")
    made.insertFromMimeData(data)
    assert "<b>brut</b>" in made.typed()
    assert "<img" not in made.document().toHtml()


@pytest.mark.usefixtures("french")
def test_straight_quotes_become_french_ones_and_undo_brings_them_back(qtbot: QtBot) -> None:
    made = LongInput(Field("notes", "Notes", FieldKind.LONG_TEXT))
    qtbot.addWidget(made)
    QTest.keyClicks(made, 'Il dit "oui"')
    assert made.typed() == "Il dit «\u00a0oui\u00a0»"
    made.undo()
    assert made.typed() == 'Il dit «\u00a0oui"'


def test_every_label_shows_plain_text(mission: Mission, inspector: Inspector) -> None:
    key = mission.key(ACTOR, "A01")
    hostile = '<img src="//host/share/x.png">'
    mission.document.run(
        "Hostile", lambda s: records.change(s, ACTOR, key, {"name": hostile, "role": hostile})
    )
    inspect(mission, inspector, ACTOR, "A01").tabs.setCurrentIndex(1)
    for label in inspector.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
    for widget in inspector.findChildren(QWidget):
        assert "<img" not in widget.toolTip()
