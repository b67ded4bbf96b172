"""Who may not read a text does not find it in any corner of the document."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from entente.briefs.conflict import produce, render
from entente.briefs.told import Datum, Told
from entente.domain.confidentiality import Level
from entente.domain.note import NOTE
from entente.errors import WithheldTextError
from entente.services import records
from entente.services.disclosure import NO_TEXTS
from entente.store.gate import Gate
from tests.briefs.conftest import (
    ON,
    READER_NAMES,
    Case,
    brief_for,
    everything,
    pages,
    squashed,
)

#: Not shown to anybody: the mediator's own notes on people.
NOT_IN_BRIEFS = 2


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("reader", READER_NAMES)
def test_a_brief_holds_what_its_reader_may_read_and_nothing_else(
    gate: Gate, case: Case, reader: str, language: str
) -> None:
    pdf = produce(brief_for(gate, case, reader), language)
    visible = squashed(" ".join(pages(pdf)))
    hidden = everything(pdf)
    shown = {words for words in case.readers if squashed(words) in visible}
    present = {words for words in case.readers if squashed(words) in hidden}
    allowed = {words for words, readers in case.readers.items() if reader in readers}
    assert present == shown
    assert shown <= allowed
    assert len(allowed) - len(shown) == (NOT_IN_BRIEFS if reader == "mediator" else 0)


def test_every_reader_is_refused_something_but_the_mediator(gate: Gate, case: Case) -> None:
    counts = [len(brief_for(gate, case, reader).texts.withheld) for reader in READER_NAMES]
    assert counts[0] == 0
    assert all(count > 10 for count in counts[1:])


def test_the_page_is_made_without_a_look_at_what_is_withheld(gate: Gate, case: Case) -> None:
    brief = brief_for(gate, case, "A02")
    bare = replace(brief, withheld=(), texts=NO_TEXTS)
    assert render(brief, "en") == render(bare, "en")


def test_no_withheld_text_is_in_the_values_shown(gate: Gate, case: Case) -> None:
    for reader in READER_NAMES:
        brief = brief_for(gate, case, reader)
        shown = "\n".join(brief.shown_texts())
        assert not [words for words in brief.texts.withheld if words in shown]
        assert not any(words in repr(brief) for words in case.readers if words not in shown)


def stages_of(brief: Told) -> list[dt.date | None]:
    assert brief.subject is not None
    return [each.day("dated_on") for each in brief.subject.history if each.number("stage")]


def _into_summary(brief: Told, words: str) -> Told:
    assert brief.subject is not None
    data = (*brief.subject.data, Datum("desired", words, Level.PUBLIC))
    return replace(brief, subject=replace(brief.subject, data=data))


def _into_title(brief: Told, words: str) -> Told:
    assert brief.subject is not None
    data = tuple(each for each in brief.subject.data if each.name != "title")
    return replace(brief, subject=replace(brief.subject, data=data, name=words))


def _into_header(brief: Told, words: str) -> Told:
    return replace(brief, head=replace(brief.head, mission=words))


def _in_other_clothes(brief: Told, words: str) -> Told:
    return _into_summary(brief, f"Vu : {words.upper().replace(' ', '  ')}")


def _in_part(brief: Told, words: str) -> Told:
    return _into_summary(brief, f"Il dit que {' '.join(words.split()[:6])}, puis se tait.")


@pytest.mark.parametrize(
    "leak", [_into_summary, _into_title, _into_header, _in_other_clothes, _in_part]
)
def test_a_mistake_of_ours_does_not_leave_the_house(
    gate: Gate, case: Case, leak: Callable[[Told, str], Told]
) -> None:
    brief = brief_for(gate, case, "A02")
    secret = next(words for words in brief.texts.withheld if words.count(" ") == 6)
    with pytest.raises(WithheldTextError):
        produce(leak(brief, secret), "fr")


def test_what_stands_in_a_readable_text_as_well_is_no_leak(gate: Gate, case: Case) -> None:
    words = "Le comptage des plans commence lundi avec les deux équipes."
    values = {"difficulty_id": case.difficulty, "text": words, "noted_on": ON}
    gate.run(
        "Say it twice",
        lambda s: [
            records.create(s, NOTE, values | {"confidentiality": level})
            for level in ("public", "mediator")
        ],
    )
    pdf = produce(brief_for(gate, case, "sponsor"), "fr")
    assert squashed(words) in squashed(" ".join(pages(pdf)))


def test_words_of_the_page_itself_are_no_leak(gate: Gate, case: Case) -> None:
    for words in ("Options examined", "Next steps", "page", "Confidential", "1 June 2026"):
        values = {"difficulty_id": case.difficulty, "text": words, "noted_on": ON}
        gate.run("Write", partial(records.create, record_type=NOTE, values=values))
    assert produce(brief_for(gate, case, "sponsor"), "en")


def test_what_is_dated_later_is_left_out_and_counted(gate: Gate, case: Case) -> None:
    early = brief_for(gate, case, "mediator", dt.date(2026, 3, 12))
    assert stages_of(early) == [dt.date(2026, 3, 4), dt.date(2026, 3, 11)]
    assert not early.of("note")
    assert {item.reason.value for item in early.withheld} == {"later"}
    assert len(early.withheld) == 2 + 25
    text = " ".join(pages(produce(early, "en")))
    assert "18 Mar" not in text
    assert "25 Mar" not in text
