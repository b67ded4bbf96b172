"""A program that edits a mission and tells, through a pipe, what it was told is saved.

It is made to be killed: see `kill_loop`.
"""

import os
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import select

from entente.domain.catalogue import RECORD_TYPES
from entente.store.backup import Backups
from entente.store.key import Key
from entente.store.mission_file import MissionFile
from entente.store.schema import TABLES
from entente.store.session import Session

ACTOR: Final = RECORD_TYPES["actor"]
ORGANISATION: Final = RECORD_TYPES["organisation"]


@dataclass(frozen=True, slots=True)
class State:
    """What a mission should hold.

    Attributes:
        done: Numbers of the edits that stand, oldest first.
        undone: Numbers of the edits taken back, the next to be redone last.
    """

    done: tuple[int, ...] = ()
    undone: tuple[int, ...] = ()

    def after(self, word: str) -> "State":
        """Return the state after one operation, as the writer names it."""
        match word.split():
            case ["edit", number]:
                return State((*self.done, int(number)))
            case ["undo"] if self.done:
                return State(self.done[:-1], (*self.undone, self.done[-1]))
            case ["redo"] if self.undone:
                return State((*self.done, self.undone[-1]), self.undone[:-1])
        return self


def write_until_killed(
    path: Path, keys: tuple[Key, Key], state: State, tell: int, seed: int
) -> None:
    """Edit a mission without end.

    Before each operation its name goes into the pipe `tell`, after it a full stop: what
    has its full stop was acknowledged.

    Args:
        path: The mission.
        keys: It opens with one of the two, and changes from one to the other.
        state: What it holds.
        tell: The pipe.
        seed: Of the choice of operations.
    """
    chance = random.Random(seed)  # noqa: S311  # not for secrets
    file = open_with_either(path, keys)
    for word in _words(state, chance):
        os.write(tell, f"{word}\n".encode())
        _operations(file, keys, chance)[word.split()[0]](word)
        if word == "close":
            file = open_with_either(path, keys)
        os.write(tell, b".\n")


def open_with_either(path: Path, keys: tuple[Key, Key]) -> MissionFile:
    """Open a mission with the one of two keys that fits its salt."""
    with path.open("rb") as file:
        salt = file.read(16)
    return MissionFile.open(path, next(key for key in keys if key.salt == salt))


def _words(state: State, chance: random.Random) -> Iterator[str]:
    number = max((*state.done, *state.undone), default=0)
    while True:
        drawn = chance.random()
        if drawn < 0.72 or not state.done:
            number += 1
            word = f"edit {number}"
        elif drawn < 0.80:
            word = "undo"
        elif drawn < 0.86:
            word = "redo"
        elif drawn < 0.91:
            word = "checkpoint"
        elif drawn < 0.95:
            word = "backup"
        elif drawn < 0.98:
            word = "close"
        else:
            word = "key"
        state = state.after(word)
        yield word


def _operations(
    file: MissionFile, keys: tuple[Key, Key], chance: random.Random
) -> dict[str, Callable[[str], object]]:
    backups = Backups(file.path.parent / "backups")
    other = keys[1] if file.salt == keys[0].salt else keys[0]
    return {
        "edit": lambda word: file.gate.run(word, _edit(int(word.split()[1]), chance)),
        "undo": lambda _word: file.gate.undo(),
        "redo": lambda _word: file.gate.redo(),
        "checkpoint": lambda _word: file.checkpoint(),
        "backup": lambda _word: backups.make(file),
        "close": lambda _word: file.close(),
        "key": lambda _word: file.change_key(other),
    }


def _edit(number: int, chance: random.Random) -> Callable[[Session], None]:
    """Return an action of three parts, which must come and go together."""

    def action(session: Session) -> None:
        name = f"n{number}"
        filler = "x" * chance.randrange(10, 6000)
        key = session.insert(ORGANISATION, {"name": name})
        session.insert(ACTOR, {"name": name, "organisation_id": key, "notes": filler})
        earlier = session.rows(select(TABLES["organisation"].c.id).limit(3))
        for row in earlier:
            session.update(ORGANISATION, row.id, {"notes": f"{name} {filler}"})

    return action


def numbers_in(file: MissionFile) -> tuple[set[int], set[int]]:
    """Return the numbers of the actors and of the organisations in a mission."""
    actors, organisations = (TABLES[name].c.name for name in ("actor", "organisation"))
    both = file.gate.read(
        lambda session: (session.rows(select(actors)), session.rows(select(organisations)))
    )
    first, second = ({int(row.name[1:]) for row in rows} for rows in both)
    return first, second
