"""Names become roles when others look at the screen."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from entente.domain.actor import initials

_SHORTEST_SURNAME: Final = 3


def pseudonyms(actors: Iterable[tuple[str, str, str]]) -> dict[str, str]:
    """Return what stands for each actor on a projected screen, by key.

    The role where only one actor has it, else the role with initials, else initials.

    Args:
        actors: Key, name and role of each.
    """
    people = list(actors)
    bearers = Counter(role.casefold() for _, _, role in people if role)
    return {key: _pseudonym(name, role, bearers) for key, name, role in people}


def _pseudonym(name: str, role: str, bearers: Mapping[str, int]) -> str:
    if not role:
        return initials(name)
    return role if bearers[role.casefold()] == 1 else f"{role} ({initials(name)})"


class Concealer:
    """Replaces the names of actors in any text by what stands for them."""

    def __init__(self, names: Mapping[str, str]) -> None:
        """Take the pseudonym of each name; surnames alone are replaced as well."""
        self._names: dict[str, str] = {}
        for name, pseudonym in names.items():
            surname = name.split()[-1] if name.split() else ""
            if len(surname) >= _SHORTEST_SURNAME:
                self._names.setdefault(surname.casefold(), pseudonym)
        for name, pseudonym in names.items():
            if name.strip():
                self._names[name.strip().casefold()] = pseudonym
        longest_first = sorted(self._names, key=len, reverse=True)
        pattern = "|".join(re.escape(name) for name in longest_first)
        self._pattern = re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)

    def conceal(self, text: str) -> str:
        """Return `text` without the names."""
        if not self._names:
            return text
        return self._pattern.sub(self._stand_in, text)

    def _stand_in(self, match: re.Match[str]) -> str:
        return self._names.get(match.group().casefold(), "…")
