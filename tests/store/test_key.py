import unicodedata
from pathlib import Path

import pytest

from entente.errors import WrongPassphraseError
from entente.store import passphrase
from entente.store.key import (
    PARAMETER_SETS,
    KdfParameters,
    Key,
    derive,
    new_key,
    read_recovery,
    recovery_text,
)
from entente.store.mission_file import MissionFile
from entente.store.passphrase import Strength
from entente.store.unlock import find_key
from tests.store.conftest import FAST, PHRASE, fast_key

SALT = bytes(range(16))
KEY = Key(bytes(range(32)), SALT)


def test_argon2id_is_the_published_function() -> None:
    # From the tests of the reference implementation (Argon2id, version 19, t=2, m=256, p=1).
    published = "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe"
    parameters = KdfParameters(0, passes=2, memory_kib=256, lanes=1)
    assert derive("password", b"somesalt", parameters).secret.hex() == published


def test_the_salt_is_new_for_every_key() -> None:
    first, second = fast_key(), fast_key()
    assert first.salt != second.salt
    assert first.secret != second.secret


def test_an_accent_may_be_composed_or_not() -> None:
    composed = derive("déjà vu ﬁn", SALT, FAST)
    assert derive(unicodedata.normalize("NFD", "déjà vu fin"), SALT, FAST).is_same(composed)


def test_case_and_spaces_matter() -> None:
    keys = {derive(typed, SALT, FAST).secret for typed in ("a b", "A b", "a b ", "ab")}
    assert len(keys) == 4


def test_the_parameters_in_use_cost_what_was_decided() -> None:
    newest = PARAMETER_SETS[0]
    assert newest.memory_kib >= 256 * 1024
    assert newest.passes >= 3
    numbers = [parameters.number for parameters in PARAMETER_SETS]
    assert numbers == sorted(numbers, reverse=True)


def test_a_key_is_never_shown() -> None:
    assert KEY.secret.hex() not in repr(KEY)
    assert "secret" not in repr(KEY)


def test_the_recovery_sheet_is_groups_of_four() -> None:
    text = recovery_text(KEY)
    groups = text.split("-")
    assert len(text) == 69
    assert all(len(group) == 4 for group in groups)
    assert set("".join(groups)) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")


def test_a_recovery_sheet_may_be_typed_loosely() -> None:
    text = recovery_text(KEY)
    misread = text.replace("O", "0").replace("I", "1").replace("B", "8")
    spaced = text.replace("-", " – ")
    for typed in (text, text.lower(), text.replace("-", ""), f"  {spaced}\n", misread):
        key = read_recovery(typed, SALT)
        assert key is not None
        assert key.is_same(KEY)


def test_a_mistyped_letter_is_noticed() -> None:
    text = recovery_text(KEY)
    for place, letter in enumerate(text):
        if letter == "-":
            continue
        wrong = "A" if letter != "A" else "C"
        assert read_recovery(text[:place] + wrong + text[place + 1 :], SALT) is None


@pytest.mark.parametrize("typed", ["", "-", "ABCD", "é" * 56, "A" * 56, "A" * 10_000, "9" * 56])
def test_what_is_no_recovery_sheet_is_no_key(typed: str) -> None:
    assert read_recovery(typed, SALT) is None


def test_a_suggested_passphrase_is_strong_and_never_twice_the_same() -> None:
    suggested = [passphrase.suggest() for _ in range(200)]
    assert len(set(suggested)) == 200
    assert {passphrase.strength(words) for words in suggested} == {Strength.STRONG}
    assert all(len(words.split()) == 5 and words.isascii() for words in suggested)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", Strength.WEAK),
        ("mediation", Strength.WEAK),
        ("motdepasse2026!", Strength.WEAK),
        ("aaaaaaaa bbbbbbbb cccccccc dddddddd", Strength.WEAK),
        ("cheval cheval cheval cheval cheval cheval", Strength.WEAK),
        ("le chat dort sur le canapé bleu", Strength.FAIR),
        ("agrafe médiane rivière lune cobalt sept pont", Strength.STRONG),
    ],
)
def test_the_strength_of_a_passphrase_is_told_cautiously(typed: str, expected: Strength) -> None:
    assert passphrase.strength(typed) is expected


def test_the_parameters_a_file_was_made_with_are_found(tmp_path: Path) -> None:
    path = tmp_path / "older.entente"
    MissionFile.create(path, new_key(PHRASE, FAST)).close()
    newer = KdfParameters(2, passes=2, memory_kib=16, lanes=1)
    for sets in ([newer, FAST], [FAST, newer], [newer, FAST, newer]):
        MissionFile.open(path, find_key(path, PHRASE, sets)).close()
    with pytest.raises(WrongPassphraseError):
        MissionFile.open(path, find_key(path, PHRASE, [newer]))
