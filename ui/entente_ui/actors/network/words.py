"""What the network says, in a mediator's words; no Qt."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from entente.domain.figures import RELAY, CutOff
from entente.domain.network import Triad, WeakPoints
from entente.i18n import _, ngettext
from entente.services.network import Person, Reading
from entente_ui import formats

#: Lines of one part; more would be read by nobody.
MOST_LINES: Final = 24


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with people in it.

    Attributes:
        template: Words in the language in use, with a name in braces for each place.
        people: Who stands at each place.
    """

    template: str
    people: Mapping[str, Sequence[Person]]


@dataclass(frozen=True, slots=True)
class Told:
    """What one part of the page says.

    Attributes:
        lead: The finding in one sentence.
        lines: Who is meant.
        method: How it was worked out, with the figures.
    """

    lead: str
    lines: Sequence[Line] = ()
    method: Sequence[str] = field(default=())


def relays(reading: Reading) -> Told:
    """Return through whom much passes."""
    found = reading.figures.relays
    method = [
        _(
            "Betweenness: of the shortest ways between two others, the part that leads through "
            "a person, from 0 to 1 (Freeman 1977, reckoned after Brandes 2001). Shown are those "
            "with at least {factor} times the mean, in the order of their references. Ties "
            "count whatever their quality."
        ).format(factor=formats.number(RELAY))
    ]
    if not found:
        return Told(_("Nobody carries much more between the others than the rest."), (), method)
    method.append(_values(reading, {key: reading.figures.actors[key].betweenness for key in found}))
    lead = ngettext(
        "Much of what the others learn of each other passes through one person. Being away, "
        "tired or hurt, this person slows everybody down.",
        "Much of what the others learn of each other passes through {count} people. One of "
        "them being away, tired or hurt slows everybody down.",
        len(found),
    )
    line = Line("{people}", {"people": _people(reading, found)})
    return Told(lead.format(count=len(found)), (line,), method)


def isolated(reading: Reading) -> Told:
    """Return who has few ties, or none that is good."""
    figures = reading.figures
    method = [
        _(
            "Ties are counted once a pair, whatever their direction; good is a quality above 0. "
            "Harmonic closeness is the mean of 1/steps to each of the others: 1 next to "
            "everybody, 0 cut off (Marchiori & Latora 2000)."
        )
    ]
    kinds = (
        (_("No tie with anybody: {people}"), figures.isolated),
        (_("One tie alone: {people}"), figures.hanging),
        (_("Ties, but none of them good: {people}"), figures.without_good),
    )
    lines = [Line(words, {"people": _people(reading, keys)}) for words, keys in kinds if keys]
    if not lines:
        return Told(_("Everybody has several ties, at least one of them good."), (), method)
    concerned = dict.fromkeys(key for _words, keys in kinds for key in keys)
    method.append(_values(reading, {key: figures.actors[key].harmonic for key in concerned}))
    lead = _("With few ties, or none that is good, people hear of things late.")
    return Told(lead, lines, method)


def weak_points(reading: Reading) -> Told:
    """Return where the network would come apart."""
    figures = reading.figures
    method = [
        _(
            "Articulation points and bridges (Tarjan 1972): a person, or a tie, without whom some "
            "could no longer reach the others by any chain of ties. First with all ties, then "
            "with the good ones alone."
        ),
        _(
            "All ties: {actors} people, {bridges} ties. Good ties: {good} people, {thin} ties."
        ).format(
            actors=formats.number(len(figures.weak_points.actors)),
            bridges=formats.number(len(figures.weak_points.bridges)),
            good=formats.number(len(figures.positive_weak_points.actors)),
            thin=formats.number(len(figures.positive_weak_points.bridges)),
        ),
    ]
    alone = _("Without {person} the others could no longer reach {cut}")
    good = _("{person} is the only good way to {cut}")
    lines = [
        *_cuts(reading, alone, figures.cut_off),
        *_cuts(reading, good, _but(figures.positive_cut_off, figures.cut_off)),
        *_bridges(reading, figures.weak_points),
    ]
    if not lines:
        lead = _("No single person and no single tie holds the network together.")
        return Told(lead, (), method)
    lead = _("If these people or ties failed, some could no longer reach the others.")
    return Told(lead, lines, method)


def groups(reading: Reading) -> Told:
    """Return who keeps together."""
    figures = reading.figures
    method = [
        _(
            "Communities (Louvain, Blondel et al. 2008) over the ties that are not bad, always "
            "the same for the same mission. Modularity {value}: how far they keep to "
            "themselves; 0 is chance, above 0.3 the groups are plain to see."
        ).format(value=formats.number(figures.modularity, 2))
    ]
    if len(figures.groups) < 2:
        return Told(_("No groups stand out: the ties are spread over everybody."), (), method)
    lead = ngettext(
        "{count} group has more ties inside than with the others.",
        "{count} groups have more ties inside than with the others.",
        len(figures.groups),
    ).format(count=len(figures.groups))
    words = _("Group {number}: {people}")
    lines = [
        Line(words.replace("{number}", formats.number(number)), {"people": _people(reading, keys)})
        for number, keys in enumerate(figures.groups, 1)
    ]
    return Told(lead, lines, method)


def alerts(reading: Reading) -> Told:
    """Return who may be pressed to take sides."""
    found = reading.figures.triads
    method = [
        _(
            "Closed triads by the product of their three signs (Heider 1946; Cartwright & Harary "
            "1956): below 0 a triad is unbalanced, and who gets on with two who do not get on "
            "is pressed to take sides. Neutral and unknown relations are left out. Here: "
            "{balanced} balanced, {unbalanced} unbalanced."
        ).format(
            balanced=formats.number(len(found.balanced)),
            unbalanced=formats.number(len(found.unbalanced)),
        )
    ]
    if not found.balanced and not found.unbalanced:
        lead = _("No three people are known to have three relations that are good or bad.")
        return Told(lead, (), method)
    if not found.unbalanced:
        return Told(_("Nobody is caught between two who do not get on."), (), method)
    lead = _("Caught between two who do not get on, they may be pressed to take sides.")
    return Told(lead, [_alert(reading, triad) for triad in found.unbalanced], method)


def _alert(reading: Reading, triad: Triad) -> Line:
    if not triad.pressed:
        words = _("None of them gets on with another: {people}")
        return Line(words, {"people": _people(reading, triad.actors)})
    one, other = (key for key in triad.actors if key != triad.pressed)
    words = _("{pressed} gets on with {one} and {other} who do not get on with each other")
    named = {"pressed": (triad.pressed,), "one": (one,), "other": (other,)}
    return Line(words, {place: _people(reading, keys) for place, keys in named.items()})


def _cuts(reading: Reading, words: str, cuts: CutOff) -> list[Line]:
    return [
        Line(
            words,
            {
                "person": _people(reading, (key,)),
                "cut": _people(reading, [one for group in parts for one in group]),
            },
        )
        for key, parts in cuts.items()
    ]


def _but(cuts: CutOff, known: CutOff) -> CutOff:
    """Return what has not been said already."""
    return {key: parts for key, parts in cuts.items() if known.get(key) != parts}


def _bridges(reading: Reading, weak: WeakPoints) -> list[Line]:
    """Return the bridges between two parts; one to a single person was told with that person."""
    words = _("{one} and {other} alone link two parts of the network")
    ties = reading.figures.actors
    return [
        Line(words, {"one": _people(reading, (one,)), "other": _people(reading, (other,))})
        for one, other in weak.bridges
        if ties[one].ties > 1 and ties[other].ties > 1
    ]


def _people(reading: Reading, keys: Iterable[str]) -> list[Person]:
    return [reading.situation.people[key] for key in keys]


def _values(reading: Reading, values: Mapping[str, float]) -> str:
    """Return figures by person, in the order of the references: nobody is ranked."""
    people = reading.situation.people
    one = _("{name} {value}")
    return " · ".join(
        one.format(name=people[key].name, value=formats.number(values[key], 3))
        for key in people
        if key in values
    )
