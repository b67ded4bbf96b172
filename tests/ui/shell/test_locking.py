"""When the mission is locked, and when it must not be."""

import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import NoReturn, cast

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from entente.domain.actor import ACTOR
from entente.services import records
from entente.store.mission_file import MissionFile
from entente_ui.arguments import parse
from entente_ui.shell import leaving
from entente_ui.shell.input import InputFilter
from entente_ui.shell.locking import LockKeeper
from entente_ui.shell.power import PowerWatch
from entente_ui.shell.shell import Shell

Leave = Callable[[Sequence[str]], NoReturn]


class Door:
    """Stands for the end of the process, which a test would not survive."""

    def __init__(self) -> None:
        self.left: list[Sequence[str]] = []

    def leave(self, arguments: Sequence[str]) -> None:
        self.left.append(arguments)


@pytest.fixture
def door() -> Door:
    return Door()


@pytest.fixture
def keeper(sample_shell: Shell, door: Door, qapp: QApplication) -> LockKeeper:
    inputs = InputFilter(qapp, sample_shell)
    return LockKeeper(sample_shell, inputs, cast("Leave", door.leave))


def test_one_comes_back_to_the_same_place(
    keeper: LockKeeper, sample_shell: Shell, sample_file: MissionFile, door: Door, qtbot: QtBot
) -> None:
    assert sample_shell.workspace is not None
    sample_shell.workspace.go("difficulties")
    sample_shell.workspace.reveal("difficulty", key_of(sample_shell, "K3"))
    state = sample_shell.workspace.pane.state() if sample_shell.workspace.pane else {}
    keeper.lock()
    (arguments,) = door.left
    asked = parse(arguments[arguments.index(leaving.LOCKED) :])
    assert asked.file == sample_file.path
    assert asked.state["place"] == "difficulties"
    assert asked.state["pane"] == dict(state)
    assert not sample_shell.window.isVisible()
    with MissionFile.open(sample_file.path, None) as again:
        sample_shell.show_mission(again, asked.state)
        qtbot.waitUntil(lambda: bool(sample_shell.workspace and sample_shell.workspace.is_complete))
        assert sample_shell.workspace.place == "difficulties"
        assert sample_shell.workspace.pane is not None
        assert dict(sample_shell.workspace.pane.state()) == dict(state)
        sample_shell.forget_mission()


def key_of(shell: Shell, ref: str) -> str:
    from entente.domain.difficulty import DIFFICULTY  # noqa: PLC0415  # only here

    assert shell.document is not None
    rows = shell.document.table(DIFFICULTY).dicts()
    return next(str(row["id"]) for row in rows if row["ref"] == ref)


def test_a_presentation_goes_on_behind_the_lock(
    keeper: LockKeeper, sample_shell: Shell, door: Door
) -> None:
    sample_shell.actions["present"].trigger()
    keeper.lock()
    (arguments,) = door.left
    assert parse(arguments[arguments.index(leaving.LOCKED) :]).state["presenting"] is True


def test_what_is_being_measured_is_written_before_the_file_is_closed(
    keeper: LockKeeper, sample_shell: Shell, sample_file: MissionFile, door: Door
) -> None:
    document = sample_shell.document
    assert document is not None
    note = partial(records.create, record_type=ACTOR, values={"name": "Dernière Minute"})
    document.settling.connect(lambda: document.run("Note", note))
    keeper.lock()
    assert len(door.left) == 1
    with MissionFile.open(sample_file.path, None) as again:
        assert again.gate.read(partial(records.find, record_type=ACTOR, text="Dernière Minute"))


def test_what_is_nowhere_else_is_not_left_behind(
    keeper: LockKeeper, sample_shell: Shell, sample_file: MissionFile, door: Door
) -> None:
    sample_file.path.unlink()
    keeper.lock()
    assert door.left == []
    assert sample_shell.workspace is not None
    assert not sample_shell.workspace.banner.isHidden()


def test_without_a_mission_there_is_nothing_to_lock(
    shell: Shell, qapp: QApplication, door: Door
) -> None:
    LockKeeper(shell, InputFilter(qapp, shell), cast("Leave", door.leave)).lock()
    assert door.left == []


def test_nobody_there_locks_and_somebody_delays_it(
    keeper: LockKeeper, sample_shell: Shell, door: Door, qtbot: QtBot
) -> None:
    assert not keeper._idle.isActive()
    sample_shell.preferences.idle_minutes = 5
    assert keeper._idle.isActive()
    assert keeper._idle.interval() == 300_000
    sample_shell.preferences.idle_minutes = 0
    assert not keeper._idle.isActive()
    sample_shell.preferences.idle_minutes = 1
    keeper._idle.setInterval(30)
    qtbot.waitUntil(lambda: len(door.left) == 1)


def test_time_slept_through_is_noticed(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = QObject(qapp)
    watch = PowerWatch(owner)
    now = time.time()
    with qtbot.assertNotEmitted(watch.leaving):
        monkeypatch.setattr(time, "time", lambda: now + 20)
        watch.look_at_clock()
    with qtbot.waitSignal(watch.leaving):
        monkeypatch.setattr(time, "time", lambda: now + 20 + 3600)
        watch.look_at_clock()
    with qtbot.assertNotEmitted(watch.leaving):
        watch.look_at_clock()
    owner.deleteLater()


def test_the_beginning_of_sleep_counts_its_end_does_not(qtbot: QtBot, qapp: QApplication) -> None:
    owner = QObject(qapp)
    watch = PowerWatch(owner)
    with qtbot.waitSignal(watch.leaving):
        watch.on_asleep(True)  # as the system calls it
    with qtbot.assertNotEmitted(watch.leaving):
        watch.on_asleep(False)  # as the system calls it
    owner.deleteLater()
