"""Translations, shared by the screen, the command line and the printed page.

English is the language of the sources; French is what most users see.
"""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from entente_resources import catalogue

LANGUAGES: Final = ("fr", "en")
DEFAULT_LANGUAGE: Final = "fr"


class _Current:
    """The catalogue in use; the one piece of module state the program has."""

    language = "en"
    catalogue: gettext.NullTranslations = gettext.NullTranslations()


def language() -> str:
    """Return the code of the language in use, `fr` or `en`."""
    return _Current.language


def use_language(code: str) -> None:
    """Speak `code` from now on; an unknown code speaks English."""
    _Current.catalogue = _load(code)
    _Current.language = code if code in LANGUAGES else "en"


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak `code` for a while: a page can be in another language than the screen."""
    before = _Current.language, _Current.catalogue
    use_language(code)
    try:
        yield
    finally:
        _Current.language, _Current.catalogue = before


def _load(code: str) -> gettext.NullTranslations:
    if code == "en" or code not in LANGUAGES:
        return gettext.NullTranslations()
    with catalogue(code) as file:
        return gettext.GNUTranslations(file)


def _(message: str) -> str:
    """Return `message` in the language in use."""
    return _Current.catalogue.gettext(message) if message else ""


def pgettext(context: str, message: str) -> str:
    """Return `message` where one English word needs two French ones."""
    return _Current.catalogue.pgettext(context, message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Return the form of a message that fits `count`."""
    return _Current.catalogue.ngettext(singular, plural, count)


def N_(message: str) -> str:  # noqa: N802  # gettext's own name for it
    """Mark `message` for translation at the time it is shown."""
    return message
