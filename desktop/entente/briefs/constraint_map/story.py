"""What the map of constraints says: clashes first, then each constraint with who knows of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from entente.briefs.layout_words import headed
from entente.briefs.parts import Box, Cell, Page, Part, Row, Table, Tone, Words, cell, section
from entente.briefs.told import Entry, Told
from entente.briefs.voice import Column, Voice, said
from entente.domain.constraints import CONSTRAINT, CONSTRAINT_CLASH, CONSTRAINT_KNOWN
from entente.i18n import _, ngettext


class _Map:
    """What is told, tied together."""

    def __init__(self, told: Told) -> None:
        self.constraints = told.of(CONSTRAINT.name)
        self.known: dict[str, dict[str, str]] = defaultdict(dict)
        for each in told.of(CONSTRAINT_KNOWN.name):
            key = each.links["actor_id"]
            self.known[each.links["constraint_id"]][key] = said(each, "actor_id")
        self._by_key = {each.key: each for each in self.constraints}
        clashes = told.of(CONSTRAINT_CLASH.name)
        self.clashes = sorted(clashes, key=lambda clash: not self.is_unseen(clash))

    def both(self, clash: Entry) -> tuple[Entry, Entry]:
        """Return the two constraints of a clash."""
        return self._by_key[clash.links["constraint_id"]], self._by_key[clash.links["other_id"]]

    def is_unseen(self, clash: Entry) -> bool:
        """Whether one of the bearers does not know of what binds the other."""
        one, other = self.both(clash)
        return self._is_unknown(one, other) or self._is_unknown(other, one)

    def _is_unknown(self, constraint: Entry, other: Entry) -> bool:
        who = other.links["actor_id"]
        return bool(who) and who not in {*self.known[constraint.key], constraint.links["actor_id"]}

    @property
    def lonely(self) -> Sequence[Entry]:
        """Those nobody but the bearer knows of."""
        return [
            each
            for each in self.constraints
            if not self.known[each.key].keys() - {each.links["actor_id"]}
        ]


def tell(told: Told) -> Page:
    """Return the map, in the language in use."""
    title = _("Map of constraints")
    return Page(title=title, parts=tuple(_parts(told, title)))


def _parts(told: Told, title: str) -> Iterator[Part]:
    yield from headed(told.head, title, _("State on {date} · by {mediator}"))
    found, voice = _Map(told), Voice(told)
    if not found.constraints:
        yield Words(_("There is no constraint this reader may know of."))
        return
    yield Box(tuple(_first(found)))
    yield from section(_("Clashes"), *_clashes(found, voice))
    yield from section(_(CONSTRAINT.plural), *_constraints(found, voice))


def _first(found: _Map) -> Iterator[Words]:
    unseen = sum(found.is_unseen(clash) for clash in found.clashes)
    if unseen:
        told = ngettext(
            "{count} clash is not seen from both sides.",
            "{count} clashes are not seen from both sides.",
            unseen,
        )
        yield Words(told.format(count=unseen))
    elif found.clashes:
        yield Words(_("Every clash is seen from both sides."))
    else:
        yield Words(_("No clash was noted."))
    lonely = [f"{each.ref} {each.text('title')}" for each in found.lonely]
    if lonely:
        yield Words(" · ".join(lonely), lead=_("Nobody else knows of:"))


def _clashes(found: _Map, voice: Voice) -> Iterator[Part]:
    rows = []
    for clash in found.clashes:
        both = tuple(_named(each) for each in found.both(clash))
        is_unseen = found.is_unseen(clash)
        word = _("unseen") if is_unseen else _("seen")
        seen = cell(word, Tone.DENSE_STRONG if is_unseen else Tone.MUTED)
        rows.append(Row((seen, *both, voice.words(clash, "text") or cell(""))))
    if rows:
        head = ("", _("Constraint"), _("Clashes with"), _("In what"))
        yield Table((48, 0, 0, 0), tuple(rows), head)


def _named(constraint: Entry) -> Cell:
    words = Words(f"{constraint.ref} {constraint.text('title')}", Tone.CELL)
    who = said(constraint, "actor_id")
    return (words, Words(who, Tone.SMALL)) if who else (words,)


def _constraints(found: _Map, voice: Voice) -> Iterator[Part]:
    known: Mapping[str, Mapping[str, str]] = found.known
    columns = (
        Column("", 30, (), lambda each: cell(each.ref, Tone.MUTED)),
        Column(_("Constraint"), 0, ("title",)),
        Column(_("Who bears it"), 92, ("actor_id",)),
        Column(_("Nature"), 56, ("nature",)),
        Column(
            _("Who knows of it"),
            140,
            (),
            lambda each: cell(", ".join(known[each.key].values()) or _("nobody else")),
        ),
    )
    yield from voice.listing(found.constraints, columns, main=1)
