import pytest

from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.party import PARTY
from entente.domain.records import RecordType
from entente.domain.relation import RELATION
from entente.domain.text import heading_key
from entente.exchange.mapping import (
    FIRST_NAME,
    LAST_NAME,
    REF,
    guess,
    headings,
    is_joined,
    target_labels,
)


@pytest.mark.parametrize(
    ("record_type", "names", "targets"),
    [
        (
            ACTOR,
            "Nom complet;Fonction;Structure;Courriel;Téléphone;Remarques",
            "name;role;organisation_id;email;phone;notes",
        ),
        (ACTOR, "NOM;PRÉNOM;FONCTION", f"{LAST_NAME};{FIRST_NAME};role"),
        (ACTOR, "Prénom;Nom de famille", f"{FIRST_NAME};{LAST_NAME}"),
        (
            ACTOR,
            "First Name;Last Name;Organization Name;E-mail 1 - Value;Phone 1 - Value",
            f"{FIRST_NAME};{LAST_NAME};organisation_id;email;phone",
        ),
        (ACTOR, "Nom complet;Prénom;Nom de famille", "name;;"),
        (ACTOR, "Label;Type;Description;Tags", "name;camp;notes;expertise"),
        (ACTOR, "Name;Power (1-5);Interest [1..5]", "name;power;interest"),
        (ACTOR, "Tél. fixe;Tél. mobile;Nom", "phone;phone;name"),
        (ACTOR, "N°;Nom;Couleur préférée", "ref;name;"),
        (ACTOR, "Email;E-mail;Name;Full name", "email;email;name;"),
        (ORGANISATION, "Entreprise;Sigle;Secteur", "name;short_name;sector"),
        (RELATION, "De;Vers;Type;Qualité", "from_id;to_id;kind;quality"),
        (RELATION, "From;To;Type;Tags", "from_id;to_id;kind;"),
        (ACTOR, "", ""),
    ],
)
def test_headings_are_guessed_in_both_languages(
    record_type: RecordType, names: str, targets: str
) -> None:
    assert ";".join(guess(record_type, names.split(";")).targets) == targets


@pytest.mark.parametrize("record_type", RECORD_TYPES.values(), ids=list(RECORD_TYPES))
@pytest.mark.parametrize("code", ["fr", "en"])
def test_our_own_headings_are_all_different_and_understood(
    record_type: RecordType, code: str
) -> None:
    written = headings(record_type, code)
    assert len({heading_key(heading) for heading in written.values()}) == len(written)
    mapping = guess(record_type, list(written.values()))
    assert mapping.targets == tuple(written)
    assert mapping.ignored == ()


def test_the_level_of_each_statement_has_its_own_heading() -> None:
    assert headings(PARTY, "en")["position_level"] == "Confidentiality (Position)"


def test_what_is_not_understood_is_left_out_and_said() -> None:
    assert guess(ACTOR, ["Nom", "Signe astral", "Civilité"]).ignored == ("Signe astral", "Civilité")


def test_a_person_decides_otherwise() -> None:
    mapping = guess(ACTOR, ["Nom", "Titre", "Divers"])
    assert mapping.targets == ("name", "role", "")
    moved = mapping.assign(2, "role")
    assert moved.targets == ("name", "", "role")
    assert moved.places("role") == (2,)
    assert moved.assign(1, "notes").assign(2, "notes").targets == ("name", "notes", "notes")
    assert mapping.assign(1, "").ignored == ("Titre", "Divers")


def test_only_fields_that_hold_several_take_several_columns() -> None:
    together = {name for name in target_labels(ACTOR) if is_joined(ACTOR, name)}
    assert together == {"discipline", "culture", "expertise", "email", "phone", "notes"}


def test_everything_a_column_can_become_is_named() -> None:
    labels = target_labels(ACTOR)
    assert set(labels) == {REF, FIRST_NAME, LAST_NAME, *(field.name for field in ACTOR.fields)}
    assert labels["organisation_id"] == "Organisation"
