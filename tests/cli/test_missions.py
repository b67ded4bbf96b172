"""Making, describing and checking missions from a shell."""

import json
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from entente import cli
from entente.cli.arguments import build_parser
from entente.cli.program import language_of
from entente.store import schema

PASSPHRASE = "clé d’été"  # noqa: S105  # of a mission made here


@pytest.fixture(scope="module")
def passphrase_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("secret") / "p"
    path.write_text(PASSPHRASE + "\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def encrypted(tmp_path_factory: pytest.TempPathFactory, passphrase_file: Path) -> Path:
    path = tmp_path_factory.mktemp("encrypted") / "m.entente"
    assert cli.main(["example", str(path), "--passphrase-file", str(passphrase_file)]) == 0
    return path


def test_info_answers_a_program(confluent: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["info", str(confluent), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["schema"], answer["encrypted"]) == (schema.SCHEMA_VERSION, False)
    assert (
        answer["counts"].items()
        >= {
            "actors": 18,
            "organisations": 7,
            "relations": 38,
            "difficulties": 6,
            "parties": 16,
            "notes": 72,
            "options": 18,
            "steps": 22,
        }.items()
    )


def test_info_answers_a_person_in_french(
    confluent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["info", str(confluent), "--lang", "fr"]) == 0
    assert "Mission CONFLUENT" in capsys.readouterr().out


def test_info_leaves_the_file_as_it_is(confluent: Path) -> None:
    before = confluent.read_bytes()
    assert cli.main(["info", str(confluent)]) == 0
    assert confluent.read_bytes() == before
    assert [path.name for path in confluent.parent.iterdir()] == [confluent.name]


def test_a_passphrase_comes_from_a_file(
    encrypted: Path, passphrase_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["info", str(encrypted), "--json", "--passphrase-file", str(passphrase_file)]
    assert cli.main(command) == 0
    assert json.loads(capsys.readouterr().out)["encrypted"] is True


def test_a_passphrase_comes_from_the_environment_in_any_form(
    encrypted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ENTENTE_PASSPHRASE", unicodedata.normalize("NFD", PASSPHRASE))
    assert cli.main(["info", str(encrypted)]) == 0


def test_a_wrong_passphrase_is_refused_in_one_sentence(
    encrypted: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ENTENTE_PASSPHRASE", "something else")
    assert cli.main(["info", str(encrypted)]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert "m.entente" in told.err


def test_a_missing_passphrase_is_asked_for_by_name(
    encrypted: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["info", str(encrypted)]) == 1
    told = capsys.readouterr().err
    assert "--passphrase-file" in told
    assert "ENTENTE_PASSPHRASE" in told


@pytest.mark.parametrize("content", [b"", b"\n", b"two\nlines\n", b"\xff\xfe\x00", b"x" * 20_000])
def test_a_file_that_holds_no_passphrase_is_refused(
    encrypted: Path, tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "nothing"
    path.write_bytes(content)
    assert cli.main(["info", str(encrypted), "--passphrase-file", str(path)]) == 1
    assert "nothing" in capsys.readouterr().err


def test_a_new_mission_takes_the_name_of_its_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "Hôpital du Nord.entente"
    assert cli.main(["new", str(path), "--unencrypted"]) == 0
    assert cli.main(["info", str(path)]) == 0
    assert "Hôpital du Nord" in capsys.readouterr().out


def test_a_mission_that_cannot_begin_leaves_nothing_behind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "m.entente"
    assert cli.main(["new", str(path), "--unencrypted", "--name", " \t"]) == 1
    assert "Name" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_made_without_a_choice_about_encryption(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "m.entente"
    assert cli.main(["new", str(path)]) == 1
    assert "--unencrypted" in capsys.readouterr().err
    assert not path.exists()


def test_both_choices_at_once_are_wrong_usage(tmp_path: Path, passphrase_file: Path) -> None:
    path = tmp_path / "m.entente"
    both = ["--unencrypted", "--passphrase-file", str(passphrase_file)]
    assert cli.main(["new", str(path), *both]) == 2
    assert not path.exists()


def test_a_mission_that_is_there_is_not_overwritten(
    confluent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = confluent.read_bytes()
    assert cli.main(["example", str(confluent), "--unencrypted"]) == 1
    assert "m.entente" in capsys.readouterr().err
    assert confluent.read_bytes() == before


def test_the_sample_comes_in_english_when_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "m.entente"
    assert cli.main(["example", str(path), "--unencrypted", "--lang", "en"]) == 0
    assert cli.main(["export", str(path), "difficulties", str(tmp_path / "k.csv")]) == 0
    assert "Data migration" in (tmp_path / "k.csv").read_text("utf-8-sig")
    assert capsys.readouterr().err == ""


def test_a_whole_file_is_said_to_be_whole(
    confluent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["check", str(confluent)]) == 0
    assert "m.entente" in capsys.readouterr().out


def test_a_damaged_file_does_not_pass(
    encrypted: Path,
    passphrase_file: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "damaged.entente"
    data = bytearray(encrypted.read_bytes())
    place = len(data) // 2
    data[place : place + 64] = bytes(64)
    path.write_bytes(data)
    assert cli.main(["check", str(path), "--passphrase-file", str(passphrase_file)]) == 1
    told = capsys.readouterr()
    assert "pages: " in told.out
    assert "damaged.entente" in told.err


@pytest.mark.parametrize(
    ("content", "name"), [(None, "absent"), (b"", "empty"), (b"Bonjour" * 1000, "letter")]
)
def test_what_is_no_mission_is_refused_by_name(
    tmp_path: Path, content: bytes | None, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    for command in (["info", str(path)], ["check", str(path)]):
        assert cli.main(command) == 1
        assert name in capsys.readouterr().err


@pytest.mark.parametrize(
    "command",
    [[], ["info"], ["info", "a", "b"], ["nonsense", "f"], ["info", "f", "--passphrase", "x"]],
)
def test_wrong_usage_is_status_two(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(command) == 2
    assert "usage" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "environment", "spoken"),
    [
        ([], {}, "fr"),
        ([], {"LANG": "C"}, "fr"),
        ([], {"LANG": "C.UTF-8"}, "fr"),
        ([], {"LANG": "de_DE.UTF-8"}, "fr"),
        ([], {"LANG": "en_GB.UTF-8"}, "en"),
        ([], {"LANG": "fr_FR.UTF-8", "LC_ALL": "en_US"}, "en"),
        ([], {"LANG": "en_US", "LC_ALL": ""}, "en"),
        (["info", "f", "--lang", "en"], {"LANG": "fr_FR"}, "en"),
        (["info", "f", "--lang=fr"], {"LANG": "en_US"}, "fr"),
        (["info", "en", "--lang", "xx"], {"LANG": "fr_FR"}, "fr"),
        (["info", "f", "--lang"], {"LANG": "en_US"}, "en"),
    ],
)
def test_language_is_that_asked_for_or_that_of_the_shell(
    arguments: list[str], environment: dict[str, str], spoken: str
) -> None:
    assert language_of(arguments, environment) == spoken


def test_every_command_is_known_before_the_parser_is_built() -> None:
    (commands,) = (action for action in build_parser()._actions if action.dest == "command")
    assert commands.choices is not None
    assert tuple(commands.choices) == cli.COMMANDS


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], False),
        (["info", "f"], True),
        (["--help"], True),
        (["mission.entente"], False),
        (["./info"], False),
    ],
)
def test_a_file_is_told_from_a_command(arguments: list[str], expected: bool) -> None:
    assert cli.is_command(arguments) is expected


def test_no_command_needs_qt() -> None:
    program = (
        "import sys; from entente.cli import main; status = main(['--version']);"
        "sys.exit(status or any(name.startswith('PySide6') for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True)
    assert done.returncode == 0
    assert done.stdout.startswith(b"Entente ")
