"""What minutes, agreements, findings, the glossary, the log of decisions and forms say."""

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from entente.briefs import conflict
from entente.briefs.kinds import KINDS
from entente.briefs.production import Form
from entente.briefs.told import Told
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.confidentiality import MEDIATOR, SPONSOR, Audience, Level, party
from entente.errors import InvalidValueError, RecordMissingError
from entente.services import records
from entente.store.gate import Gate
from entente.store.session import Session
from tests.briefs.conftest import pages
from tests.briefs.test_render import note, sample

ON = dt.date(2026, 6, 10)
PARTIES = party("")
LEVEL = {"confidentiality": "parties"}


@dataclass
class Story:
    """A mediation from its first session to its agreement."""

    keys: dict[str, str] = field(default_factory=dict)

    def add(self, session: Session, named: str, table: str, /, **values: Any) -> str:  # noqa: ANN401  # of any field
        known = RECORD_TYPES[table]
        levels = LEVEL if known.has_level else {}
        self.keys[named] = records.create(session, known, levels | values)
        return self.keys[named]


@pytest.fixture
def story(gate: Gate) -> Story:
    told = Story()
    gate.run("Write", lambda session: _write(session, told))
    return told


def _write(session: Session, told: Story) -> None:
    told.add(session, "mission", "mission", name="ESTUAIRE", mediator="Ida Passe", charter="Code")
    people = ("Bastien Corvelle", "Irène Dumarais", "Lou Sénéchal", "Ysé Valombre")
    ada, bob, cleo, dan = (
        told.add(session, name, "actor", name=name, confidentiality="mediator") for name in people
    )
    told.add(session, "K1", "difficulty", title="Reprise des plans")
    told.add(session, "K2", "difficulty", title="Accès au chantier")
    about = {"difficulty_id": told.keys["K1"]}
    for actor in (ada, bob):
        told.add(session, f"party-{actor}", "party", actor_id=actor, **about)
    _hold(session, told, about, (ada, bob, cleo, dan))
    for name, kind in (("PA1", "entry"), ("PA2", "settlement")):
        told.add(session, name, "agreement", title=f"Accord {name}", kind=kind, **about)
    clause = {"agreement_id": told.keys["PA2"]}
    told.add(session, "c2", "clause", position=2, heading="Prix", to_review=False, **clause)
    told.add(session, "c1", "clause", position=1, heading="Étendue", text="Tout.", **clause)
    promise = {"actor_id": ada, "due_on": dt.date(2026, 7, 1), "evidence": "Procès-verbal"}
    told.add(session, "E1", "commitment", statement="Je compte les plans.", **promise, **clause)
    told.add(session, "R1", "risk", event="Plans perdus")
    told.add(session, "B1", "backlog_item", title="Relever les plans")
    days = {"starts_on": dt.date(2026, 5, 4), "ends_on": dt.date(2026, 5, 22)}
    told.add(session, "S1", "sprint", name="Relever", **days)
    asked = told.add(session, "QN1", "questionnaire", name="Baromètre")
    told.add(session, "VG1", "wave", name="P1", questionnaire_id=asked)
    told.add(session, "arrangement", "arrangement", starts_on=dt.date(2026, 5, 4))
    told.add(session, "CV1", "cooperation_convention", title="Convention")
    told.add(session, "AI1", "coaching_track", actor_id=ada, confidentiality="caucus")
    guide = "1. Que craignez-vous ?\n\n- Qui d'autre entendre ?\n"
    told.add(session, "guide", "interview_guide", name="Terrain", questions=guide)


def _hold(session: Session, told: Story, about: dict[str, str], people: tuple[str, ...]) -> None:
    first, second = dt.date(2026, 4, 29), dt.date(2026, 6, 24)
    held = {"title": "Le volume", "held_on": first, "status": "held", "hat": "mediation", **about}
    told.add(
        session, "M1", "mediation_session", outcome="Compter.", outcome_level="parties", **held
    )
    told.add(
        session,
        "M2",
        "mediation_session",
        title="Le prix",
        held_on=second,
        place="Salle 2",
        **about,
    )
    told.add(session, "M3", "mediation_session", title="Aparté", kind="caucus", **about)
    of_it = {"session_id": told.keys["M1"]}
    for actor, presence in zip(people, ("present", "absent", "excused", "invited"), strict=True):
        told.add(
            session,
            f"at-{actor}",
            "attendance",
            actor_id=actor,
            presence=presence,
            spoken=1234,
            **of_it,
        )
    told.add(session, "i1", "agenda_item", position=1, text="Rappel des règles", done=True, **of_it)
    said = {"session_id": told.keys["M1"], "noted_on": first, **about}
    told.add(session, "n1", "note", text="On compte ensemble.", kind="agreed", **said)
    told.add(session, "n2", "note", text="La durée.", kind="disputed", **said)
    told.add(session, "n3", "note", text="Retiré.", kind="agreed", struck=True, **said)
    told.add(session, "n4", "note", text="Un soupir.", kind="emotion", **said)
    told.add(
        session,
        "n5",
        "note",
        **said
        | {
            "text": "Marge de six.",
            "kind": "agreed",
            "actor_id": people[0],
            "confidentiality": "caucus",
        },
    )
    told.add(session, "D1", "decision", title="Compter les plans", owner_id=people[0], **of_it)


def told_to(
    gate: Gate, name: str, key: str = "", who: Audience = MEDIATOR, on: dt.date = ON
) -> Told:
    return gate.read(lambda session: KINDS[name].gather(session, key, who, on))


def read(told: Told, name: str) -> str:
    return " ".join(pages(KINDS[name].produce(told, "en")))


def rated(gate: Gate, story: Story, status: str, on: dt.date) -> None:
    kind = RECORD_TYPES["difficulty"]
    values = {"status": status}
    gate.run("Rate", lambda s: records.rate(s, kind, story.keys["K1"], values, on=on))


def test_minutes_say_who_was_there_what_came_out_and_what_is_next(gate: Gate, story: Story) -> None:
    text = read(told_to(gate, "minutes", story.keys["M1"], PARTIES), "minutes")
    for words in (
        "Present Bastien",
        "Absent Irène",
        "Excused Lou",
        "Rappel des règles",
        "Compter.",
    ):
        assert words in text
    for words in ("✓ On compte ensemble.", "○ La durée.", "Compter les plans", "24 June 2026"):
        assert words in text
    assert "acting as: mediation" in text


@pytest.mark.parametrize("who", [MEDIATOR, PARTIES, SPONSOR])
def test_minutes_never_say_what_no_minutes_say(gate: Gate, story: Story, who: Audience) -> None:
    text = read(told_to(gate, "minutes", story.keys["M1"], who), "minutes")
    for words in ("Marge de six", "1234", "1,234", "Un soupir", "Retiré"):
        assert words not in text


def test_of_a_caucus_there_are_no_minutes(gate: Gate, story: Story) -> None:
    with pytest.raises(InvalidValueError):
        told_to(gate, "minutes", story.keys["M3"])


def test_who_was_not_invited_gets_no_minutes(gate: Gate, story: Story) -> None:
    outsider = party("0" * 32)
    with pytest.raises(RecordMissingError):
        told_to(gate, "minutes", story.keys["M1"], outsider)


def test_a_draft_is_marked_and_its_clauses_stand_in_their_order(gate: Gate, story: Story) -> None:
    text = read(told_to(gate, "agreement", story.keys["PA2"], PARTIES), "agreement")
    assert text.index("1. Étendue") < text.index("To be proof-read") < text.index("2. Prix")
    assert text.count("☐ To be proof-read by counsel.") == 1
    assert "draft, to be proof-read before it is signed" in text
    for words in ("Je compte les plans.", "Procès-verbal", "1 July 2026", "in 3 copies"):
        assert words in text


def test_each_party_signs_and_the_mediator_only_attests(gate: Gate, story: Story) -> None:
    text = read(told_to(gate, "agreement", story.keys["PA2"], PARTIES), "agreement")
    assert text.count("Read and approved:") == 2
    assert "only attests" in text
    assert "21-3" in text
    convention = read(told_to(gate, "convention", story.keys["PA1"], PARTIES), "convention")
    assert "only attests" not in convention
    assert "Code of conduct: Code" in convention
    assert "art. 1528-3" in convention


def test_what_is_signed_bears_no_mark_of_a_draft(gate: Gate, story: Story) -> None:
    values = {"status": "signed", "place": "Nantes", "signed_on": dt.date(2026, 5, 6)}
    kind = RECORD_TYPES["agreement"]
    gate.run("Sign", lambda s: records.change(s, kind, story.keys["PA2"], values))
    text = read(told_to(gate, "agreement", story.keys["PA2"], PARTIES), "agreement")
    assert "proof-read" not in text
    assert "Done at Nantes, on 6 May 2026" in text


def test_an_agreement_closed_to_its_reader_says_so(gate: Gate, story: Story) -> None:
    text = read(told_to(gate, "agreement", story.keys["PA2"], SPONSOR), "agreement")
    assert "Nothing of this agreement" in text
    assert "Corvelle" not in text


def test_there_is_no_finding_of_what_is_not_over(gate: Gate, story: Story) -> None:
    rated(gate, story, "mediation", dt.date(2026, 4, 20))
    with pytest.raises(InvalidValueError):
        told_to(gate, "finding", story.keys["K1"])


def test_a_finding_says_parties_dates_and_whether_there_is_an_agreement(
    gate: Gate, story: Story
) -> None:
    rated(gate, story, "mediation", dt.date(2026, 4, 20))
    rated(gate, story, "interrupted", dt.date(2026, 5, 20))
    rated(gate, story, "closed", dt.date(2026, 5, 28))
    text = read(told_to(gate, "finding", story.keys["K1"]), "finding")
    assert "without an agreement" in text
    assert "began on 29 April 2026 and ended on 20 May 2026. No agreement was reached." in text
    assert "Irène Dumarais" in text
    for words in ("Reprise", "Le volume", "interrupted", "Je compte"):
        assert words not in text
    signed = {"status": "signed", "signed_on": dt.date(2026, 5, 20)}
    kind = RECORD_TYPES["agreement"]
    gate.run("Sign", lambda s: records.change(s, kind, story.keys["PA2"], signed))
    text = read(told_to(gate, "finding", story.keys["K1"]), "finding")
    assert "An agreement was signed on 20 May 2026." in text


def test_a_glossary_begins_with_what_parts_people(gate: Gate, story: Story) -> None:
    def write(session: Session) -> None:
        for word, status in (
            ("Livraison", "shared"),
            ("Recette", "diverging"),
            ("Dossier", "discussed"),
        ):
            key = story.add(
                session, word, "term", word=word, status=status, definition=f"Déf. {word}"
            )
            for trade in ("Soin", "DSI"):
                meaning = {"term_id": key, "discipline": trade, "text": f"{word} {trade}"}
                story.add(session, f"{word}-{trade}", "meaning", **meaning)

    gate.run("Write", write)
    text = read(told_to(gate, "glossary", who=PARTIES), "glossary")
    order = [text.index(f"{word} DSI") for word in ("Recette", "Dossier", "Livraison")]
    assert order == sorted(order)
    assert "3 terms: 1 with an agreed definition, 2 still to be agreed." in text
    assert "Agreed definition: Déf. Livraison" in text
    assert "Definition proposed: Déf. Recette" in text


def test_the_log_says_how_decisions_are_carried_out(gate: Gate, story: Story) -> None:
    def write(session: Session) -> None:
        for name, executed in (
            ("Une", dt.date(2026, 5, 5)),
            ("Deux", None),
            ("Trois", dt.date(2026, 5, 1)),
        ):
            days = {"decided_on": dt.date(2026, 4, 1), "due_on": dt.date(2026, 5, 1)}
            story.add(session, name, "decision", title=name, executed_on=executed, **days)

    gate.run("Write", write)
    text = read(told_to(gate, "decisions", who=PARTIES), "decisions")
    # Two of three, four days and none: two days on average; one waits since 1 May.
    assert "2 of 3 due carried out (67 %), mean delay 2 d, 1 overdue." in text
    assert text.index("Past their date Decision") < text.index("Already carried out Decision")
    before = read(told_to(gate, "decisions", who=PARTIES, on=dt.date(2026, 5, 2)), "decisions")
    assert "1 of 3 due carried out (33 %), mean delay 0 d, 2 overdue." in before


def test_forms_are_blank(gate: Gate, story: Story) -> None:
    del story
    told = told_to(gate, "forms", who=PARTIES)
    text = read(told, "forms")
    assert len(pages(KINDS["forms"].produce(told, "fr"))) == 3
    assert "Observation" in text
    for words in ("Corvelle", "Reprise", "A01"):
        assert words not in text


def test_a_guide_asks_its_questions_in_order_and_leaves_room_below_each(
    gate: Gate, story: Story
) -> None:
    told = told_to(gate, "interview-guide", story.keys["guide"], PARTIES)
    text = read(told, "interview-guide")
    asked = ("Que craignez-vous ?", "Qui d'autre entendre ?", "Quote")
    places = [text.index(words) for words in asked]
    assert places == sorted(places)
    assert "Terrain" in text
    assert "1. Que" not in text
    # Of nobody else: it holds no record but the guide.
    assert "Corvelle" not in text
    private = told_to(gate, "interview-guide", story.keys["guide"], SPONSOR)
    assert "craignez" not in read(private, "interview-guide")


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_is_made_for_word_as_well(gate: Gate, story: Story, name: str) -> None:
    rated(gate, story, "closed", dt.date(2026, 5, 28))
    about = {
        "arrangement": "arrangement",
        "coaching-agreement": "AI1",
        "coaching": "AI1",
        "conflict": "K1",
        "cooperation-convention": "CV1",
        "finding": "K1",
        "minutes": "M1",
        "convention": "PA1",
        "agreement": "PA2",
        "bowtie": "R1",
        "action-sheet": "B1",
        "interview-guide": "guide",
        "progress": "S1",
        "climate": "QN1",
        "wave": "VG1",
        "ballot": "VG1",
        "shuffled-ballot": "VG1",
        "questionnaire": "QN1",
        "notice": "VG1",
    }
    key = story.keys[about[name]] if name in about else ""
    made = KINDS[name].produce(told_to(gate, name, key), "fr", form=Form.DOCX)
    assert made.startswith(b"PK")


def test_a_short_brief_keeps_to_five_pages_and_says_what_it_leaves_untold() -> None:
    whole = sample(many=4)
    notes = tuple(note(f"Note {n} " + "mot " * 40, Level.PUBLIC, "note") for n in range(300))
    full = replace(whole, lists={**whole.lists, "note": notes})
    assert len(pages(conflict.render(full, "en"))) > 20
    short = pages(conflict.render(replace(full, full=False), "en"))
    assert len(short) <= 5
    assert "others" in " ".join(short)
    assert "Note 299" in " ".join(short)
    assert "Note 0 " not in " ".join(short)


def test_what_is_short_anyway_is_not_cut() -> None:
    assert conflict.render(sample(), "en") == conflict.render(replace(sample(), full=False), "en")
