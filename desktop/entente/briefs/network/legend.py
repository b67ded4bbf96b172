"""What the lines, letters and badges of a map mean; only what is on it is explained."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from entente.briefs.camps import BADGE, camp_marks, camp_name
from entente.briefs.network.lines import STROKES, head_marks, kind_letter, sign_marks
from entente.briefs.picture import INK, MUTED, Mark, Trace, Words
from entente.briefs.type import SMALL_SIZE, Face, width
from entente.domain.actor import CAMP_LABELS, Camp
from entente.domain.placement import Box
from entente.domain.relation import KIND_LABELS, STRONG
from entente.i18n import N_, _
from entente.services.relation_map import RelationMap

LINE: Final = 15.0
_SAMPLE: Final = 26.0
_APART: Final = 14.0

_QUALITIES: Final = {
    2: N_("trusting"),
    1: N_("good"),
    0: N_("neutral"),
    -1: N_("tense"),
    -2: N_("broken"),
    None: N_("not rated"),
}
_ONE_WAY: Final = N_("one way only")
_DEPENDS: Final = N_("depends strongly on")


@dataclass(frozen=True, slots=True)
class Entry:
    """One explanation: what is drawn, and how wide it is, before its words."""

    kind: str
    value: object
    text: str

    @property
    def drawn(self) -> float:
        """Width of what is drawn."""
        if self.kind == "camp":
            return 2 * BADGE
        if self.kind == "kind":
            return max(11.0, width(str(self.value), Face.SEMIBOLD, SMALL_SIZE) + 6)
        return _SAMPLE

    @property
    def wide(self) -> float:
        """Width of the whole entry."""
        return self.drawn + 4 + width(self.text, Face.SANS, SMALL_SIZE)


def vocabulary() -> Iterable[str]:
    """Return the words a map can explain, in English."""
    yield from CAMP_LABELS.values()
    yield from KIND_LABELS.values()
    yield from _QUALITIES.values()
    yield from (_ONE_WAY, _DEPENDS)


def entries(shown: RelationMap) -> list[Entry]:
    """Return what is to be explained, in the language in use."""
    relations = shown.relations
    used = {each.quality for each in relations}
    found = [
        Entry("quality", quality, _(label))
        for quality, label in _QUALITIES.items()
        if quality in used
    ]
    kinds = {each.kind for each in relations}
    found += [
        Entry("kind", kind_letter(kind), _(label))
        for kind, label in KIND_LABELS.items()
        if kind in kinds
    ]
    if any(each.one_way for each in relations):
        found.append(Entry("arrow", False, _(_ONE_WAY)))
    if any(max(each.dependence, each.dependence_back) >= STRONG for each in relations):
        found.append(Entry("arrow", True, _(_DEPENDS)))
    camps = {Camp(actor.camp) for actor in shown.actors if actor.camp}
    found += [Entry("camp", camp, camp_name(camp)) for camp in Camp if camp in camps]
    return found


def in_lines(found: Sequence[Entry], room: float) -> list[list[Entry]]:
    """Return entries in lines of at most `room` points."""
    lines: list[list[Entry]] = []
    left = 0.0
    for entry in found:
        if not lines or left + entry.wide > room:
            lines.append([])
            left = 0.0
        lines[-1].append(entry)
        left += entry.wide + _APART
    return lines


def draw(lines: Sequence[Sequence[Entry]], left: float, top: float) -> Iterator[Mark]:
    """Yield the explanations from a corner on."""
    for number, line in enumerate(lines):
        x, middle = left, top + LINE * (number + 0.5)
        for entry in line:
            yield from _sample(entry, x, middle)
            yield Words(x + entry.drawn + 4, middle + 3, entry.text, colour=MUTED)
            x += entry.wide + _APART


def _sample(entry: Entry, x: float, middle: float) -> Iterator[Mark]:
    ends = ((x, middle), (x + _SAMPLE, middle))
    match entry.value:
        case Camp() as camp:
            yield from camp_marks(camp, x + BADGE, middle)
        case bool() as hollow:
            yield Trace(ends, INK, 1.2)
            yield from head_marks(ends[1], ends[0], INK, hollow=hollow)
        case str() as letter:
            box = Box(x, middle - 5.5, x + entry.drawn, middle + 5.5)
            yield from sign_marks(box, letter, MUTED)
        case int() | None as quality:
            stroke = STROKES[quality]
            yield stroke.trace(*ends)
            if stroke.sign:
                half = max(5.5, width(stroke.sign, Face.SEMIBOLD, SMALL_SIZE) / 2 + 3)
                centre = x + _SAMPLE / 2
                box = Box(centre - half, middle - 5.5, centre + half, middle + 5.5)
                yield from sign_marks(box, stroke.sign, stroke.colour)
