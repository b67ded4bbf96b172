"""People as somebody pastes them: a name a line, and perhaps what they do."""

import re
from dataclasses import dataclass
from typing import Final

from entente.domain.text import heading_key

#: Names that are taken from one paste; a longer list belongs into the register.
PEOPLE_MAX: Final = 200
_BULLET: Final = re.compile(r"^\s*(?:[-–—•*·▪]|\d{1,3}[.)])\s+")
#: What parts a name from what somebody does; a hyphen within a name has no blanks around it.
_PARTS: Final = re.compile(r"\s*[;\t]\s*|\s+[-–—|]\s+|\s*,\s+|\s*:\s+")


@dataclass(frozen=True, slots=True)
class Pasted:
    """One of those people."""

    name: str
    role: str = ""


def read_people(text: str) -> tuple[Pasted, ...]:
    """Return the people of a list, each once, in its order.

    `Anne Roy`, `- Anne Roy, project leader`, `Anne Roy; project leader` are understood.
    """
    found: dict[str, Pasted] = {}
    for line in text.splitlines():
        plain = _BULLET.sub("", line).strip()
        name, *rest = _PARTS.split(plain, maxsplit=1)
        if key := heading_key(name):
            found.setdefault(key, Pasted(name.strip(), rest[0].strip() if rest else ""))
    return tuple(found.values())[:PEOPLE_MAX]
