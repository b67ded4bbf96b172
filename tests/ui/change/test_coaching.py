"""The tab of supports at mouse and keys; what is refused and erased is tested without a window."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from entente.domain.actor import ACTOR
from entente.domain.coaching.records import COACHING_SESSION, COACHING_TRACK
from entente.services import coaching, coaching_edits, records
from entente.services.coaching import Track
from entente.services.erasure import Copies
from entente.store.backup import Backup
from entente.store.gate import Gate
from entente.store.mission_file import MissionFile
from entente.store.session import Session
from entente_ui.change.coaching import withdrawing
from entente_ui.change.coaching.goals_part import GoalCard
from entente_ui.change.coaching.limits import LimitsDialog
from entente_ui.change.coaching.view import CoachingView
from entente_ui.kit import EmptyState, MessageDialog, Popover
from entente_ui.pane import Context
from entente_ui.paper.dialog import PreviewDialog
from tests.ui.change.conftest import Mission

PERSON = "Tancrède Boulonnier"


@pytest.fixture(scope="module")
def window(sample_mission: Mission) -> Iterator[CoachingView]:
    """The tab over the sample mission, made once."""
    made = CoachingView(sample_mission.context)
    made.resize(1200, 1600)
    made.show()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def view(window: CoachingView, sample_mission: Mission) -> Iterator[CoachingView]:
    """The tab, and what a test wrote taken back after it."""
    yield window
    sample_mission.document.present(False)
    while sample_mission.document.undo_label not in {"", "Load the sample"}:
        sample_mission.document.undo()
    sample_mission.toasts.clear()


def track(view: CoachingView) -> Track:
    assert view.page.track is not None
    return view.page.track


def words(view: CoachingView) -> str:
    QApplication.processEvents()  # what was just added is shown then
    return "\n".join(label.text() for label in view.findChildren(QLabel) if label.isVisible())


def first_goal(view: CoachingView) -> GoalCard:
    card = view.page.goals.cards[track(view).goals[0].id]
    assert isinstance(card, GoalCard)
    return card


def note(shown: list[QDialog], dialog: QDialog) -> None:
    """Keep a dialog instead of showing it."""
    shown.append(dialog)


def begun(view: CoachingView) -> str:
    """Prepare the support of somebody else and return its key."""
    people = view.deeds.people()
    view.begin(next(key for key, name in people.items() if name != PERSON))
    return view.lines.key


def test_the_support_of_the_sample_is_shown_whole(view: CoachingView) -> None:
    told = words(view)
    assert f"AI1 · {PERSON}" in told
    assert "4 of 5 sessions due were held (80%). 6 sessions were agreed." in told
    assert "T = 37.6 at first, 56.2 now" in view.page.chart.sentence.text()
    days = [shape.name.replace("\xa0", " ") for shape in view.page.shape.radar.shapes]
    assert days == ["5 June 2026", "14 April 2026"]
    assert len(view.page.chart.table.twin.figures.rows) == 5
    assert view.page.raised == []


def test_a_step_pressed_is_noted_today_with_what_was_seen(view: CoachingView) -> None:
    first_goal(view).scale.press(2)
    goal = track(view).goals[0]
    assert (goal.last, len(goal.readings)) == (2, 4)
    popover = view.window().findChildren(Popover)[-1]
    field = popover.findChild(QLineEdit)
    assert field is not None
    field.setText("Trois participants reformulent")
    popover.accepted.emit()
    popover.close()
    assert track(view).goals[0].readings[-1]["fact"] == "Trois participants reformulent"
    assert len(track(view).goals[0].readings) == 4
    view.context.document.undo()
    view.context.document.undo()
    assert track(view).goals[0].last == 1


def test_nothing_can_be_noted_before_consent_is_recorded(view: CoachingView) -> None:
    begun(view)
    assert not track(view).is_open
    assert view.page.sessions.isHidden()
    assert view.page.consent.withdraw_button.isHidden()
    view.page.consent.record_button.click()
    assert "is empty" in words(view)
    view.page.consent.words.setPlainText("D’accord.")
    view.page.consent.record_button.click()
    assert track(view).is_open
    assert not view.page.sessions.isHidden()
    assert not view.page.consent.withdraw_button.isHidden()


def test_a_support_is_not_closed_without_the_words_of_the_person(
    view: CoachingView, sample_mission: Mission
) -> None:
    view.page.close_button.click()
    assert not track(view).is_closed
    assert "own words" in sample_mission.toasts[-1]
    ending = {"closing_person": "Merci", "closing_result": "Attendu, obtenu"}
    key = track(view).id
    view.context.document.run("Write", lambda s: coaching_edits.change(s, key, ending))
    view.page.close_button.click()
    assert track(view).is_closed
    view.page.reopen_button.click()
    assert not track(view).is_closed


def test_a_word_in_a_session_proposes_a_referral(view: CoachingView) -> None:
    session = track(view).sessions[1]["id"]
    said = {"feedback": "Il parle d’insomnies."}
    view.context.document.run("Say", lambda s: records.change(s, COACHING_SESSION, session, said))
    (card,) = view.page.raised
    assert "insomnies" in words(view)
    card.refer("Médecin du travail")
    assert view.page.raised == []
    assert "Médecin du travail" in words(view)


def test_the_limits_of_the_role_are_one_click_away(
    view: CoachingView, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[QDialog] = []
    monkeypatch.setattr(LimitsDialog, "exec", lambda dialog: note(shown, dialog))
    view.limits_button.click()
    told = " ".join(label.text() for label in shown[0].findChildren(QLabel))
    assert all(limit in told for limit in coaching.limits())
    shown[0].deleteLater()


def test_a_room_sees_nothing_of_it(view: CoachingView, sample_mission: Mission) -> None:
    sample_mission.document.present(True)
    assert PERSON not in words(view)
    assert "Hidden during a presentation." in words(view)
    assert view.status == ""
    assert view.lines.model().rowCount() == 0
    assert not view.add_record()
    sample_mission.document.present(False)
    assert PERSON in words(view)


def test_a_part_asked_for_is_opened_and_brought_into_view(view: CoachingView, qtbot: QtBot) -> None:
    session = track(view).sessions[-1]["id"]
    view.resize(1200, 500)
    assert view.reveal(COACHING_SESSION.name, session)
    card = view.page.sessions.cards[session]
    assert card.boxes
    qtbot.waitUntil(lambda: not card.visibleRegion().isEmpty())
    view.resize(1200, 1600)


def test_an_empty_mission_says_what_a_support_is(empty_mission: Mission, qtbot: QtBot) -> None:
    made = CoachingView(empty_mission.context)
    qtbot.addWidget(made)
    made.show()
    (state,) = [each for each in made.findChildren(EmptyState) if each.isVisible()]
    assert "Nobody is supported yet." in [label.text() for label in state.findChildren(QLabel)]


def test_consent_withdrawn_erases_all_and_shows_the_certificate(
    open_mission: Callable[[Gate], Mission],
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for variable in ("HOME", "XDG_DATA_HOME", "LOCALAPPDATA", "USERPROFILE"):
        monkeypatch.setenv(variable, str(tmp_path / "home"))
    told: list[str] = []

    def answer(dialog: MessageDialog) -> int:
        told.append(dialog.accessibleDescription())
        dialog.answer = "all"
        return 0

    monkeypatch.setattr(MessageDialog, "exec", answer)
    shown: list[QDialog] = []
    monkeypatch.setattr(PreviewDialog, "open", lambda dialog: note(shown, dialog))
    with MissionFile.create(tmp_path / "m.entente", None) as file:
        file.gate.run("Support", support)
        mission = open_mission(file.gate)
        context = with_file(mission.context, file)
        made = CoachingView(context)
        qtbot.addWidget(made)
        made.show()
        key = track(made).id
        made.page.consent.withdraw_button.click()
        qtbot.waitUntil(lambda: bool(shown), timeout=20_000)
        assert "Nothing brings them back" in told[0]
        assert file.gate.read(lambda s: records.count(s, COACHING_TRACK)) == 0
        assert made.lines.key == ""
        assert key not in str(file.gate.steps())
        assert shown[0].windowTitle() == "Certificate of erasure"
        assert mission.toasts == ["The support AI1 is erased for good."]


def support(session: Session) -> None:
    actor = records.create(session, ACTOR, {"name": PERSON})
    key = coaching_edits.begin(session, actor)
    coaching_edits.consent(session, key, "Oui")
    coaching_edits.aim(session, key, {"statement": "Reformuler"})


def with_file(context: Context, file: MissionFile) -> Context:
    return Context(
        document=context.document,
        background=context.background,
        settings=context.settings,
        toast=context.toast,
        reveal=context.reveal,
        tell=context.tell,
        file=lambda: file,
    )


@pytest.mark.parametrize(("sealed", "count"), [((), 2), (("one",), 3)])
def test_backups_that_cannot_be_opened_are_asked_about(sealed: tuple[str, ...], count: int) -> None:
    backups = tuple(Backup(Path(name), 1, dt.datetime.now(dt.UTC), "") for name in sealed)
    found = Copies((), backups)
    answers = withdrawing.answers(found)
    assert len(answers) == count
    assert answers[0].is_danger
    assert ("older passphrase" in withdrawing.told(found)) is bool(sealed)
