"""What the tab on ambassadors says in sentences and as tables."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from entente.domain.change.spreading import SKILL_MAX
from entente.i18n import N_, _, ngettext
from entente.services.ambassadors import Ambassador, Group, Spreading
from entente.services.learning import Community
from entente.services.skills import Held, Skills, Transfer
from entente_ui.charts.twin import Figures
from entente_ui.formats import labelled, listing, long_date, month_year, number, percent

NONE: Final = "–"
LEVELS: Final[Mapping[int, str]] = {
    0: N_("nothing"),
    1: N_("has seen it"),
    2: N_("with help"),
    3: N_("alone"),
    4: N_("can teach it"),
}


def coverage_words(found: Spreading) -> str:
    """Return how many groups have an active ambassador."""
    if found.coverage is None:
        return _("No functional group was named yet: name them under Impacts.")
    covered = sum(bool(group.ambassadors) for group in found.groups)
    words = ngettext(
        "{covered} of {count} group has an active ambassador ({share})",
        "{covered} of {count} groups have an active ambassador ({share})",
        len(found.groups),
    )
    return words.format(
        covered=number(covered), count=number(len(found.groups)), share=percent(found.coverage)
    )


def without_words(found: Spreading) -> str:
    """Return which groups have none; empty where all have one."""
    names = [group.name for group in found.groups if not group.ambassadors]
    return _("Without an ambassador: {groups}.").format(groups=listing(names)) if names else ""


def reach_words(found: Spreading) -> str:
    """Return how many actors are reached."""
    if found.reach is None:
        return ""
    words = ngettext(
        "{reached} of {count} actor is reached in two steps ({share})",
        "{reached} of {count} actors are reached in two steps ({share})",
        found.people,
    )
    return words.format(
        reached=number(len(found.reached)), count=number(found.people), share=percent(found.reach)
    )


def group_words(group: Group, names: Mapping[str, str]) -> str:
    """Return a group and who covers it."""
    held = listing([names[key] for key in group.ambassadors if names.get(key)])
    return labelled(group.name, held or _("nobody"))


def load_words(each: Ambassador) -> str:
    """Return how much is asked of somebody: `167 %, too much`."""
    if each.load is None:
        return _("not known")
    said = percent(each.load)
    return _("{share}, too much").format(share=said) if each.is_overloaded else said


def load_sentence(found: Spreading) -> str:
    """Return of whom too much is asked."""
    names = [each.name for each in found.ambassadors if each.is_overloaded]
    if names:
        return _("More is asked than they can give: {names}.").format(names=listing(names))
    if any(each.load is not None for each in found.ambassadors):
        return _("Nobody is asked more than they can give.")
    return _("Note what they can give in a sprint, and what is asked of them.")


def load_figures(found: Spreading) -> Figures:
    """Return the ambassadors as a table."""
    heads = (_("Ambassador"), _("Group covered"), _("Asked of what they can give"), _("Reached"))
    groups = {group.id: group.name for group in found.groups}
    rows = [
        (each.name, groups.get(each.group, NONE), load_words(each), number(each.relays))
        for each in found.ambassadors
    ]
    return Figures(heads, rows, frozenset({2, 3}), {0: 220, 1: 220, 2: 190})


def members_words(community: Community) -> str:
    """Return who is in a community, how often it met and what it shared."""
    group = community.group
    names = [each.name for each in group.members if each.is_in(group.today)]
    met = sum(each.held_on <= group.today for each in group.meetings)
    counts = (
        ngettext("{count} member", "{count} members", len(names)),
        ngettext("{count} meeting", "{count} meetings", met),
        ngettext("{count} sharing", "{count} sharings", len(community.sharings)),
    )
    told = " · ".join(
        words.format(count=number(count))
        for words, count in zip(counts, (len(names), met, len(community.sharings)), strict=True)
    )
    return f"{told}\n{listing(names)}" if names else told


def month_words(meetings: int, sharings: int) -> str:
    """Return how often a community met and shared."""
    met = ngettext("{count} meeting", "{count} meetings", meetings).format(count=number(meetings))
    told = ngettext("{count} sharing", "{count} sharings", sharings).format(count=number(sharings))
    return f"{met} · {told}"


def month_figures(community: Community) -> Figures:
    """Return meetings and sharings month by month."""
    rows = [
        (month_year(each.day), number(each.meetings), number(each.sharings))
        for each in community.months
    ]
    return Figures((_("Month"), _("Meetings"), _("Sharings")), rows, frozenset({1, 2}), {0: 160})


def level_words(level: int | None) -> str:
    """Return how far somebody is: `2 of 4, with help`."""
    if level is None:
        return _("not looked at")
    return _("{level} of {most}, {words}").format(
        level=number(level), most=number(SKILL_MAX), words=_(LEVELS[level])
    )


def skills_sentence(found: Skills) -> str:
    """Return how many transfers have come to somebody who does it alone."""
    if not found.transfers:
        return _("No skill is being handed over yet.")
    words = _("Done alone of the skills handed over: {done} of {count}")
    return words.format(done=number(found.done), count=number(len(found.transfers)))


def skill_figures(found: Skills) -> Figures:
    """Return what is handed over as a table."""
    heads = (_("Skill"), _("From"), _("To"), _("Level"), _("Date"), _("What shows it"))
    rows = [
        (
            each.skill,
            each.giver_name or NONE,
            each.taker_name or NONE,
            level_words(each.level),
            *(_last(each)),
        )
        for each in found.transfers
    ]
    return Figures(heads, rows, frozenset(), {0: 220, 1: 170, 2: 170, 3: 150, 4: 120, 5: 320})


def _last(each: Transfer) -> tuple[str, str]:
    if not each.marks:
        return "", ""
    mark = each.marks[-1]
    return long_date(mark.dated_on), mark.fact


def past_words(transfers: Sequence[Transfer]) -> str:
    """Return how each has come on, the latest first."""
    told = (
        _("{name}, {date}: {score}. {fact}").format(
            name=each.taker_name or NONE,
            date=long_date(mark.dated_on),
            score=level_words(mark.level),
            fact=mark.fact,
        )
        for each in transfers
        for mark in reversed(each.marks)
    )
    return "\n".join(line.strip() for line in told)


def alone_lines(alone: Sequence[Held]) -> Iterator[str]:
    """Yield each person with the skills nobody else holds."""
    by_person: dict[tuple[str, str], list[str]] = {}
    for each in alone:
        words = each.skill
        if each.is_on_its_way:
            words = _("{skill} (being handed over)").format(skill=words)
        by_person.setdefault((each.actor, each.name), []).append(words)
    for (_actor, name), held in by_person.items():
        yield labelled(name, ", ".join(held))
