import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import dev
import environment
import machine

LOCK = """
version = 1

[[package]]
name = "entente"
version = "0.1.0"
source = { editable = "." }

[[package]]
name = "babel"
version = "2.18.0"
source = { registry = "https://pypi.org/simple" }

[[package]]
name = "numpy"
version = "2.4.6"
source = { registry = "https://pypi.org/simple" }
resolution-markers = ["python_full_version < '3.12'"]

[[package]]
name = "numpy"
version = "2.5.5"
source = { registry = "https://pypi.org/simple" }
resolution-markers = ["python_full_version >= '3.15'", "python_full_version == '3.14.*'"]
"""


class Shell:
    """Stands in for the processes: remembers what was run and answers as told."""

    def __init__(self) -> None:
        self.commands: list[list[str]] = []
        self.environments: list[dict[str, str]] = []
        self.statuses: dict[str, int] = {}

    def run(
        self, command: list[str], *, env: dict[str, str], **_options: object
    ) -> subprocess.CompletedProcess[str]:
        self.commands.append(command)
        self.environments.append(env)
        status = next((code for word, code in self.statuses.items() if word in command), 0)
        return subprocess.CompletedProcess(command, status)

    @property
    def told(self) -> list[str]:
        """Each command as the person at the shell would shorten it."""
        return [" ".join([Path(first).stem, *rest]) for first, *rest in self.commands]


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Shell:
    shell = Shell()
    monkeypatch.setattr(subprocess, "run", shell.run)
    monkeypatch.setattr(dev, "provide_environment", lambda **_options: 0)
    monkeypatch.setattr(dev, "provide_libraries", lambda **_options: 0)
    monkeypatch.setattr(dev, "SCRIPTS", Path("bin"))
    monkeypatch.setattr(dev, "OUT", tmp_path / "out")
    monkeypatch.setattr(dev, "SAMPLE", tmp_path / "out" / "CONFLUENT.entente")
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    return shell


@pytest.fixture
def on_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "has_display", lambda _platform, _environ: True)


@pytest.fixture
def in_the_dark(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "has_display", lambda _platform, _environ: False)


def test_an_old_python_can_read_the_script_that_refuses_it() -> None:
    ast.parse(Path(dev.__file__).read_text("utf-8"), feature_version=(3, 8))


def test_an_old_python_is_refused_in_both_languages(tmp_path: Path) -> None:
    refused = tmp_path / "dev.py"
    source = Path(dev.__file__).read_text("utf-8")
    refused.write_text(source.replace("(3, 11)", "(99, 0)"), "utf-8")
    done = subprocess.run(
        [sys.executable, str(refused), "run"], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 1
    assert "Entente needs Python 3.11 or newer" in done.stderr
    assert "Entente demande Python 3.11 ou plus récent" in done.stderr


@pytest.mark.parametrize("name", ["dev", "machine", "environment"])
def test_what_runs_before_the_environment_needs_the_standard_library_alone(name: str) -> None:
    tree = ast.parse((Path(dev.__file__).parent / f"{name}.py").read_text("utf-8"))
    imported = {
        alias.name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    } | {
        (node.module or "").split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
    }
    assert imported <= set(sys.stdlib_module_names) | {"machine", "environment"}


@pytest.mark.parametrize(
    ("platform", "environ", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
        ("linux", {"QT_QPA_PLATFORM": "vnc:size=800x600"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen:size=800x600"}, False),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_a_window_opens_only_where_it_is_seen(
    platform: str, environ: dict[str, str], expected: bool
) -> None:
    assert machine.has_display(platform, environ) is expected


def test_only_absent_libraries_are_asked_for() -> None:
    present = {"libEGL.so.1", "libglib-2.0.so.0", "libdbus-1.so.3", "libxkbcommon.so.0"}
    missing = machine.missing_libraries(window=False, present=present.__contains__)
    assert missing == {"libGL.so.1": ("libgl1",), "libfontconfig.so.1": ("libfontconfig1",)}


def test_tests_do_without_the_libraries_of_a_window() -> None:
    bare = machine.missing_libraries(window=False, present=lambda _soname: False)
    window = machine.missing_libraries(window=True, present=lambda _soname: False)
    assert "libxcb-cursor.so.0" not in bare
    assert len(bare) == 6
    assert len(window) == 12


def test_a_library_that_is_nowhere_is_noticed() -> None:
    assert not machine.loads("libnowhere-at-all.so.9")


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({"libgl1", "libglib2.0-0"}, ["libgl1", "libglib2.0-0"]),
        ({"libgl1", "libglib2.0-0t64"}, ["libgl1", "libglib2.0-0t64"]),
        ({"libgl1", "libglib2.0-0", "libglib2.0-0t64"}, ["libgl1", "libglib2.0-0t64"]),
        (set(), ["libgl1", "libglib2.0-0"]),
    ],
)
def test_the_package_is_the_one_this_release_has(known: set[str], expected: list[str]) -> None:
    candidates = [("libgl1",), ("libglib2.0-0t64", "libglib2.0-0")]
    assert machine.packages_for(candidates, known.__contains__) == expected


def test_who_may_not_install_is_told_the_line_to_type(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(shutil, "which", lambda _name: "/usr/bin/apt-get")
    monkeypatch.setattr(machine, "loads", lambda _soname: True)
    monkeypatch.setattr(
        machine, "missing_libraries", lambda **_options: {"libxcb-cursor.so.0": ("libxcb-cursor0",)}
    )
    monkeypatch.setattr(machine, "_apt_knows", lambda _name: True)
    assert machine.provide_libraries(window=True) == 1
    assert "    sudo apt-get install libxcb-cursor0\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"LANG": "fr_FR.UTF-8"}, True),
        ({"LANG": "fr_CA"}, True),
        ({"LANG": "en_GB.UTF-8"}, False),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C"}, False),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "fr_FR.UTF-8"}, True),
        ({}, False),
    ],
)
def test_the_shell_is_answered_in_its_language(environ: dict[str, str], expected: bool) -> None:
    assert machine.speaks_french(environ) is expected


def test_tools_inherit_the_shell_but_not_its_python() -> None:
    inherited = {
        "HOME": "/home/anselme",
        "PIP_INDEX_URL": "https://mirror.example/simple",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPATH": "/elsewhere",
        "VIRTUAL_ENV": "/elsewhere/.venv",
    }
    made = environment.tool_environment(inherited, "/usr/bin/python3")
    assert inherited.items() - made.items() == {
        ("PYTHONDONTWRITEBYTECODE", "1"),
        ("PYTHONPATH", "/elsewhere"),
        ("VIRTUAL_ENV", "/elsewhere/.venv"),
    }
    assert made["UV_SYSTEM_CERTS"] == "1"
    assert made["UV_PYTHON_DOWNLOADS"] == "never"
    assert made["UV_PYTHON"] == "/usr/bin/python3"
    assert made["UV_COMPILE_BYTECODE"] == "1"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("uv 0.13.9 (x86_64-unknown-linux-gnu)", True),
        ("uv 0.11.0", True),
        ("uv 1.0.0", True),
        ("uv 0.4.30", False),
        ("pyenv: uv: command not found", False),
        ("", False),
    ],
)
def test_only_a_recent_uv_is_used(answer: str, expected: bool) -> None:
    assert environment.is_recent_uv(answer) is expected


def test_pip_is_held_to_the_versions_of_the_lock() -> None:
    assert environment.constraints(LOCK) == [
        "babel==2.18.0",
        "numpy==2.4.6 ; (python_full_version < '3.12')",
        "numpy==2.5.5 ; (python_full_version >= '3.15') or (python_full_version == '3.14.*')",
    ]


def test_another_lock_project_or_python_asks_for_a_new_set_up() -> None:
    made = {
        environment.fingerprint(project, lock, interpreter)
        for project in (b"a", b"b")
        for lock in (b"", b"b")
        for interpreter in ("/usr/bin/python3", "/opt/python3")
    }
    assert len(made) == 8


@pytest.mark.usefixtures("on_a_screen")
def test_run_opens_the_window_on_a_new_copy_of_the_sample(shell: Shell) -> None:
    assert dev.main(["run", "--language", "en"]) == 0
    assert shell.told == [
        "python installer/catalogues.py compile",
        f"python -m entente.cli example {dev.SAMPLE} --unencrypted",
        f"python -m entente_ui {dev.SAMPLE} --language en",
    ]


@pytest.mark.usefixtures("on_a_screen", "shell")
def test_run_takes_away_the_copy_of_last_time_and_nothing_else() -> None:
    dev.OUT.mkdir()
    brief = dev.OUT / "brief.pdf"
    for path in (dev.SAMPLE, dev.OUT / "CONFLUENT.entente-wal", brief):
        path.write_text("from last time", "utf-8")
    dev.main(["run"])
    assert list(dev.OUT.iterdir()) == [brief]


@pytest.mark.usefixtures("on_a_screen")
def test_no_window_opens_without_its_sample(shell: Shell) -> None:
    shell.statuses = {"example": 3}
    assert dev.main(["run"]) == 3
    assert not any("entente_ui" in line for line in shell.told)


@pytest.mark.usefixtures("in_the_dark")
def test_without_a_display_the_main_job_is_done_and_said(
    shell: Shell, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(["run"]) == 0
    assert shell.told[1:] == [f"python -m entente.cli demo {dev.OUT}{os.sep}"]
    assert "There is no display here." in capsys.readouterr().out


def test_the_status_of_the_window_is_that_of_the_command(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "has_display", lambda _platform, _environ: True)
    shell.statuses = {"entente_ui": 7}
    assert dev.main(["run"]) == 7


def test_every_check_is_run_and_pytest_last(shell: Shell) -> None:
    shell.statuses = {"--check": 1}
    assert dev.main(["test", "tests/installer", "-k", "apt"]) == 1
    assert shell.told[1:] == [
        "ruff check",
        "ruff format --check",
        "mypy",
        "lint-imports",
        "pytest -n auto --dist loadfile --no-loadscope-reorder tests/installer -k apt",
    ]
    assert shell.environments[-1]["QT_QPA_PLATFORM"] == "offscreen"


def test_a_failing_test_outweighs_a_failing_check(shell: Shell) -> None:
    shell.statuses = {"--check": 1, "bin/pytest": 5}
    assert dev.main(["test"]) == 5


def test_check_runs_no_test(shell: Shell) -> None:
    assert dev.main(["check"]) == 0
    assert shell.told == ["ruff check", "ruff format --check", "mypy", "lint-imports"]


def test_a_misspelt_option_is_refused(shell: Shell, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refusal:
        dev.main(["setup", "--fast"])
    assert refusal.value.code == 2
    assert "--fast" in capsys.readouterr().err
    assert shell.told == []
