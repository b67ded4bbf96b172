"""Texts of the methods that are data: guided questions, interventions, words to help."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from entente.domain.moore import Guide, parse
from entente.i18n import language
from entente_resources import resource


@dataclass(frozen=True, slots=True)
class Helpers:
    """Words that help to say a feeling and a need, in one language."""

    unpleasant: tuple[str, ...]
    pleasant: tuple[str, ...]
    needs: tuple[str, ...]


def read_file(name: str) -> dict[str, Any]:
    """Return what a file of texts of ours holds, in every language it was written in.

    Raises:
        FileNotFoundError: If there is none of that name.
    """
    return tomllib.loads(resource(name).read_text("utf-8"))


def moore_guides() -> tuple[Guide, ...]:
    """Return the questions and interventions of each family, in the language in use."""
    return _guides(language())


def osbd_helpers() -> Helpers:
    """Return the words that help with a message in four steps, in the language in use."""
    return _helpers(language())


@cache
def _guides(code: str) -> tuple[Guide, ...]:
    return parse(read_file("moore.toml"), code)


@cache
def _helpers(code: str) -> Helpers:
    words = read_file("osbd.toml")[code]
    return Helpers(
        tuple(words["feelings_unpleasant"]),
        tuple(words["feelings_pleasant"]),
        tuple(words["needs"]),
    )
