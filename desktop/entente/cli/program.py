"""One command from its arguments to its exit status."""

import io
import os
import sys
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from entente.cli.arguments import build_parser
from entente.cli.console import Refusal
from entente.errors import EntenteError
from entente.i18n import DEFAULT_LANGUAGE, LANGUAGES, use_language
from entente.messages import sentence

#: Where the language of a shell is said, the first that says anything.
_VARIABLES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")
_INTERRUPTED: Final = 130


def run(arguments: Sequence[str]) -> int:
    """Carry out one command and return its exit status."""
    _never_choke_on_a_letter()
    use_language(language_of(arguments, os.environ))
    try:
        options = build_parser().parse_args(arguments)
    except SystemExit as ended:  # help was shown, or the usage
        return int(ended.code or 0)
    try:
        options.carry_out(options)
    except Refusal as refusal:
        return _refused(str(refusal), refusal.status)
    except (EntenteError, OSError, MemoryError) as error:
        return _refused(sentence(error))
    except KeyboardInterrupt:
        return _INTERRUPTED
    return 0


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return the language to speak: as asked for, else that of the shell, else French."""
    # The help itself is in that language, so it is needed before the arguments are read.
    for word, after in pairwise((*arguments, "")):
        asked = after if word == "--lang" else word.removeprefix("--lang=")
        if word.startswith("--lang") and asked in LANGUAGES:
            return asked
    said = next((environment[name] for name in _VARIABLES if environment.get(name)), "")
    spoken = said[:2].lower()
    return spoken if spoken in LANGUAGES else DEFAULT_LANGUAGE


def _refused(message: str, status: int = 1) -> int:
    print(message, file=sys.stderr)
    return status


def _never_choke_on_a_letter() -> None:
    """A console that lacks a letter shows another sign; the work goes on."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
