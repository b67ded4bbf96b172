"""Sandbox sessions and what people say their time was worth: by hand from the sample."""

from collections.abc import Callable
from functools import partial

import pytest

from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.confidentiality import PUBLIC
from entente.domain.observation_line import ObservationLine, read_observation
from entente.domain.review import OBSERVATION
from entente.domain.roti import Roti
from entente.errors import InvalidValueError
from entente.services import records, sandboxes
from entente.store.gate import Gate
from entente.store.session import Session


def done(gate: Gate, action: Callable[[Session], object]) -> None:
    gate.run("Step", action)


@pytest.mark.parametrize(
    ("line", "text", "kind"),
    [
        ("+ on retrouve tout", "on retrouve tout", "worked"),
        ("-la saisie se perd", "la saisie se perd", "hindered"),
        ("− la saisie se perd", "la saisie se perd", "hindered"),
        ("! une fiche", "une fiche", "idea"),
        ("? qui efface", "qui efface", "question"),
        ("Qui efface\u202f?", "Qui efface\u202f?", "question"),
        ("une fiche", "une fiche", "idea"),
        ("+", "", "worked"),
        ("  ", "", "idea"),
    ],
)
def test_the_first_sign_of_a_line_says_what_it_is(line: str, text: str, kind: str) -> None:
    assert read_observation(line, "idea") == ObservationLine(text, kind)


def test_the_mean_of_the_marks_is_as_counted_by_hand() -> None:
    # (1·2 + 4·3 + 5·4 + 2·5) / 12 = 44/12
    roti = Roti((0, 1, 4, 5, 2))
    assert roti.people == 12
    assert roti.mean == pytest.approx(44 / 12)
    assert Roti().mean is None
    assert roti.changed(1, -1) == roti
    assert roti.changed(1, 1).counts == (1, 1, 4, 5, 2)


def test_the_sample_has_one_session_and_what_became_of_what_was_seen(confluent: Gate) -> None:
    (trial,) = confluent.read(sandboxes.overview)
    assert trial.row["ref"] == "BS1"
    assert [each.kind for each in trial.seen] == [
        *("worked", "hindered", "question", "idea", "hindered"),
    ]
    assert [each.item_ref for each in trial.seen] == ["", "B24", "", "B26", "B29"]
    first = confluent.read(sandboxes.appraisals)[0]
    assert first.roti.mean is not None
    assert len(confluent.read(sandboxes.appraisals)) >= 5


def test_an_observation_becomes_one_card_as_private_as_it_is(gate: Gate) -> None:
    done(gate, lambda s: sandboxes.begin(s, "Essai"))
    (trial,) = gate.read(sandboxes.overview)
    line = ObservationLine("La saisie se perd", "hindered")
    for level in ("mediator", "public"):
        done(gate, partial(sandboxes.note, sandbox=trial.id, line=line, level=level))
    keys = [each.id for each in gate.read(sandboxes.overview)[0].seen]
    for _time in range(2):
        done(gate, lambda s: sandboxes.to_cards(s, keys))
    cards = gate.read(lambda s: records.list_rows(s, BACKLOG_ITEM)).dicts()
    assert [(card["title"], card["status"]) for card in cards] == [(line.text, "idea")] * 2
    assert {card["confidentiality"] for card in cards} == {"mediator", "public"}
    assert gate.read(lambda s: sandboxes.overview(s, PUBLIC)) == ()
    done(gate, lambda s: sandboxes.move(s, keys, "question"))
    assert {each.kind for each in gate.read(sandboxes.overview)[0].seen} == {"question"}
    empty = ObservationLine("", "idea")
    with pytest.raises(InvalidValueError):
        done(gate, lambda s: sandboxes.note(s, trial.id, empty, "mediator"))
    assert gate.read(lambda s: records.count(s, OBSERVATION)) == 2


def test_marks_are_counted_on_the_day_of_the_activity(gate: Gate) -> None:
    made: list[str] = []
    done(gate, lambda s: made.append(records.create(s, BACKLOG_ITEM, {"title": "Atelier"})))
    for _time in range(2):
        done(gate, lambda s: made.append(sandboxes.appraise(s, made[0])))
    assert made[1] == made[2]
    for value, by in ((4, 1), (5, 1), (5, 1), (4, -1), (4, -1)):
        done(gate, partial(sandboxes.mark, key=made[1], value=value, by=by))
    (found,) = gate.read(sandboxes.appraisals)
    assert found.roti.counts == (0, 0, 0, 0, 2)
    assert gate.read(lambda s: sandboxes.appraisals(s, PUBLIC)) == ()
