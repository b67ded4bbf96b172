"""What the commands share: refusing, speaking, opening missions, finding passphrases."""

import datetime as dt
import os
import sys
from argparse import Namespace
from getpass import getpass
from pathlib import Path
from typing import Final

from entente.domain.dates import read_date
from entente.domain.text import shorten
from entente.errors import FileExistsAlreadyError
from entente.i18n import _
from entente.store import key, unlock
from entente.store.key import Key
from entente.store.mission_file import MissionFile

PASSPHRASE_VARIABLE: Final = "ENTENTE_PASSPHRASE"  # noqa: S105  # only where it stands

_LONGEST: Final = 80
_PASSPHRASE_BYTES_MAX: Final = 10_000


class Refusal(Exception):  # noqa: N818  # it is no error of the program's
    """A command that cannot be carried out; the text is one sentence for whoever typed it.

    Attributes:
        status: The exit status: 1 refused, 2 wrong usage.
    """

    def __init__(self, sentence: str, status: int = 1) -> None:
        super().__init__(sentence)
        self.status = status


def misused(sentence: str) -> Refusal:
    """Return the refusal of a command that was typed wrongly."""
    return Refusal(sentence, status=2)


def say(text: str) -> None:
    """Show one line to whoever typed the command."""
    print(text)


def shown(text: str) -> str:
    """Return a word from the command line as it can stand in a sentence."""
    return shorten(text, _LONGEST)


def open_mission(
    options: Namespace, *, read_only: bool = False, examine: bool = True
) -> MissionFile:
    """Open the mission a command is about.

    Args:
        options: What was typed.
        read_only: Whether the command changes nothing.
        examine: Whether to refuse a damaged file.

    Raises:
        Refusal: If it needs a passphrase and none was given.
        EntenteError: One for each thing that can be wrong with it.
    """
    path: Path = options.file
    opened_by = unlock.find_key(path, _passphrase(options)) if unlock.is_encrypted(path) else None
    return MissionFile.open(path, opened_by, read_only=read_only, examine=examine)


def create_mission(options: Namespace) -> MissionFile:
    """Make the empty mission a command asks for.

    Raises:
        Refusal: If neither a passphrase was given nor an open file asked for.
        EntenteError: If there is a file already or it cannot be written.
    """
    path: Path = options.file
    if path.exists():
        # Said before a passphrase is asked for; creating it looks again.
        raise FileExistsAlreadyError(path)
    return MissionFile.create(path, _key_of_new(options))


def given_passphrase(options: Namespace) -> str | None:
    """Return the passphrase from the file or the variable, None if there is neither.

    Raises:
        Refusal: If the file cannot be read or holds none.
    """
    if options.passphrase_file is not None:
        return _from_file(options.passphrase_file)
    return os.environ.get(PASSPHRASE_VARIABLE) or None


def day_asked(text: str | None) -> dt.date | None:
    """Return the day a command is about, None if it names none.

    Raises:
        Refusal: If that is no day of the calendar.
    """
    if text is None:
        return None
    day = read_date(text)
    if day is None:
        said = _("“{date}” is no date of the calendar; write it as 2026-05-06 or 06/05/2026.")
        raise misused(said.format(date=shown(text)))
    return day


def _passphrase(options: Namespace) -> str:
    found = given_passphrase(options)
    if found is None and sys.stdin.isatty():
        prompt = _("Passphrase of {name}: ").format(name=shown(options.file.name))
        found = getpass(prompt)
    if not found:
        said = _(
            "“{name}” is encrypted: give its passphrase with --passphrase-file, in the variable "
            "{variable}, or at the prompt of a terminal."
        )
        raise Refusal(said.format(name=shown(options.file.name), variable=PASSPHRASE_VARIABLE))
    return found


def _key_of_new(options: Namespace) -> Key | None:
    if options.unencrypted:
        if options.passphrase_file is not None:
            raise misused(_("--unencrypted and --passphrase-file exclude each other."))
        return None
    found = given_passphrase(options)
    if found is None and sys.stdin.isatty():
        found = getpass(_("Passphrase for the new mission: "))
        if found != getpass(_("Once more: ")):
            raise Refusal(_("The two passphrases differ; nothing was made."))
    if not found:
        said = _(
            "A mission is encrypted: give a passphrase with --passphrase-file, in the variable "
            "{variable}, or at the prompt of a terminal; --unencrypted makes one that anybody "
            "can read."
        )
        raise Refusal(said.format(variable=PASSPHRASE_VARIABLE))
    return key.new_key(found)


def _from_file(path: Path) -> str:
    with path.open("rb") as file:
        data = file.read(_PASSPHRASE_BYTES_MAX + 1)
    try:
        line = data.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError:
        line = ""
    if not line or "\n" in line or len(data) > _PASSPHRASE_BYTES_MAX:
        said = _("“{name}” is no passphrase file: it takes one line of text, in UTF-8.")
        raise Refusal(said.format(name=shown(path.name)))
    return line
