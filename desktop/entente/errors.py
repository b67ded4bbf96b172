"""Errors the core raises on purpose.

They carry fields, not prose: `entente.messages` turns each into one sentence that says
what, where and what to do. Everything else that escapes is a bug.
"""

from enum import Enum
from pathlib import Path


class EntenteError(Exception):
    """Base of every error a person can do something about."""


class InvalidValueError(EntenteError, ValueError):
    """A value lies outside what its field allows.

    Attributes:
        field: Label of the field, in English as in its description.
        value: What was given, shortened by whoever shows it.
        allowed: What the field takes, in the user's language.
    """

    def __init__(self, field: str, value: object, allowed: str) -> None:
        super().__init__(f"{field}: expected {allowed}")
        self.field = field
        self.value = value
        self.allowed = allowed


class CaucusOfNobodyError(InvalidValueError):
    """A text is marked as said in a caucus, and nobody is named with whom it was held.

    Attributes:
        asked: Label of the field that names who, in English as in its description.
    """

    def __init__(self, field: str, value: object, asked: str) -> None:
        super().__init__(field, value, asked)
        self.asked = asked


class AlreadyThereError(EntenteError, ValueError):
    """A record is there already that may not be there twice.

    Attributes:
        kind: Name of the kind of record.
        name: What a person recognises the one that is there by.
    """

    def __init__(self, kind: str, name: str) -> None:
        super().__init__(f"{kind} already there")
        self.kind = kind
        self.name = name


class RecordMissingError(EntenteError, LookupError):
    """A record asked for by reference or key is not in the mission."""

    def __init__(self, kind: str, key: str) -> None:
        super().__init__(f"no {kind} {key}")
        self.kind = kind
        self.key = key


class SprintClosedError(EntenteError, ValueError):
    """What was in a sprint cannot be changed once it is closed.

    Attributes:
        name: What the sprint is called.
    """

    def __init__(self, name: str) -> None:
        super().__init__("sprint closed")
        self.name = name


class WaveFault(Enum):
    """Why a wave of a questionnaire refuses something."""

    NOT_OPEN = "not open"
    OPENED = "opened"
    CLOSED = "closed"
    BEING_ASKED = "being asked"
    PROMISED = "promised"
    NO_QUESTION = "no question"
    UNKNOWN_GROUP = "unknown group"
    UNKNOWN_QUESTION = "unknown question"
    OUTSIDE = "outside"
    BLANK = "blank"
    NOT_THERE = "not there"
    TWICE = "twice"
    TOO_FEW = "too few"


class WaveError(EntenteError, ValueError):
    """A wave refuses it, so that answers stay anonymous and mean what was asked.

    Attributes:
        fault: Why.
        place: Name of the wave, the group or the question.
        allowed: Lowest and highest answer, where one is outside.
    """

    def __init__(
        self, fault: WaveFault, place: str, allowed: tuple[int, int] | None = None
    ) -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.place = place
        self.allowed = allowed


class CoachingFault(Enum):
    """Why the support of a person refuses something."""

    NO_CONSENT = "no consent"
    GIVEN = "given"
    PERSON = "person"
    NO_CLOSING = "no closing"
    BEGUN = "begun"


class CoachingError(EntenteError, ValueError):
    """The support of a person refuses it: what protects this person would be passed over.

    Attributes:
        fault: Why.
    """

    def __init__(self, fault: CoachingFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


class ImportRefusedError(EntenteError):
    """A source cannot be taken over; nothing of it was.

    Attributes:
        source: Name of the file.
        reason: One sentence in the user's language.
        row: Row in the file as a person counts them, from 1, or None.
        column: Heading or letter of the column, or None.
    """

    def __init__(
        self, source: str, reason: str, row: int | None = None, column: str | None = None
    ) -> None:
        super().__init__(reason)
        self.source = source
        self.reason = reason
        self.row = row
        self.column = column


class WithheldTextError(EntenteError):
    """A finished document holds text its audience may not read; it was not kept.

    Attributes:
        count: How many withheld texts were found.
    """

    def __init__(self, count: int) -> None:
        super().__init__(f"{count} withheld texts")
        self.count = count


class OutputError(EntenteError):
    """A document or export could not be written.

    Attributes:
        path: Where it was to go.
        cause: The operating system's error.
    """

    def __init__(self, path: Path, cause: OSError) -> None:
        super().__init__(str(path))
        self.path = path
        self.cause = cause


class PrinterError(EntenteError):
    """The printer did not take a document."""


class MissionFileError(EntenteError):
    """Base of everything that can be wrong with the file of a mission.

    Attributes:
        path: The file.
    """

    def __init__(self, path: Path, *details: object) -> None:
        super().__init__(str(path), *details)
        self.path = path


class WrongPassphraseError(MissionFileError):
    """The passphrase does not open the file (or its first page is damaged)."""


class WrongRecoveryError(MissionFileError):
    """The recovery key is mistyped or belongs to another file."""


class NotAMissionError(MissionFileError):
    """The file is something else."""


class TooNewError(MissionFileError):
    """A newer version of the program wrote the file.

    Attributes:
        version: The program version that wrote it.
        schema: Its schema number.
    """

    def __init__(self, path: Path, version: str, schema: int) -> None:
        super().__init__(path, version, schema)
        self.version = version
        self.schema = schema


class DamagedFileError(MissionFileError):
    """The file fails its own integrity checks."""


class FileInUseError(MissionFileError):
    """Another window or computer has the file open.

    Attributes:
        holder: Name of the computer that holds it, or an empty text if unknown.
    """

    def __init__(self, path: Path, holder: str) -> None:
        super().__init__(path, holder)
        self.holder = holder


class ReadOnlyError(MissionFileError):
    """The file was opened for reading only; it cannot be changed."""


class FileGoneError(MissionFileError):
    """The file was removed, replaced or its disk vanished while open."""


class FileMissingError(MissionFileError):
    """There is no file where one was to be opened."""


class UnreadableFileError(MissionFileError):
    """The operating system does not let the file be read.

    Attributes:
        cause: Its error.
    """

    def __init__(self, path: Path, cause: OSError) -> None:
        super().__init__(path, cause.errno)
        self.cause = cause


class DiskFullError(MissionFileError):
    """There is no room left to write."""


class DiskFailedError(MissionFileError):
    """The disk reports an error; whether the last change is kept cannot be said."""


class JournalLeftError(MissionFileError):
    """The mission is closed, but its last changes are still in the journal beside it."""


class ReceivedFault(Enum):
    """What can be wrong with a file received from somebody else."""

    TOO_LARGE = "too large"
    TOO_SLOW = "too slow"
    OLD_VERSION = "old version"
    UNKNOWN_OBJECT = "unknown object"
    UNKNOWN_COLUMNS = "unknown columns"
    WRONG_VALUE = "wrong value"


class ReceivedFileError(MissionFileError):
    """A file from somebody else holds what a mission never holds; nothing was taken.

    Attributes:
        fault: What is wrong.
        place: Name of the table, row or setting where it was found.
    """

    def __init__(self, path: Path, fault: ReceivedFault, place: str = "") -> None:
        super().__init__(path, fault.value, place)
        self.fault = fault
        self.place = place


class NotSavedError(MissionFileError):
    """A change was not kept; the file was reopened and does not hold it."""


class FileExistsAlreadyError(MissionFileError):
    """A file is already there and is not overwritten."""


class UnsoundLibraryError(EntenteError):
    """The encryption library is too old to be trusted with a mission.

    Attributes:
        found: Its SQLite version.
        needed: The oldest version that is sound.
    """

    def __init__(self, found: str, needed: str) -> None:
        super().__init__(found, needed)
        self.found = found
        self.needed = needed
