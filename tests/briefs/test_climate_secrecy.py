"""Waves answered by the dice, some of their groups tiny: what no paper tells to anybody."""

import re
from dataclasses import dataclass, field
from random import Random
from typing import Any, Final

from hypothesis import given, settings
from hypothesis import strategies as st

from entente.briefs.climate_book.values import Climate
from entente.briefs.kinds import KINDS
from entente.briefs.production import Form
from entente.domain.climate.survey import VERBATIM
from entente.domain.confidentiality import MEDIATOR, PUBLIC, SPONSOR, Audience, Level
from entente.services import records, surveys, waves
from entente.services.waves import Ballot
from entente.store.gate import Gate
from entente.store.session import Session
from tests.briefs.climate_papers import words_of
from tests.conftest import FixedClock, mission_engine

K: Final = 5
GROUPS: Final = ("Gangabe", "Gangubo", "Gangimo", "Gangora")
STATUSES: Final = ("unread", "quoted", "reworded", "withheld")
PAPERS: Final = ("wave", "climate", "ballot", "notice")


@dataclass
class Answered:
    """One wave that was answered and closed.

    Attributes:
        sizes: How many of each group answered.
        comments: By what was written, what became of it.
    """

    gate: Gate
    survey: str = ""
    wave: str = ""
    sizes: dict[str, int] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)

    def told(self, name: str, reader: Audience) -> Any:  # noqa: ANN401  # of each kind
        """Return what a reader is told by a paper."""
        key = self.survey if name == "climate" else self.wave
        return self.gate.read(lambda session: KINDS[name].gather(session, key, reader))


def answered(seed: int) -> Answered:
    """Open a wave, let people answer by the dice, close it, read some of the comments."""
    made = Answered(Gate(mission_engine(), clock=FixedClock()))
    dice = Random(seed)  # noqa: S311  # dice, not keys

    def ask(session: Session) -> None:
        made.survey = surveys.load(session, "barometer", "en")
        groups = dict.fromkeys(GROUPS)
        made.wave = waves.plan(
            session, made.survey, session.today, name="P1", groups=groups, level=Level.PUBLIC
        )
        waves.open_wave(session, made.wave)

    def answer(session: Session) -> None:
        form = waves.form(session, made.wave)
        scaled = {each.id for each in form.scaled}
        ballots = []
        for key, name in form.groups.items():
            made.sizes[key] = dice.choice([0, 1, 2, 3, 4, 5, 7, 12])
            for _person in range(made.sizes[key]):
                word = f"Xq{len(made.comments):03d}{name[4:]}qx"
                made.comments[word] = ""
                ballots.append(Ballot({each.id: _thrown(dice, each.scale, word)
                                       for each in form.questions if each.id not in scaled
                                       or dice.random() < 0.9}, key))  # fmt: skip
        if ballots:
            waves.cast_many(session, made.wave, ballots)
        waves.close(session, made.wave)

    def moderate(session: Session) -> None:
        for row in records.list_rows(session, VERBATIM).dicts():
            status = dice.choice(STATUSES)
            made.comments[row["text"]] = status
            said = {"status": status, "paraphrase": f"Yz{row['text'][2:]}"}
            records.change(session, VERBATIM, row["id"], {**said, "confidentiality": "public"})

    for act in (ask, answer, moderate):
        made.gate.run("Act", act)
    return made


def _thrown(dice: Random, scale: str, word: str) -> int | str:
    if scale == "words":
        return word
    return dice.randint(0, 10) if scale == "recommendation" else dice.randint(1, 5)


@settings(max_examples=5, deadline=None, derandomize=True)
@given(st.integers(0, 10_000))
def test_no_paper_tells_of_a_small_group_nor_an_unread_comment_to_anybody(seed: int) -> None:
    made, dice = answered(seed), Random(seed)  # noqa: S311  # dice, not keys
    people = sum(made.sizes.values())
    may_be_quoted = {w for w, s in made.comments.items() if s == "quoted" and people >= 8}
    for name in PAPERS:
        reader = dice.choice((MEDIATOR, SPONSOR, PUBLIC))
        told = made.told(name, reader)
        for form in Form:
            text = words_of(KINDS[name].produce(told, "en", form=form), form)
            found = set(re.findall(r"Xq\d{3}\w+?qx", text))
            assert found == (may_be_quoted if name == "wave" else set()), (name, form)
    for reader in (MEDIATOR, SPONSOR, PUBLIC):
        for name in ("wave", "climate"):
            _assert_nothing_small(made.told(name, reader), made.sizes)


def _assert_nothing_small(told: Climate, sizes: dict[str, int]) -> None:
    """Look at all there is to draw from: every number of a group, and what is left without."""
    people = sum(sizes.values())
    for wave in told.waves:
        assert wave.index is None or people >= K
        for item in wave.items:
            assert item.counts is None or sum(item.counts) >= K
        for group in wave.groups:
            assert sizes[group.key] >= K
            assert group.n >= K
        assert {each for each, size in sizes.items() if size < K} <= set(wave.withheld)
