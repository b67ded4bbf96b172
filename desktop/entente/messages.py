"""Errors as sentences: what happened, where, and what to do about it. Plain text."""

import errno
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from entente.domain.catalogue import RECORD_TYPES
from entente.domain.text import clean, shorten
from entente.errors import (
    AlreadyThereError,
    CaucusOfNobodyError,
    CoachingError,
    CoachingFault,
    DamagedFileError,
    DiskFailedError,
    DiskFullError,
    EntenteError,
    FileExistsAlreadyError,
    FileGoneError,
    FileInUseError,
    FileMissingError,
    ImportRefusedError,
    InvalidValueError,
    JournalLeftError,
    MissionFileError,
    NotAMissionError,
    NotSavedError,
    OutputError,
    PrinterError,
    ReadOnlyError,
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
    WrongPassphraseError,
    WrongRecoveryError,
)
from entente.i18n import N_, _, ngettext

_LONGEST: Final = 80

#: What is wrong with the file of a mission, by kind of error.
_FILES: Final[Mapping[type[MissionFileError], str]] = MappingProxyType(
    {
        WrongPassphraseError: N_(
            "This passphrase does not open “{name}”: check Caps Lock and the keyboard "
            "language, or use the recovery sheet."
        ),
        WrongRecoveryError: N_(
            "This recovery code does not open “{name}”: compare it with the sheet letter by "
            "letter, and check that it is the latest sheet of this very file."
        ),
        NotAMissionError: N_("“{name}” is not an Entente mission: choose another file."),
        DamagedFileError: N_(
            "“{name}” is damaged and was left as it is: open the latest backup, or look at "
            "what can still be read."
        ),
        ReadOnlyError: N_(
            "“{name}” is open for reading only: save a copy elsewhere to work on it."
        ),
        FileGoneError: N_(
            "“{name}” was moved, deleted or replaced while it was open, or its disk was "
            "removed: save a copy now, the mission is still complete here."
        ),
        FileMissingError: N_(
            "There is no file “{name}” in {folder}: it was moved or deleted, or its disk is "
            "not connected."
        ),
        DiskFullError: N_(
            "The disk that holds {folder} is full and “{name}” was not written: free some "
            "space and try again, what was saved before is safe."
        ),
        DiskFailedError: N_(
            "The disk that holds “{name}” reports an error, and whether the last change was "
            "saved cannot be said: check the disk, then open the mission again."
        ),
        JournalLeftError: N_(
            "“{name}” is closed and complete, but its last changes stand in the file ending "
            "in “-wal” beside it: keep the two together and open the mission once more "
            "when the disk has room."
        ),
        NotSavedError: N_(
            "The last change could not be saved in “{name}”; everything before it is safe: "
            "check the disk and try again."
        ),
        FileExistsAlreadyError: N_(
            "There is already a file “{name}” in {folder}, and it was not touched: choose "
            "another name."
        ),
    }
)

_RECEIVED: Final[Mapping[ReceivedFault, str]] = MappingProxyType(
    {
        ReceivedFault.TOO_LARGE: N_("“{name}” is larger than any mission"),
        ReceivedFault.TOO_SLOW: N_("“{name}” takes too long to read, as a mission never does"),
        ReceivedFault.OLD_VERSION: N_("“{name}” was written by an older version"),
        ReceivedFault.UNKNOWN_OBJECT: N_("“{name}” holds something no mission holds"),
        ReceivedFault.UNKNOWN_COLUMNS: N_("A table of “{name}” is not that of a mission"),
        ReceivedFault.WRONG_VALUE: N_("“{name}” holds a value no mission holds"),
    }
)

#: Why a wave of a questionnaire refuses something.
_WAVES: Final[Mapping[WaveFault, str]] = MappingProxyType(
    {
        WaveFault.NOT_OPEN: N_("The wave “{name}” is not open: open it to collect answers."),
        WaveFault.OPENED: N_("The wave “{name}” has been opened already: go on collecting."),
        WaveFault.CLOSED: N_(
            "The wave “{name}” is closed and takes no more answers: plan the next one."
        ),
        WaveFault.BEING_ASKED: N_(
            "The wave “{name}” is open: close it before its questions are changed."
        ),
        WaveFault.PROMISED: N_(
            "What was said to the respondents of “{name}” cannot be changed any more: plan "
            "another wave, or word the question anew."
        ),
        WaveFault.NO_QUESTION: N_("There is no question to ask in “{name}”: add one first."),
        WaveFault.UNKNOWN_GROUP: N_(
            "“{name}” is not a group of this wave: choose one of its groups."
        ),
        WaveFault.UNKNOWN_QUESTION: N_(
            "“{name}” is not asked in this wave: answer its own questions."
        ),
        WaveFault.OUTSIDE: N_(
            "The answer to {name} is outside its scale: it takes a whole number from {low} to "
            "{high}, or nothing."
        ),
        WaveFault.BLANK: N_("This ballot of “{name}” is blank: answer at least one question."),
        WaveFault.NOT_THERE: N_(
            "This ballot is no longer in the urn of “{name}”: it may have been taken back."
        ),
        WaveFault.TWICE: N_(
            "The answers of this file are in the urn of “{name}” already: nothing was taken over."
        ),
        WaveFault.TOO_FEW: N_(
            "Too few answered “{name}” for a comment to be told word for word: tell it in other "
            "words, under “You said, we did”."
        ),
    }
)

#: Why the support of a person refuses something.
_COACHING: Final[Mapping[CoachingFault, str]] = MappingProxyType(
    {
        CoachingFault.NO_CONSENT: N_(
            "The person has not consented to this support: record the consent before anything "
            "is noted."
        ),
        CoachingFault.GIVEN: N_(
            "Consent cannot be emptied while something is noted: withdraw it, and the whole "
            "support is erased for good."
        ),
        CoachingFault.PERSON: N_(
            "A support stays with the person who consented to it: begin another one for "
            "somebody else."
        ),
        CoachingFault.NO_CLOSING: N_(
            "A support is closed with the person’s own words and what was expected and obtained: "
            "write both first."
        ),
        CoachingFault.BEGUN: N_(
            "A support the person consented to is not deleted, which would leave it in the "
            "history: withdraw the consent, and it is erased for good."
        ),
    }
)

#: What an error of the operating system means, by its number.
_CAUSES: Final[Mapping[int, str]] = MappingProxyType(
    {
        errno.EACCES: N_("access is refused; choose another folder or ask who manages it"),
        errno.EPERM: N_("access is refused; choose another folder or ask who manages it"),
        errno.ENOENT: N_("the file or folder is not there; check that its disk is connected"),
        errno.ENOTDIR: N_("the path leads through a file; choose another folder"),
        errno.EISDIR: N_("it is a folder; choose a file"),
        errno.EEXIST: N_("a file of this name is already there; choose another name"),
        errno.ENOSPC: N_("the disk is full; free some space and try again"),
        errno.EDQUOT: N_("your share of the disk is full; free some space and try again"),
        errno.EFBIG: N_("the file is too large for this disk; choose another disk"),
        errno.EROFS: N_("the disk can only be read; choose another disk"),
        errno.EIO: N_("the disk reports an error; check it, and use another one meanwhile"),
        errno.ENODEV: N_("the disk is gone; connect it again"),
        errno.ENXIO: N_("the disk is gone; connect it again"),
        errno.ENAMETOOLONG: N_("the name is too long; choose a shorter one"),
        errno.EINVAL: N_("the name is not possible on this disk; choose another one"),
        errno.EBUSY: N_("another program is using it; close it there and try again"),
        errno.ETXTBSY: N_("another program is using it; close it there and try again"),
        errno.EMFILE: N_("too many files are open; close some and try again"),
        errno.ELOOP: N_("its links lead round in a circle; choose the file itself"),
    }
)

#: Windows: sharing violation and lock violation, both an unspecific EACCES otherwise.
_HELD_BY_ANOTHER: Final = frozenset({32, 33})


def sentence(error: BaseException) -> str:
    """Return what to tell the user about an error: what, where and what to do.

    The sentence is in the language in use, is plain text and quotes no more of the
    mission than the value or name the user just gave.
    """
    for kind in type(error).__mro__:
        if kind in _TELLERS:
            return _TELLERS[kind](error)
    told = _(
        "Something unexpected happened ({kind}): what was saved is safe; if it happens again, "
        "close the mission and open it again."
    )
    return told.format(kind=type(error).__name__)


def _mission_file(error: MissionFileError) -> str:
    told = _FILES.get(type(error), N_("“{name}” cannot be used as a mission."))
    return _(told).format(name=_name(error.path), folder=_shown(str(error.path.parent)))


def _too_new(error: TooNewError) -> str:
    if error.version:
        told = _(
            "“{name}” was written by Entente {version} (file format {schema}): install that "
            "version or a newer one to open it, the file was left as it is."
        )
    else:
        told = _(
            "“{name}” was written by a newer version of Entente (file format {schema}): "
            "install that version to open it, the file was left as it is."
        )
    version = _shown(error.version)
    return told.format(name=_name(error.path), version=version, schema=error.schema)


def _in_use(error: FileInUseError) -> str:
    if error.holder:
        told = _(
            "“{name}” is open on the computer “{holder}”: close it there first, or take it "
            "over if nobody is working on it."
        )
    else:
        told = _(
            "“{name}” is already open in another window or program on this computer: go on "
            "there, or close it there first."
        )
    return told.format(name=_name(error.path), holder=_shown(error.holder))


def _unreadable(error: UnreadableFileError) -> str:
    told = _("“{name}” cannot be opened: {cause}.")
    return told.format(name=_name(error.path), cause=_cause(error.cause))


def _received(error: ReceivedFileError) -> str:
    fault = _(_RECEIVED[error.fault]).format(name=_name(error.path))
    if error.place:
        fault = f"{fault} ({_shown(error.place)})"
    told = _("{fault}: nothing of it was taken; ask who sent it for a fresh copy.")
    return told.format(fault=fault)


def _invalid_value(error: InvalidValueError) -> str:
    value = "" if error.value is None else _shown(str(error.value))
    if value:
        told = _("“{value}” does not fit {field}: it takes {allowed}.")
    else:
        told = _("{field} is empty: it takes {allowed}.")
    return told.format(value=value, field=_(error.field), allowed=error.allowed)


def _caucus_of_nobody(error: CaucusOfNobodyError) -> str:
    told = _("A caucus is held with somebody: first say with whom, in “{field}”.")
    return told.format(field=_(error.asked))


def _already_there(error: AlreadyThereError) -> str:
    told = _("“{name}” ({kind}) is there already: change that one instead.")
    kind = _(RECORD_TYPES[error.kind].label)
    return told.format(name=shorten(clean(error.name), _LONGEST), kind=kind)


def _record_missing(error: RecordMissingError) -> str:
    record_type = RECORD_TYPES.get(error.kind)
    kind = _(record_type.label) if record_type else error.kind
    told = _("“{key}” ({kind}) is not in this mission: it may have been deleted.")
    return told.format(key=_shown(error.key), kind=kind)


def _sprint_closed(error: SprintClosedError) -> str:
    told = _("The sprint “{name}” is closed: open it again to change what was in it.")
    return told.format(name=_shown(error.name))


def _wave(error: WaveError) -> str:
    low, high = error.allowed or (0, 0)
    told = _(_WAVES[error.fault])
    return told.format(name=_shown(error.place), low=low, high=high)


def _coaching(error: CoachingError) -> str:
    return _(_COACHING[error.fault])


def _import_refused(error: ImportRefusedError) -> str:
    column = _shown(error.column or "")
    if error.row is not None and column:
        told = _("{source}, row {row}, column “{column}”: {reason}")
    elif error.row is not None:
        told = _("{source}, row {row}: {reason}")
    elif column:
        told = _("{source}, column “{column}”: {reason}")
    else:
        told = _("{source}: {reason}")
    source, reason = _shown(error.source), clean(error.reason).strip()
    return told.format(source=source, row=error.row, column=column, reason=reason)


def _withheld(error: WithheldTextError) -> str:
    return ngettext(
        "The document was not kept: it held {count} text its reader may not see; check who "
        "may read it.",
        "The document was not kept: it held {count} texts its reader may not see; check who "
        "may read them.",
        error.count,
    ).format(count=error.count)


def _output(error: OutputError) -> str:
    told = _("“{name}” could not be written: {cause}.")
    return told.format(name=_name(error.path), cause=_cause(error.cause))


def _printer(_error: PrinterError) -> str:
    return _("The printer did not take the document: check that it is on, then print again.")


def _unsound(error: UnsoundLibraryError) -> str:
    told = _(
        "The encryption library is too old to be trusted with a mission ({found}, needed "
        "{needed}): install Entente again."
    )
    return told.format(found=error.found, needed=error.needed)


def _system(error: OSError) -> str:
    if not isinstance(error.filename, (str, bytes)):
        return _("The computer refused: {cause}.").format(cause=_cause(error))
    told = _("“{name}” cannot be used: {cause}.")
    return told.format(name=_name(Path(os.fsdecode(error.filename))), cause=_cause(error))


def _memory(_error: MemoryError) -> str:
    return _("There is not enough memory for this: close other programs and try again.")


def _other(error: EntenteError) -> str:
    return _shown(str(error))


#: Who tells of which error; the nearest base class counts.
_TELLERS: Final[Mapping[type, Callable[[Any], str]]] = MappingProxyType(
    {
        MissionFileError: _mission_file,
        TooNewError: _too_new,
        FileInUseError: _in_use,
        UnreadableFileError: _unreadable,
        ReceivedFileError: _received,
        InvalidValueError: _invalid_value,
        CaucusOfNobodyError: _caucus_of_nobody,
        AlreadyThereError: _already_there,
        RecordMissingError: _record_missing,
        SprintClosedError: _sprint_closed,
        CoachingError: _coaching,
        WaveError: _wave,
        ImportRefusedError: _import_refused,
        WithheldTextError: _withheld,
        OutputError: _output,
        PrinterError: _printer,
        UnsoundLibraryError: _unsound,
        EntenteError: _other,
        OSError: _system,
        MemoryError: _memory,
    }
)


def _cause(error: OSError) -> str:
    if getattr(error, "winerror", None) in _HELD_BY_ANOTHER:
        return _(_CAUSES[errno.EBUSY])
    known = _CAUSES.get(error.errno or 0)
    return _(known) if known else _shown(error.strerror or type(error).__name__)


def _name(path: Path) -> str:
    return _shown(path.name or str(path))


def _shown(text: str) -> str:
    """Return text from outside as it can stand in a sentence of ours."""
    return shorten(text, _LONGEST)
