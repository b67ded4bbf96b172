"""A report that can be sent to strangers."""

import pytest
from pytestqt.qtbot import QtBot

from entente import __version__
from entente.domain import text
from entente_ui.shell import crash, crash_dialog
from entente_ui.shell.crash import CrashReporter, report_of

SAID = "Hippolyte a menti au comité"


def fail() -> None:
    try:
        int(SAID)
    except ValueError as error:
        raise KeyError(SAID) from error


def failure() -> BaseException:
    try:
        fail()
    except KeyError as error:
        return error
    raise AssertionError


def test_a_report_holds_no_word_of_the_mission() -> None:
    report = report_of(failure())
    assert "Hippolyte" not in report
    assert "menti" not in report


def test_a_report_tells_kinds_places_and_versions() -> None:
    report = report_of(failure())
    assert "builtins.KeyError" in report
    assert "builtins.ValueError" in report
    assert "test_crash.py:" in report
    assert "failure" in report
    assert __version__ in report


def test_paths_do_not_name_the_user() -> None:
    try:
        text.shorten(None, 3)  # type: ignore[arg-type]  # a bug, on purpose
    except TypeError as error:
        report = report_of(error)
    assert "entente/domain/text.py:" in report
    assert text.__file__ not in report


def test_errors_that_quote_each_other_end() -> None:
    error = ValueError()
    error.__cause__ = error
    assert report_of(error).count("ValueError") == 1


def test_one_fault_is_shown_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(
        crash_dialog.CrashDialog, "exec", lambda dialog: shown.append(dialog._report)
    )
    reporter = CrashReporter()
    error = failure()
    reporter.take(error)
    reporter.take(error)
    qtbot.waitUntil(lambda: len(shown) == 1)
    qtbot.wait(20)
    assert len(shown) == 1


def test_leaving_the_program_is_no_fault(qtbot: QtBot) -> None:
    reporter = CrashReporter()
    with qtbot.assertNotEmitted(reporter._caught):
        reporter.take(SystemExit(0))
        reporter.take(None)


def test_remarks_of_the_toolkit_are_kept_off_the_logs(capfd: pytest.CaptureFixture[str]) -> None:
    from PySide6.QtCore import QMessageLogContext, QtMsgType  # noqa: PLC0415  # only here

    crash._on_message(QtMsgType.QtWarningMsg, QMessageLogContext(), SAID)
    assert capfd.readouterr().err == ""
