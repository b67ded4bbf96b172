from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from entente_ui.turns import in_turns


def test_the_program_answers_between_two_parts(qtbot: QtBot) -> None:
    owner, seen = QObject(), list[str]()

    def parts() -> Iterator[None]:
        for name in ("first", "second", "third"):
            seen.append(name)
            QTimer.singleShot(0, lambda: seen.append("answer"))
            yield

    in_turns(owner, parts())
    assert seen == []
    qtbot.waitUntil(lambda: len(seen) == 6)
    assert seen == ["first", "answer", "second", "answer", "third", "answer"]


def test_nothing_goes_on_without_its_owner(qtbot: QtBot) -> None:
    owner, seen = QObject(), list[str]()

    def parts() -> Iterator[None]:
        seen.append("first")
        owner.deleteLater()
        yield
        seen.append("second")

    in_turns(owner, parts())
    qtbot.waitUntil(lambda: seen == ["first"])
    qtbot.wait(20)
    assert seen == ["first"]
