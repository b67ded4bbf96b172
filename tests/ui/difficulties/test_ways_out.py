from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from entente.domain.actor import ACTOR
from entente.domain.agreement import SETTLEMENT
from entente.domain.closing import Ending
from entente.domain.difficulty import DIFFICULTY
from entente.domain.option import INTEREST, OFFER, OPTION, OPTION_SCORE
from entente.domain.party import PARTY
from entente.domain.records import RecordType
from entente.services import agreements, records
from entente.store.gate import Gate
from entente.store.session import Session
from entente_ui.background import Background
from entente_ui.difficulties.ways_out.axis import axis_of
from entente_ui.difficulties.ways_out.closing import EndingDialog, closing_menu
from entente_ui.difficulties.ways_out.page import WaysOutPage
from entente_ui.document import Document
from entente_ui.kit import Popover
from entente_ui.pane import Context
from entente_ui.registers.inputs import LineInput

HOSTILE = "<img src='file:///etc/passwd'> =cmd|' /C calc'!A0"
KEYS: dict[str, str] = {}


def fill(session: Session) -> None:
    KEYS["k"] = records.create(session, DIFFICULTY, {"title": "Reprise"})
    sides = {"Anselme": ("pays", 20_000), "Hippolyte": ("receives", 12_000)}
    for name, (side, limit) in sides.items():
        KEYS[name] = records.create(session, ACTOR, {"name": name, "confidentiality": "public"})
        part = {"difficulty_id": KEYS["k"], "actor_id": KEYS[name]}
        KEYS[f"p{name}"] = records.create(session, PARTY, {**part, "side": side, "limit": limit})
        KEYS[f"i{name}"] = records.create(session, INTEREST, {**part, "text": f"Pour {name}"})
    for number, text in enumerate(("Couper en deux", HOSTILE)):
        values = {"difficulty_id": KEYS["k"], "text": text}
        KEYS[f"o{number}"] = records.create(session, OPTION, values)
    for actor, amount in (("Hippolyte", 38_000), ("Anselme", 15_000)):
        offer = {"difficulty_id": KEYS["k"], "actor_id": KEYS[actor], "text": HOSTILE}
        KEYS[f"f{actor}"] = records.create(session, OFFER, {**offer, "amount": amount})


@pytest.fixture
def context(gate: Gate, tmp_path: Path) -> Iterator[Context]:
    background = Background()
    yield Context(
        document=Document(gate),
        background=background,
        settings=QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat),
        toast=lambda _text, _undo: None,
        reveal=lambda _kind, _key: None,
        tell=lambda error: pytest.fail(repr(error)),
    )
    background.close()


@pytest.fixture
def page(qtbot: QtBot, gate: Gate, context: Context) -> WaysOutPage:
    gate.run("Fill", fill)
    made = WaysOutPage(context)
    qtbot.addWidget(made)
    made.resize(900, 900)
    made.show()
    made.show_difficulty(KEYS["k"])
    context.document.changed.connect(lambda _changes: made.show_difficulty(KEYS["k"]))
    context.document.viewer_changed.connect(lambda: made.show_difficulty(KEYS["k"]))
    return made


def rows(page: WaysOutPage, kind: RecordType) -> list[dict[str, object]]:
    return page.context.document.read(lambda s: records.list_rows(s, kind)).dicts()


def shown(model: QAbstractItemModel) -> list[list[str]]:
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_the_matrix_keeps_qt_s_contract(qtmodeltester: ModelTester, page: WaysOutPage) -> None:
    qtmodeltester.check(page.weighing.table.matrix)


def test_figures_are_typed_walked_through_and_made_blank_again(
    qtbot: QtBot, page: WaysOutPage
) -> None:
    table = page.weighing.table
    table.setFocus()
    assert shown(table.matrix) == [[""] * 5] * 2
    qtbot.keyClick(table, Qt.Key.Key_3)
    qtbot.keyClick(table, Qt.Key.Key_Right)
    qtbot.keyClick(table, Qt.Key.Key_Right)
    qtbot.keyClick(table, Qt.Key.Key_0)
    assert shown(table.matrix)[0] == ["3", "3/3", "0", "0/3", "Hippolyte"]
    qtbot.keyClick(table, Qt.Key.Key_9)
    assert len(rows(page, OPTION_SCORE)) == 2
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert shown(table.matrix)[0] == ["3", "3/3", "", "", ""]
    page.context.document.undo()
    assert shown(table.matrix)[0][2] == "0"


def test_the_wheel_scrolls_and_never_scores(page: WaysOutPage) -> None:
    table = page.weighing.table
    table.score(2)
    middle = QPointF(table.visualRect(table.currentIndex()).center())
    turn = QWheelEvent(
        middle,
        QPointF(table.viewport().mapToGlobal(middle.toPoint())),
        QPoint(0, 120),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(table.viewport(), turn)
    assert shown(table.matrix)[0][0] == "2"


def test_a_dominated_option_says_why_in_plain_text(page: WaysOutPage) -> None:
    matrix = page.weighing.table.matrix
    cells = {
        (KEYS["o0"], KEYS["iAnselme"]): 1,
        (KEYS["o1"], KEYS["iAnselme"]): 3,
        (KEYS["o1"], KEYS["iHippolyte"]): 2,
    }
    matrix.write(cells)
    words = matrix.headerData(0, Qt.Orientation.Vertical, Qt.ItemDataRole.AccessibleTextRole)
    assert "Dominated by" in words
    assert "on the 1 interest both are scored on, better on 1" in words
    tip = matrix.headerData(0, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in tip
    first = matrix.words(matrix.index(0, 0))
    assert first == "“Couper en deux” — “Pour Anselme” (Anselme): 1 · a little"


def test_an_option_is_added_from_its_question(qtbot: QtBot, page: WaysOutPage) -> None:
    page.weighing.add_option()
    (popover,) = page.findChildren(Popover)
    (line,) = popover.findChildren(QLineEdit)
    line.setText("Un lot 2 en option")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert [row["text"] for row in rows(page, OPTION)][-1] == "Un lot 2 en option"
    assert page.weighing.cards["option"].accessibleName() == "Option Un lot 2 en option"


def test_what_the_texts_hold_is_one_click_away(page: WaysOutPage) -> None:
    assert page.weighing.finds.isHidden()
    key = KEYS["pAnselme"]
    text = {"interests": f"La crédibilité\n{HOSTILE}"}
    page.context.document.run("Write", lambda s: records.change(s, PARTY, key, text))
    assert len(page.weighing.finds.buttons) == 2
    page.weighing.finds.buttons[0].click()
    assert [row["text"] for row in rows(page, INTEREST)][-1] == "La crédibilité"
    assert len(page.weighing.finds.buttons) == 1


def test_options_before_the_why_of_somebody_are_said(page: WaysOutPage) -> None:
    assert page._early_panel.isHidden()
    document = page.context.document
    document.run("Remove", lambda s: records.remove(s, INTEREST, KEYS["iAnselme"]))
    assert not page._early_panel.isHidden()
    assert "Anselme" in page._early.text()


def test_a_counter_offer_comes_from_the_other_party_and_its_amount_is_typed_as_written(
    page: WaysOutPage,
) -> None:
    page.offers.list.answer(KEYS["fAnselme"])
    made = rows(page, OFFER)[-1]
    assert (made["actor_id"], made["answers_id"]) == (KEYS["Hippolyte"], KEYS["fAnselme"])
    card = page.offers.list.card(str(made["id"]))
    assert card is not None
    box = card.boxes["amount"]
    assert isinstance(box.input, LineInput)
    for typed, kept in (("18 k€", 18_000), ("dix-huit mille", 18_000)):
        box.input.setText(typed)
        box.commit_typed()
        assert rows(page, OFFER)[-1]["amount"] == kept
    assert "dix-huit mille" in box.problem
    assert box.input.text() == "dix-huit mille"


def test_the_zone_is_drawn_for_the_mediator_and_gone_for_those_who_look_on(
    qtbot: QtBot, page: WaysOutPage
) -> None:
    chart = page.offers.chart
    assert [zone.width for zone in chart._zones] == [8_000]
    assert "between €12,000 and €20,000" in page.offers._zone.text()
    with qtbot.waitSignal(chart.chosen) as chosen:
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.point_of(0))
    assert chosen.args == [KEYS["fHippolyte"]]
    page.context.document.present(True)
    assert chart._zones == ()
    assert page.offers._zone.isHidden()
    assert page.offers.limits.isHidden()
    assert page.weighing.add_option_button.isHidden()
    assert page.offered() == ()
    page.context.document.present(False)


def test_an_axis_is_round_and_holds_every_amount() -> None:
    assert axis_of([0, 38_000]).ticks == (0, 10_000, 20_000, 30_000, 40_000)
    for amounts in ([5.0], [0.0], [11_900, 12_100], [1e12, 3], [0.1, 0.2]):
        axis = axis_of(amounts)
        assert len(axis.ticks) <= 12
        assert all(0 <= axis.share(amount) <= 1 for amount in amounts)


def test_nobody_s_words_are_read_as_markup(page: WaysOutPage) -> None:
    formats = {label.textFormat() for label in page.findChildren(QLabel)}
    assert formats == {Qt.TextFormat.PlainText}


def test_two_hundred_parties_with_limits_and_offers_are_shown(page: WaysOutPage) -> None:
    def many(session: Session) -> None:
        for number in range(200):
            actor = records.create(session, ACTOR, {"name": f"Partie {number}"})
            part = {"difficulty_id": KEYS["k"], "actor_id": actor}
            records.create(session, PARTY, {**part, "side": "pays", "limit": 1_000 * number})
            records.create(session, INTEREST, {**part, "text": f"Pour {number}"})

    page.context.document.run("Fill", many)
    assert page.weighing.table.matrix.columnCount() == 2 * 202 + 1
    page.grab()
    assert "201 pairs of parties" in page.offers._zone.text()


def test_closing_says_what_is_left_open_and_goes_on_all_the_same(
    qtbot: QtBot, page: WaysOutPage
) -> None:
    context, key = page.context, KEYS["k"]
    context.document.run("Draft", lambda s: agreements.start(s, key, SETTLEMENT))
    dialog = EndingDialog(context, key, Ending.CLOSE)
    qtbot.addWidget(dialog)
    assert dialog.remarks == [
        "1 draft agreement is not signed.",
        "No settlement was signed: the finding will say that there is none.",
    ]
    dialog.day.setText("2026-06-11")
    dialog.carry_out()
    assert "a day up to today" in dialog.problem.text()
    dialog.day.setText("2026-06-09")
    dialog.reason.setPlainText("Départ d’une partie")
    dialog.carry_out()
    rating = context.document.read(lambda s: records.ratings(s, DIFFICULTY, key))[-1]
    assert (rating.values["status"], rating.fact) == ("closed", "Départ d’une partie")
    assert rating.confidentiality == "mediator"
    menu = closing_menu(context, key)
    qtbot.addWidget(menu)
    assert [action.text() for action in menu.actions()] == [
        "Reopen…",
        "Prepare the finding of no agreement",
    ]


def test_a_settled_difficulty_has_no_finding_of_no_agreement(
    qtbot: QtBot, page: WaysOutPage
) -> None:
    def settle(session: Session) -> None:
        agreements.sign(session, agreements.start(session, KEYS["k"], SETTLEMENT))

    page.context.document.run("Settle", settle)
    menu = closing_menu(page.context, KEYS["k"])
    qtbot.addWidget(menu)
    assert [action.text() for action in menu.actions()] == ["Close the difficulty…", "Reopen…"]


def test_a_limit_is_typed_where_it_is_kept(page: WaysOutPage) -> None:
    limits = page.offers.limits
    assert not limits.lines
    limits.set_expanded(True)
    assert len(limits.lines) == 2
    box = limits.lines[KEYS["pAnselme"]].boxes["limit"]
    assert isinstance(box.input, LineInput)
    box.input.setText("10 k€")
    box.commit_typed()
    assert "do not meet: €2,000 lie between" in page.offers._zone.text()


def test_a_card_stays_in_step_with_the_cell_one_is_at(qtbot: QtBot, page: WaysOutPage) -> None:
    table, cards = page.weighing.table, page.weighing.cards
    table.setFocus()
    assert cards["interest"].accessibleName() == "Interest Pour Anselme"
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert cards["option"].accessibleName() == f"Option {HOSTILE}"
    page.focus_on("interest", KEYS["iHippolyte"])
    assert cards["interest"].boxes
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
