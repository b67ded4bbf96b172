"""How a session is planned: when it starts, and how its agenda fills the time set for it."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from entente.domain.text import fold
from entente.errors import InvalidValueError
from entente.i18n import N_, _

_DAY: Final = 24 * 60
_WORDS: Final = {"midi": 720, "noon": 720, "minuit": 0, "midnight": 0}
_TIME: Final = re.compile(
    r"(?:a )?(?P<hour>\d{1,2})"
    r"(?:\s*(?:[:.h]|heures?|hours?)\s*(?P<minute>\d{2})?(?:\s*(?:mn|min|m))?|(?P<joined>\d{2}))?"
    r"\s*(?P<half>[ap]\.?\s?m\.?)?",
    re.ASCII,
)
_BLANKS: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Timed:
    """When an item of an agenda has its turn.

    Attributes:
        starts, ends: Minutes after the beginning of the session.
    """

    starts: int
    ends: int


@dataclass(frozen=True, slots=True)
class Budget:
    """How an agenda fills the time set for a session.

    Attributes:
        total: Minutes of all items together.
        timebox: Minutes set for the session, None if none are.
        open: How many items have no minutes yet.
    """

    total: int
    timebox: int | None
    open: int

    @property
    def over(self) -> int:
        """Minutes by which the agenda is longer than the session; 0 if it fits."""
        return 0 if self.timebox is None else max(0, self.total - self.timebox)

    @property
    def left(self) -> int:
        """Minutes of the session that no item takes."""
        return 0 if self.timebox is None else max(0, self.timebox - self.total)


@dataclass(frozen=True, slots=True)
class Event:
    """A session as a calendar holds it.

    Attributes:
        key: What tells it from every other, and a later version of it as the same.
        summary: What the calendar shows, whoever looks at it.
        on: The day.
        at: The time of day where it takes place; None for the whole day.
        minutes: How long, None if that is not known.
        place: Where; empty if that is not known.
        people: Names of those expected; empty unless the mediator wants them there.
        is_cancelled: Whether it does not take place.
    """

    key: str
    summary: str
    on: dt.date
    at: dt.time | None = None
    minutes: int | None = None
    place: str = ""
    people: tuple[str, ...] = ()
    is_cancelled: bool = False


def parse_time(text: str) -> str:
    """Return the time of day somebody typed as `14:00`; an empty text stays empty.

    `14:00`, `14h`, `14 h 30`, `1430`, `2 pm`, `2:30pm` and `midi` are understood.

    Raises:
        InvalidValueError: If it is not a time of day.
    """
    plain = _BLANKS.sub(" ", fold(text)).strip()
    if not plain:
        return ""
    minutes = _WORDS.get(plain)
    if minutes is None:
        minutes = _minutes(plain)
    if minutes is None:
        raise InvalidValueError(N_("Start time"), text, _("a time of day, such as 14:00"))
    return f"{minutes // 60:02}:{minutes % 60:02}"


def read_time(text: str | None) -> dt.time | None:
    """Return the time of day a record holds, None where it holds none that can be read."""
    try:
        known = parse_time(text or "")
    except InvalidValueError:
        return None
    return dt.time.fromisoformat(known) if known else None


def run_through(minutes: Sequence[int | None]) -> tuple[Timed, ...]:
    """Return when each item of an agenda has its turn; one without minutes takes none."""
    timed, at = [], 0
    for length in minutes:
        timed.append(Timed(at, at + (length or 0)))
        at += length or 0
    return tuple(timed)


def clock_after(start: dt.time, minutes: int) -> dt.time:
    """Return the time of day so many minutes after another, over midnight if need be."""
    after = (start.hour * 60 + start.minute + minutes) % _DAY
    return dt.time(after // 60, after % 60)


def budget(minutes: Sequence[int | None], timebox: int | None) -> Budget:
    """Return how an agenda fills the time set for the session; 0 minutes set are none."""
    return Budget(sum(each or 0 for each in minutes), timebox or None, minutes.count(None))


def moved(keys: Sequence[str], taken: Sequence[str], place: int) -> list[str]:
    """Return `keys` in the order they have once some were moved.

    Args:
        keys: All of them, in their order.
        taken: Those that move; among themselves they keep their order.
        place: Before which of `keys`, counted before anything moves, they go.
    """
    going = [key for key in keys if key in set(taken)]
    before = [key for key in keys[: max(0, place)] if key not in set(taken)]
    after = [key for key in keys[max(0, place) :] if key not in set(taken)]
    return [*before, *going, *after]


def _minutes(plain: str) -> int | None:
    """Return the minutes since midnight of a folded text; None if it is no time of day."""
    found = _TIME.fullmatch(plain)
    if found is None:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or found["joined"] or 0)
    if half := found["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return hour * 60 + minute if hour < 24 and minute < 60 else None
