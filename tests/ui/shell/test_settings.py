"""What is remembered of the user, and what is not."""

from pathlib import Path

from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from entente_ui.look.theme import Mode
from entente_ui.settings import Preferences


def reopened(preferences: Preferences) -> Preferences:
    preferences.store.sync()
    return Preferences(QSettings(preferences.store.fileName(), QSettings.Format.IniFormat))


def test_choices_survive_a_restart(preferences: Preferences) -> None:
    preferences.language = "fr"
    preferences.theme = Mode.DARK
    preferences.size = 150
    preferences.reduced_motion = True
    preferences.idle_minutes = 15
    again = reopened(preferences)
    assert again.language == "fr"
    assert again.theme is Mode.DARK
    assert again.size == 150
    assert again.reduced_motion is True
    assert again.idle_minutes == 15


def test_a_file_spoilt_by_hand_gives_the_defaults(preferences: Preferences) -> None:
    for key in ("look/theme", "look/size", "look/language", "lock/idle_minutes"):
        preferences.store.setValue(key, "<nonsense>")
    assert preferences.theme is Mode.SYSTEM
    assert preferences.size == 100
    assert preferences.language in {"fr", "en"}
    assert preferences.idle_minutes == 5


def test_the_size_stays_between_80_and_200(preferences: Preferences) -> None:
    preferences.size = 300
    assert preferences.size == 200
    preferences.size = 10
    assert preferences.size == 80


def test_a_change_is_announced_once(preferences: Preferences, qtbot: QtBot) -> None:
    with qtbot.waitSignal(preferences.look_changed):
        preferences.size = 120
    with qtbot.assertNotEmitted(preferences.look_changed):
        preferences.size = 120


def test_the_last_opened_comes_first_and_only_once(preferences: Preferences) -> None:
    one, other = Path("/a/Été.entente"), Path("/b/m.entente")
    for path in (one, other, one):
        preferences.remember(path)
    assert reopened(preferences).recent == [one, other]


def test_one_recent_file_comes_back_as_a_list(preferences: Preferences) -> None:
    preferences.remember(Path("/a/b.entente"))
    assert reopened(preferences).recent == [Path("/a/b.entente")]


def test_the_list_is_bounded(preferences: Preferences) -> None:
    for number in range(30):
        preferences.remember(Path(f"/m{number}.entente"))
    assert len(preferences.recent) == 10
    assert preferences.recent[0] == Path("/m29.entente")


def test_forgetting_leaves_no_trace_on_disk(preferences: Preferences) -> None:
    preferences.remember(Path("/clients/Klinik/secret.entente"))
    preferences.warn_once(Path("/clients/Klinik/secret.entente"))
    preferences.keeps_recent = False
    preferences.store.sync()
    assert "Klinik" not in Path(preferences.store.fileName()).read_text("utf-8")
    preferences.remember(Path("/clients/Klinik/secret.entente"))
    assert preferences.recent == []


def test_a_risky_place_is_told_once(preferences: Preferences) -> None:
    path = Path("/Dropbox/m.entente")
    assert preferences.warn_once(path)
    assert not preferences.warn_once(path)
