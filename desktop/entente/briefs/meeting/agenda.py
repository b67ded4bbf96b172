"""What two people do in forty minutes, and what shows that it helps."""

from dataclasses import dataclass
from typing import Final

from entente.briefs.meeting.values import MeetingSheet
from entente.domain.matchmaking import GroundKind
from entente.i18n import N_, _


@dataclass(frozen=True, slots=True)
class Point:
    """One point of an agenda, in the language in use."""

    minutes: int
    title: str
    words: str


#: What can be seen and heard: acts, not opinions, and nothing about what somebody is like.
SIGNS: Final = (
    N_("Each says back what the other said before answering."),
    N_("A question is asked that is not a reproach."),
    N_("One of them names something both want."),
    N_("A first step gets a name and a date."),
)

#: What two people have in common to start from.
_WANTED: Final = frozenset({GroundKind.CAUSE, GroundKind.FOR})
_FRAME: Final = N_(
    "What is said here stays here. Each speaks for themselves; either may ask for a break, or "
    "to stop."
)
_CLOSE: Final = N_("Read aloud what was agreed; fix the next twenty minutes.")
_STEP: Final = N_(
    "Something small enough for a fortnight: what, who, until when. One step is enough."
)


def agenda(meeting: MeetingSheet) -> tuple[Point, ...]:
    """Return forty minutes for two, the same for every reader.

    Its length and points must not tell a third reader how the two get on.
    """
    tell = _(
        "What matters to them in the project, and what they would need from the other. The "
        "other listens, then says back what they understood."
    )
    return (
        Point(4, _("The frame"), _(_FRAME)),
        Point(8, _turn(meeting.first.name), tell),
        Point(8, _turn(meeting.second.name), tell),
        Point(7, _("What both want"), _start(meeting)),
        Point(9, _("One first step"), _(_STEP)),
        Point(4, _("To close"), _(_CLOSE)),
    )


def _turn(name: str) -> str:
    return _("{name} speaks").format(name=name)


def _start(meeting: MeetingSheet) -> str:
    wanted = [each for each in meeting.shared if each.kind in _WANTED]
    if wanted:
        said = _("Start from “{name}”: what would each see if it were done?")
        return said.format(name=wanted[0].name)
    return _("What would each of them see if the project went well?")
