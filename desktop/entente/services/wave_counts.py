"""Counting a wave: of each question what may be shown is written, the rest is forgotten."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from random import SystemRandom
from typing import Any, TypeAlias

from entente.domain.climate.suppression import Published, publish
from entente.domain.climate.survey import ANSWER_COUNT, VERBATIM, WAVE
from entente.domain.confidentiality import Level
from entente.domain.records import LEVEL_FIELD
from entente.errors import WaveError, WaveFault
from entente.services import records
from entente.services.ballots import RANGES, Form, State, form, state_of
from entente.services.surveys import Asked
from entente.store.session import Session

#: What a person answered, by question, and the group they belong to, empty for none.
Paper: TypeAlias = tuple[str, Mapping[str, Any]]
#: Counts of each answer by group; the group of those in none is empty.
Counts: TypeAlias = dict[str, list[int]]


def load_counts(  # a closed wave is all of this, and each part is named
    session: Session,
    wave_id: str,
    *,
    on: dt.date,
    ballots: int,
    counts: Mapping[str, Sequence[int]],
    groups: Mapping[str, Mapping[str, Sequence[int]]] | None = None,
) -> None:
    """Close a planned wave that was counted elsewhere, as one measured before this mission.

    What may not be shown is left out here as well.

    Args:
        session: The open mission.
        wave_id: The wave.
        on: The day it was held.
        ballots: How many answered.
        counts: How many gave each answer, from the lowest on, by the code of the question.
        groups: The same of some groups, by their names.

    Raises:
        WaveError: If it was opened before, or a code or group is unknown.
    """
    wave = records.get(session, WAVE, wave_id)
    if state_of(wave) is not State.PLANNED:
        raise WaveError(WaveFault.OPENED, wave["name"])
    paper = form(session, wave_id)
    questions = {each.code: each for each in paper.scaled}
    keys = {name: key for key, name in paper.groups.items()}
    for name in (groups or {}).keys() - keys.keys():
        raise WaveError(WaveFault.UNKNOWN_GROUP, name)
    for code, whole in counts.items():
        if code not in questions:
            raise WaveError(WaveFault.UNKNOWN_QUESTION, code)
        known = {keys[name]: list(of[code]) for name, of in (groups or {}).items() if code in of}
        parts = zip(whole, *known.values(), strict=True)
        rest = {"": [all_of - sum(some) for all_of, *some in parts]}
        write_counts(session, paper, questions[code], known | rest)
    session.update(WAVE, wave_id, {"opened_on": on, "closed_on": on, "ballots": ballots})


def counted(question: Asked, papers: Sequence[Paper]) -> Counts:
    """Return how many of each group gave each answer, from the lowest on."""
    low, high = RANGES[question.scale]
    found: Counter[tuple[str, int]] = Counter(
        (group, answers[question.id]) for group, answers in papers if question.id in answers
    )
    groups = dict.fromkeys(group for group, _answer in found)
    return {group: [found[group, answer] for answer in range(low, high + 1)] for group in groups}


def write_counts(session: Session, paper: Form, question: Asked, counts: Counts) -> Published:
    """Write of one question what may be shown, and nothing else."""
    found = publish(counts, paper.threshold) if counts else Published(None, {})
    low, _high = RANGES[question.scale]
    asked = {"wave_id": paper.wave_id, "question_id": question.id}
    if found.whole is None:
        # That it was asked, and that nothing is told of it.
        session.insert(ANSWER_COUNT, {**asked, "group_id": None, "answer": low, "count": 0})
        return found
    # Those in no group are not a group: they stay among the rest.
    of_groups = {group: each for group, each in found.groups.items() if group}
    session.insert_many(
        ANSWER_COUNT,
        [
            {**asked, "group_id": group, "answer": answer, "count": number}
            for group, shown in ({None: found.whole} | of_groups).items()
            for answer, number in enumerate(shown, low)
            if number
        ],
    )
    return found


def write_comments(session: Session, paper: Form, papers: Sequence[Paper]) -> int:
    """Write what people wrote, none beside another of the same person."""
    words = [each.id for each in paper.questions if each.scale not in RANGES]
    comments = [
        {
            "wave_id": paper.wave_id,
            "question_id": key,
            "text": answers[key],
            "status": "unread",
            LEVEL_FIELD: Level.MEDIATOR.value,
        }
        for _group, answers in papers
        for key in words
        if key in answers
    ]
    SystemRandom().shuffle(comments)
    session.insert_many(VERBATIM, comments)
    return len(comments)


def told(paper: Form, published: Sequence[Published]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of the groups shown with every item, and of the others that answered."""
    answered = {group for each in published for group in (*each.groups, *each.withheld) if group}
    whole = {group for group in answered if all(group in each.groups for each in published)}
    names = paper.groups
    return (
        tuple(name for key, name in names.items() if key in whole),
        tuple(name for key, name in names.items() if key in answered - whole),
    )
