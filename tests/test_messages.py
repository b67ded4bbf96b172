import errno
import inspect
import re
from pathlib import Path

import pytest

from entente import errors
from entente.errors import (
    AlreadyThereError,
    CaucusOfNobodyError,
    CoachingError,
    CoachingFault,
    DamagedFileError,
    EntenteError,
    FileInUseError,
    ImportRefusedError,
    InvalidValueError,
    MissionFileError,
    OutputError,
    PrinterError,
    ReceivedFault,
    ReceivedFileError,
    RecordMissingError,
    SprintClosedError,
    TooNewError,
    UnreadableFileError,
    UnsoundLibraryError,
    WaveError,
    WaveFault,
    WithheldTextError,
)
from entente.i18n import speaking
from entente.messages import sentence

PATH = Path("/srv/Clients") / "Réception {1} <b>%s.entente"

EXAMPLES: list[BaseException] = [
    AlreadyThereError("party", "Anselme Ferrage"),
    TooNewError(PATH, "2.4", 7),
    TooNewError(PATH, "", 7),
    FileInUseError(PATH, ""),
    FileInUseError(PATH, "portable-d’Anne"),
    UnreadableFileError(PATH, PermissionError(errno.EACCES, "denied")),
    *(ReceivedFileError(PATH, fault, "actor.name, 3") for fault in ReceivedFault),
    InvalidValueError("Power", 12, "0 to 10"),
    InvalidValueError("Name", None, "a value"),
    InvalidValueError("Name", "", "a value"),
    CaucusOfNobodyError("Confidentiality", "caucus", "Said by"),
    RecordMissingError("actor", "A12"),
    RecordMissingError("dragon", "D1"),
    SprintClosedError("Sprint 3"),
    *(CoachingError(fault) for fault in CoachingFault),
    *(WaveError(fault, "P4", (1, 5)) for fault in WaveFault),
    ImportRefusedError("list.csv", "There is nothing in it."),
    ImportRefusedError("list.csv", "The date 31/02 does not exist.", 4),
    ImportRefusedError("list.csv", "The date 31/02 does not exist.", 4, "Début"),
    ImportRefusedError("list.csv", "Twice.", column="Nom"),
    WithheldTextError(1),
    WithheldTextError(3),
    OutputError(PATH, OSError(errno.ENOSPC, "no space")),
    PrinterError(),
    UnsoundLibraryError("3.40.1", "3.53.3"),
    OSError(errno.EIO, "I/O error", "/media/stick/list.csv"),
    OSError(errno.EIO, "I/O error"),
    OSError("nothing more is known"),
    FileNotFoundError(errno.ENOENT, "No such file", b"/tmp/x.csv"),
    MemoryError(),
    RuntimeError("text of the mission"),
]


def plain_file_errors() -> list[MissionFileError]:
    """Return one of each kind of error that is about a file and nothing more."""
    found = inspect.getmembers(errors, inspect.isclass)
    kinds = [kind for _, kind in found if issubclass(kind, MissionFileError)]
    told = {type(example) for example in EXAMPLES}
    return [kind(PATH) for kind in kinds if kind not in told and kind is not MissionFileError]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("error", [*EXAMPLES, *plain_file_errors()], ids=repr)
def test_every_error_has_a_sentence(error: BaseException, language: str) -> None:
    with speaking(language):
        told = sentence(error)
    assert re.search(r"[.!?]$", told), told
    assert "\n" not in told
    assert 20 < len(told) < 320
    assert not re.search(r"\{\w*\}", told.replace("{1}", ""))
    if isinstance(error, MissionFileError):
        assert "Réception {1} <b>%s.entente" in told


def test_every_kind_of_error_is_told_apart() -> None:
    every = [*EXAMPLES, *plain_file_errors()]
    assert len({sentence(error) for error in every}) == len(every) - 1  # two empty names


def test_an_error_without_words_of_its_own_is_a_gap() -> None:
    told = {type(error) for error in [*EXAMPLES, *plain_file_errors()]}
    known = {
        kind
        for _, kind in inspect.getmembers(errors, inspect.isclass)
        if issubclass(kind, EntenteError) and kind not in {EntenteError, MissionFileError}
    }
    assert known <= told


def test_a_bug_is_told_without_what_it_says() -> None:
    assert "text of the mission" not in sentence(RuntimeError("text of the mission"))


def test_a_long_or_scrambling_name_cannot_spoil_the_sentence() -> None:
    name = "x" * 5000 + "\u202e\x07\n<img src='file:///etc/passwd'>"
    told = sentence(DamagedFileError(Path(name)))
    assert len(told) < 320
    assert "\u202e" not in told
    assert "\n" not in told


def test_windows_tells_who_holds_a_file() -> None:
    error = PermissionError(errno.EACCES, "in use", "m.entente")
    error.winerror = 32  # type: ignore[attr-defined, unused-ignore]  # as Windows sets it
    assert "another program" in sentence(error)
