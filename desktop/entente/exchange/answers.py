"""Answers collected with LimeSurvey, Google Forms or Microsoft Forms, as ballots of a wave.

Who answered, and when, is not taken: it is looked at once, to see who answered twice, and left
behind. A file is taken as a whole, or refused with the place that does not fit.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from entente.domain.text import fold, heading_key, shorten
from entente.errors import EntenteError, ImportRefusedError
from entente.exchange import answer_words
from entente.exchange.table import Cell, Table
from entente.i18n import LANGUAGES, _
from entente.messages import sentence
from entente.services.ballots import RANGES, Ballot, Form, lot_of
from entente.services.method_texts import read_file
from entente.services.surveys import Asked

#: What a column is mapped to that holds the group, or is to be left out.
TO_GROUP: Final = "group"
TO_NOTHING: Final = "-"
_SHOWN: Final = 40
#: So many letters of a question are enough to know it by.
_TELLING: Final = 15


@dataclass(frozen=True, slots=True)
class Collected:
    """What a file holds for a wave.

    Attributes:
        left_out: Headings of the columns that say who answered, or when.
        not_asked: Headings of columns that answer none of the questions.
        missing: Codes of the questions no column answers.
        blank: How many rows answer nothing.
        replaced: Rows of the file in whose place the same person answered again.
        alike: How many ballots with a comment are the same as another.
        half: How many ballots leave out a question.
        coded: Codes of the questions answered by codes of a list, read in its order.
        source: Tells this file from every other, whatever form it was saved in.
    """

    ballots: tuple[Ballot, ...]
    left_out: tuple[str, ...]
    not_asked: tuple[str, ...]
    missing: tuple[str, ...]
    blank: int
    replaced: tuple[int, ...]
    alike: int
    half: int
    coded: tuple[str, ...] = ()
    source: bytes = b""


def collect(table: Table, form: Form, maps: Mapping[str, str] | None = None) -> Collected:
    """Return the ballots in a file.

    Args:
        table: The file.
        form: What the wave asks.
        maps: By heading, the code of the question it answers, `TO_GROUP` or `TO_NOTHING`.

    Raises:
        ImportRefusedError: If a column, or what stands in it, cannot be understood.
    """
    columns, group = _columns(table, form, maps or {})
    persons = _persons(table, columns)
    read = _read(table, form, columns, group, persons)
    others = [name for n, name in enumerate(table.headings) if n not in {*columns, group}]
    traces = {table.headings[n] for n in persons} | set(filter(answer_words.leaves_trace, others))
    there = {question.code for question in columns.values()}
    scaled = {question.id for question in form.scaled}
    return Collected(
        ballots=read.ballots,
        left_out=tuple(name for name in others if name in traces),
        not_asked=tuple(name for name in others if name not in traces),
        missing=tuple(each.code for each in form.questions if each.code not in there),
        blank=read.blank,
        replaced=read.replaced,
        alike=_alike(read.ballots, form),
        half=sum(not scaled <= ballot.answers.keys() for ballot in read.ballots),
        coded=tuple(_coded(table, columns)),
        source=repr([table.headings, *([*map(_text, row)] for row in table.rows)]).encode(),
    )


def guessed(table: Table, form: Form) -> dict[str, str]:
    """Return what each column is taken for: the code of a question, `TO_GROUP`, `TO_NOTHING`."""
    meant = {heading: _guessed(heading, form) for heading in table.headings}
    return {name: to.code if isinstance(to, Asked) else to for name, to in meant.items()}


@dataclass(frozen=True, slots=True)
class _Read:
    ballots: tuple[Ballot, ...]
    blank: int
    replaced: tuple[int, ...]


def _read(
    table: Table,
    form: Form,
    columns: Mapping[int, Asked],
    group: int | None,
    persons: Sequence[int],
) -> _Read:
    """Return the ballots, one a person: the last of those who answered more than once."""
    groups = {fold(name): key for key, name in form.groups.items()}
    found: dict[object, tuple[int, Ballot]] = {}
    blank, replaced = 0, []
    for number, row in enumerate(table.rows, table.first_row):
        answers = {
            question.id: _answer(table, number, place, question, row[place])
            for place, question in columns.items()
            if place < len(row)
        }
        answers = {key: answer for key, answer in answers.items() if answer is not None}
        if not answers:
            blank += 1
            continue
        ballot = Ballot(answers, _group(table, number, row, group, groups))
        _check(table, number, form, ballot)
        told = (answer_words.person_of(row[n]) for n in persons if n < len(row))
        who: object = tuple(filter(None, told))
        if who and who in found:
            replaced.append(found[who][0])
        found[who or number] = number, ballot
    return _Read(tuple(each for _number, each in found.values()), blank, tuple(replaced))


def _coded(table: Table, columns: Mapping[int, Asked]) -> Iterator[str]:
    """Yield the codes of the questions that are answered by codes of a list."""
    for place, question in columns.items():
        cells = (str(row[place]) for row in table.rows if place < len(row))
        if any(answer_words.code_of(text, question.scale) for text in cells):
            yield question.code


def _columns(
    table: Table, form: Form, maps: Mapping[str, str]
) -> tuple[dict[int, Asked], int | None]:
    """Return which column answers which question, and the one that tells the group."""
    mapped = {heading_key(name): to for name, to in maps.items()}
    known = {heading_key(name) for name in table.headings}
    for name in maps:
        if heading_key(name) not in known:
            raise ImportRefusedError(table.source, _("There is no such column."), column=name)
    columns: dict[int, Asked] = {}
    groups: dict[bool, list[int]] = {True: [], False: []}
    for place, heading in enumerate(table.headings):
        to = mapped.get(heading_key(heading))
        meant = _guessed(heading, form) if to is None else _named(table, heading, form, to)
        if meant == TO_GROUP:
            groups[to is not None].append(place)
        if not isinstance(meant, Asked):
            continue
        if meant in columns.values():
            reason = _("Two columns answer {code}: say which one with --map.")
            raise ImportRefusedError(table.source, reason.format(code=meant.code), column=heading)
        columns[place] = meant
    if len(told := groups[True] or groups[False]) > 1:
        reason = _("Two columns tell the group, and groups are never crossed: choose with --map.")
        raise ImportRefusedError(table.source, reason, column=table.headings[told[1]])
    if not columns:
        reason = _("No column answers a question of this wave: name them with --map.")
        raise ImportRefusedError(table.source, reason)
    return columns, told[0] if told else None


def _persons(table: Table, columns: Mapping[int, Asked]) -> list[int]:
    """Return the places of the columns that say who answered."""
    return [
        place
        for place, name in enumerate(table.headings)
        if answer_words.tells_person(name)
        or (
            place not in columns
            and answer_words.are_addresses(row[place] for row in table.rows if place < len(row))
        )
    ]


def _named(table: Table, heading: str, form: Form, to: str) -> Asked | str:
    """Return what a column was said to be."""
    if to in {TO_GROUP, TO_NOTHING}:
        return to
    for question in form.questions:
        if fold(question.code) == fold(to):
            return question
    reason = _("“{code}” is not asked in this wave.").format(code=shorten(to, _SHOWN))
    raise ImportRefusedError(table.source, reason, column=heading)


def _guessed(heading: str, form: Form) -> Asked | str:
    """Return what a column is by its heading."""
    if answer_words.leaves_trace(heading):
        return TO_NOTHING
    if _tells_group(heading, form):
        return TO_GROUP
    return _question(heading, form.questions) or TO_NOTHING


def _tells_group(heading: str, form: Form) -> bool:
    names = {*answer_words.GROUP, heading_key(form.attribute)} - {""}
    return bool(form.groups) and heading_key(heading) in names


def _question(heading: str, questions: Sequence[Asked]) -> Asked | None:
    """Return the question a heading is of: by its code, alone or before the text, or its text."""
    words = heading_key(heading)
    first = words.split(" ", 1)[0]
    for question in questions:
        for text in _texts(heading_key(question.text)):
            if text in words or (words in text and len(words) >= _TELLING):
                return question
    return next((each for each in questions if heading_key(each.code) == first), None)


def _texts(text: str) -> tuple[str, ...]:
    """Return a question, and the same in the other languages if it is one of ours."""
    return (text, *(other for other in _translated().get(text, ()) if other != text))


@cache
def _translated() -> Mapping[str, tuple[str, ...]]:
    files = [read_file(f"surveys/{code}.toml") for code in LANGUAGES]
    found: dict[str, tuple[str, ...]] = {}
    for key in files[0]:
        for same in zip(*(file[key]["questions"] for file in files), strict=True):
            texts = tuple(heading_key(each["text"]) for each in same)
            found |= dict.fromkeys(texts, texts)
    return found


def _answer(table: Table, number: int, place: int, question: Asked, cell: Cell) -> int | str | None:
    if cell is None:
        return None
    text = _text(cell)
    if question.scale not in RANGES:
        return text.strip() or None
    if answer_words.is_none(text):
        return None
    low, high = RANGES[question.scale]
    answer = answer_words.number_of(text, question.scale)
    if answer is None:
        answer = answer_words.code_of(text, question.scale)
    if answer is None or not low <= answer <= high:
        reason = _("“{answer}” is no answer on a scale from {low} to {high}.").format(
            answer=shorten(text, _SHOWN), low=low, high=high
        )
        raise ImportRefusedError(table.source, reason, number, table.place(place))
    return answer


def _text(cell: Cell) -> str:
    """Return a cell as text, however a spreadsheet holds it."""
    if cell is None:
        return ""
    return f"{cell:g}" if isinstance(cell, float) else str(cell)


def _group(
    table: Table,
    number: int,
    row: Sequence[Cell],
    place: int | None,
    groups: Mapping[str, str],
) -> str:
    if place is None or place >= len(row) or row[place] in {None, ""}:
        return ""
    name = str(row[place])
    key = groups.get(fold(name.strip()))
    if key is None:
        reason = _("“{name}” is not a group of this wave: choose one of its groups.")
        said = reason.format(name=shorten(name, _SHOWN))
        raise ImportRefusedError(table.source, said, number, table.place(place))
    return key


def _check(table: Table, number: int, form: Form, ballot: Ballot) -> None:
    try:
        lot_of(form, ballot)
    except EntenteError as error:
        raise ImportRefusedError(table.source, sentence(error), number) from error


def _alike(ballots: Sequence[Ballot], form: Form) -> int:
    """Return how many ballots repeat another, words and all."""
    words = {each.id for each in form.questions if each.scale not in RANGES}
    said = Counter(
        tuple(sorted((key, str(answer)) for key, answer in ballot.answers.items()))
        for ballot in ballots
        if words & ballot.answers.keys()
    )
    return sum(count - 1 for count in said.values())
