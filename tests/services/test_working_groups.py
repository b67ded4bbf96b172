"""Working groups: who came how often, counted by hand, and what visions share."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from entente.domain.actor import ACTOR
from entente.domain.confidentiality import PUBLIC
from entente.domain.interaction import PRESENCE
from entente.domain.working_group import GROUP_MEMBER
from entente.services import records, working_groups
from entente.services.working_groups import Group, Keyword, Rate
from entente.store.gate import Gate
from entente.store.session import Session


def done(gate: Gate, action: Callable[[Session], object]) -> None:
    gate.run("Step", action)


def group(gate: Gate) -> Group:
    """Return the first group; that of the sample is followed by a learning community."""
    return gate.read(working_groups.overview)[0]


def test_who_came_how_often_is_counted_over_the_meetings_while_a_member(confluent: Gate) -> None:
    found = group(confluent)
    rates = {member.name.split()[0]: found.rate(member) for member in found.members}
    # The group met on 6/3, 27/3, 3/4, 17/4 and 7/5, and I2 on 12/3 is one of its meetings.
    assert len(found.meetings) == 6
    # A06 came to all six; A04 joined on 12/3 and came on 27/3 alone, of five.
    assert rates["Rosalie"] == Rate(6, 6)
    assert rates["Gaspard"] == Rate(1, 5)
    # A12 and A16 joined on 27/3: four meetings; A12 came to 3/4, 17/4, 7/5, A16 to 27/3, 17/4.
    assert rates["Apolline"] == Rate(3, 4)
    assert rates["Eulalie"] == Rate(2, 4)
    # A01 and A11 came once each and are no members.
    guests = found.guests
    assert guests is not None
    assert {"Clémence Roseraie", "Hippolyte Versoir"} <= set(guests.values())
    last = found.meetings[-1]
    assert found.turnout(last) == Rate(9, 11)


def test_what_most_visions_share_comes_first(confluent: Gate) -> None:
    found = group(confluent).keywords
    # autonomie: A04, A07, A16; confiance: A06, A14; temps: A05, A08; the others once.
    assert [(each.word, len(each.members)) for each in found[:4]] == [
        ("autonomie", 3),
        ("confiance", 2),
        ("temps", 2),
        ("clarté", 1),
    ]


def test_others_see_public_members_by_their_roles(confluent: Gate) -> None:
    found, _community = confluent.read(lambda s: working_groups.overview(s, PUBLIC))
    names = {member.name for member in found.members}
    assert len(found.members) == 10
    assert "Rosalie Pâquerin" not in names
    # A04 is a member, and nobody's guest.
    assert set((found.guests or {}).values()) == {
        "Directrice générale, commanditaire",
        "Directeur de projet éditeur",
    }
    # A04's word is the mediator's alone: two are left.
    assert found.keywords[0].word == "autonomie"
    assert len(found.keywords[0].members) == 2


def test_members_come_and_go_and_only_meetings_in_between_count(gate: Gate) -> None:
    made: list[str] = []
    done(gate, lambda s: made.append(working_groups.found_group(s, "Cercle")))
    done(gate, lambda s: made.append(records.create(s, ACTOR, {"name": "Lou Sénéchal"})))
    key, actor = made
    for _time in range(2):
        done(gate, partial(working_groups.add_members, group=key, actors=[actor]))
    (member,) = group(gate).members
    values = {"joined_on": dt.date(2026, 4, 1), "left_on": dt.date(2026, 5, 1)}
    done(gate, lambda s: records.change(s, GROUP_MEMBER, member.id, values))
    # Before, on the first day, on the last one, after, and one that has not taken place.
    for month, day in ((3, 31), (4, 1), (5, 1), (5, 2), (6, 30)):
        on = dt.date(2026, month, day)
        done(gate, partial(working_groups.add_meeting, group=key, subject="Point", day=on))
    (member,) = group(gate).members
    assert group(gate).rate(member) == Rate(0, 2)
    cells = [(meeting.id, actor) for meeting in group(gate).meetings[:2]]
    for _time in range(2):
        done(gate, partial(working_groups.attend, cells=cells, came=True))
    assert gate.read(lambda s: records.count(s, PRESENCE)) == 2
    assert group(gate).rate(member) == Rate(1, 2)
    assert group(gate).overall.share == 0.5
    done(gate, partial(working_groups.attend, cells=cells, came=False))
    assert group(gate).rate(member) == Rate(0, 2)
    done(gate, partial(working_groups.leave, members=[member.id], day=None))
    (member,) = group(gate).members
    assert group(gate).rate(member) == Rate(0, 3)


def test_the_same_word_in_other_letters_is_the_same_keyword(gate: Gate) -> None:
    def two_members(session: Session) -> None:
        key = working_groups.found_group(session, "Cercle")
        for name, words in (("Lou", "Égalité, soin"), ("Noé", "egalite, EGALITE")):
            actor = records.create(session, ACTOR, {"name": name})
            values = {"group_id": key, "actor_id": actor, "keywords": words}
            records.create(session, GROUP_MEMBER, values)

    done(gate, two_members)
    members = tuple(member.id for member in group(gate).members)
    assert group(gate).keywords[0] == Keyword("Égalité", members)
