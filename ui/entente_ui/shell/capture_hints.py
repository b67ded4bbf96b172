"""What the word one is typing in the line may become."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from entente.domain.difficulty import NATURE_LABELS, Nature
from entente.domain.ten_causes import CAUSE_LABELS, TenCause
from entente.domain.text import fold
from entente.i18n import N_, _

_MOST: Final = 6
#: One word for each nature, which the line understands in either language.
_TAGS: Final = {
    Nature.SIGNAL: N_("signal"),
    Nature.CONTROVERSY: N_("controversy"),
    Nature.TENSION: N_("tension"),
    Nature.CONFLICT: N_("conflict"),
    Nature.DISPUTE: N_("dispute"),
}


@dataclass(frozen=True, slots=True)
class Hint:
    """One thing to go on with.

    Attributes:
        mark: What it is typed as.
        words: What it means.
    """

    mark: str
    words: str


def hints(before: str, people: Mapping[str, str]) -> Sequence[Hint]:
    """Return what the word before the cursor may become; nothing where it marks nothing.

    Args:
        before: The line up to the cursor.
        people: Name of each actor by reference.
    """
    word = before[max(before.rfind(" "), before.rfind("\u00a0")) + 1 :]
    typed = fold(word[1:])
    match word[:1]:
        case "#":
            found = [Hint(f"#{_(tag)}", _(NATURE_LABELS[nature])) for nature, tag in _TAGS.items()]
        case "@":
            found = [Hint(f"@{ref}", name) for ref, name in people.items()]
        case "~":
            found = [Hint(f"~{cause.number}", _(CAUSE_LABELS[cause])) for cause in TenCause]
        case _:
            return ()
    fitting = [hint for hint in found if _fits(typed, hint)]
    return fitting if word[0] == "~" else fitting[:_MOST]


def _fits(typed: str, hint: Hint) -> bool:
    words = (hint.mark[1:], *hint.words.split())
    return any(fold(word).startswith(typed) for word in words)
