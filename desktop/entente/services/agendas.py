"""Agendas to begin with, one for each sort of session."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from entente.i18n import language
from entente.services.method_texts import read_file

_FILE: Final = "agendas.toml"


@dataclass(frozen=True, slots=True)
class Proposal:
    """An agenda to begin with.

    Attributes:
        kind: The kind of session it is for.
        items: Text and minutes of each.
    """

    name: str
    kind: str
    title: str
    items: tuple[tuple[str, int], ...]

    @property
    def minutes(self) -> int:
        """How long it takes all together."""
        return sum(minutes for __, minutes in self.items)


def proposals() -> tuple[Proposal, ...]:
    """Return the agendas there are to begin with, in the language in use."""
    return _proposals(language())


@cache
def _proposals(code: str) -> tuple[Proposal, ...]:
    found = read_file(_FILE)["agendas"]
    return tuple(
        Proposal(
            each["name"],
            each["kind"],
            each[code]["title"],
            tuple((item["text"], item["minutes"]) for item in each[code]["items"]),
        )
        for each in found
    )


def proposal(name: str) -> Proposal:
    """Return the agenda of a name.

    Raises:
        KeyError: If there is none.
    """
    for each in proposals():
        if each.name == name:
            return each
    raise KeyError(name)
