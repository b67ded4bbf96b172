"""Translations, shared by the screen, the command line and the printed page.

English is the language of the sources; French is what most users see.
"""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Final

from entente_resources import catalogue

LANGUAGES: Final = ("fr", "en")
DEFAULT_LANGUAGE: Final = "fr"


class _Current:
    """The catalogue in use; the one piece of module state the program has."""

    language = "en"
    catalogue: gettext.NullTranslations = gettext.NullTranslations()


#: What a page is written in meanwhile. Of its thread alone: the screen goes on speaking
#: its own language while a worker lays out a page in another.
_SPOKEN: Final = ContextVar[tuple[str, gettext.NullTranslations] | None]("spoken", default=None)


def language() -> str:
    """Return the code of the language in use, `fr` or `en`."""
    spoken = _SPOKEN.get()
    return spoken[0] if spoken else _Current.language


def use_language(code: str) -> None:
    """Speak `code` from now on; an unknown code speaks English."""
    _Current.catalogue = _load(code)
    _Current.language = code if code in LANGUAGES else "en"


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak `code` for a while: a page can be in another language than the screen."""
    known = code if code in LANGUAGES else "en"
    token = _SPOKEN.set((known, _load(known)))
    try:
        yield
    finally:
        _SPOKEN.reset(token)


def _catalogue() -> gettext.NullTranslations:
    spoken = _SPOKEN.get()
    return spoken[1] if spoken else _Current.catalogue


@cache
def _load(code: str) -> gettext.NullTranslations:
    if code == "en" or code not in LANGUAGES:
        return gettext.NullTranslations()
    with catalogue(code) as file:
        return gettext.GNUTranslations(file)


def _(message: str) -> str:
    """Return `message` in the language in use."""
    return _catalogue().gettext(message) if message else ""


def in_language(code: str, message: str) -> str:
    """Return `message` in a language that need not be the one in use."""
    with speaking(code):
        return _(message)


def pgettext(context: str, message: str) -> str:
    """Return `message` where one English word needs two French ones."""
    return _catalogue().pgettext(context, message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Return the form of a message that fits `count`."""
    return _catalogue().ngettext(singular, plural, count)


def N_(message: str) -> str:  # noqa: N802  # gettext's own name for it
    """Mark `message` for translation at the time it is shown."""
    return message
