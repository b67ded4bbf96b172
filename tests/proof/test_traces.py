"""What the program leaves behind when something goes wrong says nothing of the mission."""

import logging
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from sqlalchemy import text

from entente.briefs import conflict
from entente.domain.actor import ACTOR
from entente.domain.confidentiality import MEDIATOR
from entente.domain.note import NOTE
from entente.services import records
from entente.store.backup import Backups
from entente.store.mission_file import MissionFile
from entente.store.session import Session
from entente_ui.shell.crash import CrashReporter, report_of
from entente_ui.shell.crash_dialog import CrashDialog
from tests.proof.planting import Planted, plant
from tests.proof.screen import told_in
from tests.store.conftest import fast_key

WORD = "xqmarchandage"


@pytest.fixture
def mission(home: Path, tmp_path: Path) -> Iterator[MissionFile]:
    assert home.is_dir()
    with MissionFile.create(tmp_path / "m.entente", fast_key()) as file:
        yield file


def _no_number(session: Session) -> None:
    session.insert(ACTOR, {"name": WORD, "camp": WORD})


def _no_field(session: Session) -> None:
    records.create(session, ACTOR, {"name": WORD, WORD: WORD})


def _no_value(session: Session) -> None:
    records.create(session, NOTE, {"text": WORD, "kind": WORD})


def _no_record(session: Session) -> None:
    records.change(session, ACTOR, WORD, {"name": WORD})


def _no_table(session: Session) -> None:
    session._connection.execute(text("SELECT :word FROM nowhere"), {"word": WORD})


def _wrapped(_session: Session) -> None:
    try:
        int(WORD)
    except ValueError as error:
        raise RuntimeError({"name": WORD}) from error


@pytest.mark.parametrize(
    "action", [_no_number, _no_field, _no_value, _no_record, _no_table, _wrapped]
)
def test_a_crash_report_names_places_and_no_word(
    mission: MissionFile, action: Callable[[Session], None]
) -> None:
    with pytest.raises(Exception) as caught:  # noqa: PT011  # whatever it is
        mission.gate.run(f"Write {WORD}", action)
    report = report_of(caught.value)
    assert WORD not in report
    assert "store/gate.py" in report
    assert str(Path.home()) not in report
    assert str(mission.path.parent) not in report


@pytest.mark.usefixtures("qapp")
def test_the_window_that_tells_of_a_crash_shows_the_report_alone(mission: MissionFile) -> None:
    with pytest.raises(RuntimeError) as caught:
        mission.gate.run("Write", _wrapped)
    dialog = CrashDialog(report_of(caught.value))
    dialog.show()
    told = "\n".join(told_in(dialog))
    assert "RuntimeError" in told
    assert WORD not in told
    dialog.close()
    dialog.deleteLater()


def test_an_error_nobody_caught_says_nothing_on_standard_error(
    qapp: QApplication, capfd: pytest.CaptureFixture[str]
) -> None:
    shown: list[str] = []
    reporter = CrashReporter(qapp)
    reporter._caught.disconnect()
    reporter._caught.connect(shown.append)
    try:
        _wrapped(None)  # type: ignore[arg-type]  # it asks for none
    except RuntimeError:
        reporter._on_error(*sys.exc_info())
    assert len(shown) == 1
    assert WORD not in shown[0]
    told = capfd.readouterr()
    assert (told.out, told.err) == ("", "")


def test_no_log_and_no_stream_holds_a_word(
    mission: MissionFile,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """Asked for far more than the program ever asks; rows as such are logged by SQLAlchemy
    at its very last level alone.
    """
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.INFO, logger="sqlalchemy")
    planted: Planted = plant(mission.gate)
    secret = planted.secrets[0]
    assert mission.gate.find(secret.word)
    mission.gate.undo()
    mission.gate.redo()
    Backups.of(mission).make(mission)
    gathered = mission.gate.read(
        partial(conflict.gather, difficulty_id=planted.table, audience=MEDIATOR)
    )
    conflict.produce(gathered, "fr")
    assert planted.found_in(caplog.text) == set()
    told = capfd.readouterr()
    assert planted.found_in(told.out + told.err) == set()
    assert planted.found_in(" ".join(path.name for path in tmp_path.rglob("*"))) == set()
