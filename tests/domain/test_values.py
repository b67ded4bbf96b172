import datetime as dt
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entente.domain.actor import ACTOR
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.dates import date_text, read_date, short_date
from entente.domain.difficulty import DIFFICULTY
from entente.domain.records import Field, FieldKind
from entente.domain.values import (
    LONG_TEXT_MAX,
    NUMBER_MAX,
    TEXT_MAX,
    allowed,
    check,
    number_text,
    parse,
    show,
)
from entente.errors import InvalidValueError
from entente.i18n import in_language

NUMBER = Field("n", "Number", FieldKind.NUMBER)
SHARE = Field("s", "Share", FieldKind.NUMBER, minimum=0, maximum=1)
INTEGER = Field("i", "Integer", FieldKind.INTEGER, minimum=1, maximum=5)
FLAG = Field("f", "Flag", FieldKind.FLAG)
DATE = Field("d", "Date", FieldKind.DATE)
TEXT = Field("t", "Text")
LONG = Field("l", "Long", FieldKind.LONG_TEXT)
TAGS = Field("g", "Tags", FieldKind.TAGS)
REFERENCE = Field("r", "Reference", FieldKind.REFERENCE, target="actor")
POWER = ACTOR.field("power")
CAMP = ACTOR.field("camp")
EVERY_FIELD = [field for kind in RECORD_TYPES.values() for field in kind.fields]


@pytest.mark.parametrize(
    ("text", "code", "value"),
    [
        ("3,5", "fr", 3.5),
        ("3.5", "fr", 3.5),
        ("3,5", "en", 3.5),
        ("1 234,50", "fr", 1234.5),
        ("1\u202f234,50", "fr", 1234.5),
        ("1\u00a0234,50", "fr", 1234.5),
        ("1'234.50", "fr", 1234.5),
        ("1.234,50", "fr", 1234.5),
        ("1,234.50", "fr", 1234.5),
        ("1,234", "fr", 1.234),
        ("1,234", "en", 1234),
        ("1.234.567", "fr", 1234567),
        ("-2,5", "fr", -2.5),
        ("−2,5", "fr", -2.5),
        ("+3", "fr", 3),
        ("70 %", "fr", 70),
        (",5", "fr", 0.5),
        ("  7  ", "fr", 7),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, code: str, value: float) -> None:
    assert parse(NUMBER, text, code) == value


@pytest.mark.parametrize("text", ["70 %", "0,7", "70,0%"])
def test_a_percentage_is_a_share_where_a_share_is_asked(text: str) -> None:
    assert parse(SHARE, text) == 0.7


@pytest.mark.parametrize(
    "text",
    [
        "abc",
        "1.2.3",
        "1e5",
        "nan",
        "inf",
        "٣",
        "3,5,",
        "12-13",
        "=1+1",
        "--2",
        "1 2,3.4,5",
        "9" * 60,
    ],
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError, match="a number"):
        parse(NUMBER, text)


@pytest.mark.parametrize("value", [math.nan, math.inf, True, NUMBER_MAX * 10, "3", b"3", [3]])
def test_a_value_that_only_looks_like_a_number_is_refused(value: object) -> None:
    with pytest.raises(InvalidValueError):
        check(NUMBER, value)


@pytest.mark.parametrize("text", ["0", "5,5", "6", "-1", "70 %", "1 234"])
def test_a_score_out_of_range_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError) as refused:
        parse(POWER, text)
    assert (refused.value.field, refused.value.allowed) == ("Power", "a number between 1 and 5")


@pytest.mark.parametrize(("given_value", "kept"), [(3.7, 3.5), (3.8, 4.0), (1, 1.0), (5, 5.0)])
def test_a_score_snaps_to_its_step(given_value: float, kept: float) -> None:
    assert check(POWER, given_value) == kept


def test_a_whole_number_is_not_rounded() -> None:
    assert parse(INTEGER, "3,0") == 3
    assert type(parse(INTEGER, "3")) is int
    with pytest.raises(InvalidValueError, match="a whole number between 1 and 5"):
        parse(INTEGER, "3,2")


@pytest.mark.parametrize(
    ("field", "words"),
    [
        (Field("x", "X", FieldKind.INTEGER), "a whole number"),
        (Field("x", "X", FieldKind.NUMBER, minimum=0), "a number from 0"),
        (Field("x", "X", FieldKind.INTEGER, maximum=10_000), "a whole number up to 10,000"),
        (Field("x", "X", FieldKind.INTEGER, minimum=-2, maximum=2), "between −2 and 2"),
        (FLAG, "yes or no"),
        (DATE, "a date of the calendar, such as 06/05/2026"),
        (TEXT, "a text of at most 1,000 characters"),
        (REFERENCE, "a record of the mission"),
    ],
)
def test_what_a_field_takes_is_said_in_words(field: Field, words: str) -> None:
    assert words in allowed(field)


def test_the_choices_are_named_in_full() -> None:
    with pytest.raises(InvalidValueError, match="one of these: management, IT, business"):
        parse(CAMP, "martian")


@pytest.mark.parametrize("text", ["oui", "OUI", "o", "x", "X", "1", "vrai", "yes", "true", "✓"])
def test_yes_has_many_words(text: str) -> None:
    assert parse(FLAG, text) is True


@pytest.mark.parametrize("text", ["non", "n", "0", "faux", "no", "false", "FALSE", "-"])
def test_no_has_many_words(text: str) -> None:
    assert parse(FLAG, text) is False


@pytest.mark.parametrize("text", ["peut-être", "2", "ouinon"])
def test_maybe_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError, match="yes or no"):
        parse(FLAG, text)


@pytest.mark.parametrize(("value", "truth"), [(True, True), (0, False), (1.0, True)])
def test_a_sheet_s_own_truth_is_taken(value: object, truth: bool) -> None:
    assert parse(FLAG, value) is truth


@pytest.mark.parametrize(
    "text",
    [
        "06/05/2026",
        "6/5/2026",
        "6.5.2026",
        "06-05-2026",
        "06/05/26",
        "2026-05-06",
        "2026-05-06 00:00:00",
        "2026-05-06T10:30:00Z",
        "06/05/2026 14:30",
        "6 mai 2026",
        "6 MAI 2026",
        "mercredi 6 mai 2026",
        "6 May 2026",
        "May 6, 2026",
        "6th of May 2026",
    ],
)
def test_dates_are_read_day_first(text: str) -> None:
    assert parse(DATE, text) == dt.date(2026, 5, 6)


@pytest.mark.parametrize(
    ("text", "month"), [("1er févr. 2026", 2), ("1er août 2026", 8), ("1 dec. 2026", 12)]
)
def test_months_may_be_cut_short(text: str, month: int) -> None:
    assert parse(DATE, text) == dt.date(2026, month, 1)


@pytest.mark.parametrize(
    "text",
    [
        "31/02/2026",
        "29/02/2025",
        "06/13/2026",
        "0/5/2026",
        "6 jui 2026",
        "hier",
        "2026",
        "46148",
        "0026-05-06",
        "06/05/02026",
        "06/05-2026",
    ],
)
def test_a_date_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError, match="a date of the calendar"):
        parse(DATE, text)


def test_a_sheet_s_own_date_is_taken_and_its_number_is_not() -> None:
    assert parse(DATE, dt.datetime(2026, 5, 6, 12, 30, tzinfo=dt.UTC)) == dt.date(2026, 5, 6)
    assert parse(DATE, dt.date(2026, 5, 6)) == dt.date(2026, 5, 6)
    with pytest.raises(InvalidValueError):
        parse(DATE, 46148)


@given(st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)), st.sampled_from(["fr", "en"]))
def test_every_way_to_show_a_date_is_read_back(day: dt.date, code: str) -> None:
    assert read_date(date_text(day, code)) == day
    assert read_date(short_date(day, code)) == day


def test_the_first_of_the_month_is_french() -> None:
    assert date_text(dt.date(2026, 5, 1), "fr") == "1er mai 2026"
    assert date_text(dt.date(2026, 5, 1), "en") == "1 May 2026"


@pytest.mark.parametrize("text", ["digital", "IT", "it", " It "])
def test_a_choice_is_known_by_its_value_or_label(text: str) -> None:
    assert parse(CAMP, text) == "digital"


@pytest.mark.parametrize("field", [field for field in EVERY_FIELD if field.choices])
@pytest.mark.parametrize("code", ["fr", "en"])
def test_every_choice_is_understood_in_both_languages(field: Field, code: str) -> None:
    for value, label in (field.choices or {}).items():
        assert parse(field, in_language(code, label).upper()) == value


@pytest.mark.parametrize("field", EVERY_FIELD, ids=lambda field: field.name)
def test_a_blank_is_nothing(field: Field) -> None:
    for blank in (None, "", "  ", "\u00a0", "\n"):
        assert parse(field, blank) is None
    assert check(field, None) is None
    assert check(field, "") is None


@pytest.mark.parametrize(
    ("field", "text", "kept"),
    [
        (TEXT, "  Anselme\nFerrage ", "Anselme Ferrage"),
        (TEXT, "a\0b", "ab"),
        (LONG, " one\r\ntwo \n", "one\ntwo"),
        (TAGS, "soins; Soins, , tournées|SOINS\nnuit", "soins, tournées, nuit"),
        (TEXT, "=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
        (TEXT, "<b>bold</b> &amp;", "<b>bold</b> &amp;"),
        (TEXT, "\u202eevil", "\u202eevil"),
    ],
)
def test_text_is_kept_but_for_what_its_field_cannot_hold(
    field: Field, text: str, kept: str
) -> None:
    assert parse(field, text) == kept
    assert check(field, text) == kept


@pytest.mark.parametrize(("value", "text"), [(612345678, "612345678"), (3.5, "3,5"), (True, "oui")])
def test_a_number_in_a_column_of_text_is_its_digits(value: object, text: str) -> None:
    assert parse(TEXT, value, "fr") == text.replace("oui", in_language("fr", "yes"))


def test_a_name_of_a_hundred_thousand_characters_is_refused_in_words() -> None:
    with pytest.raises(InvalidValueError, match="at most 1,000 characters"):
        parse(TEXT, "x" * 100_000)
    assert parse(TEXT, "x" * TEXT_MAX) == "x" * TEXT_MAX
    assert parse(LONG, "x" * 100_000) == "x" * 100_000
    with pytest.raises(InvalidValueError):
        parse(LONG, "x" * (LONG_TEXT_MAX + 1))


@pytest.mark.parametrize(
    ("field", "value", "code", "text"),
    [
        (NUMBER, 1234.5, "fr", "1\u202f234,5"),
        (NUMBER, 1234.5, "en", "1,234.5"),
        (NUMBER, 4.0, "fr", "4"),
        (INTEGER, 12_000, "fr", "12\u202f000"),
        (FLAG, True, "en", "yes"),
        (FLAG, False, "en", "no"),
        (DATE, dt.date(2026, 5, 6), "fr", "6 mai 2026"),
        (CAMP, "digital", "en", "IT"),
        (CAMP, "unknown", "en", "unknown"),
        (TEXT, "as it is", "en", "as it is"),
        (TEXT, None, "en", ""),
    ],
)
def test_values_are_shown_as_people_read_them(
    field: Field, value: object, code: str, text: str
) -> None:
    assert show(field, value, code) == text


@given(
    st.floats(-1e14, 1e14, allow_nan=False).filter(lambda n: n == 0 or abs(n) > 1e-12),
    st.sampled_from(["fr", "en"]),
    st.booleans(),
)
def test_every_number_shown_is_read_back(written: float, code: str, grouped: bool) -> None:
    number = check(NUMBER, written)
    assert parse(NUMBER, number_text(number, code, grouped=grouped), code) == number


def test_no_more_digits_are_kept_than_a_spreadsheet_keeps() -> None:
    assert check(NUMBER, 0.1 + 0.2) == 0.3


@given(st.text(), st.sampled_from([TEXT, LONG, TAGS]))
def test_a_checked_text_stays_as_it_is(text: str, field: Field) -> None:
    once = check(field, text)
    assert check(field, once) == once


def test_the_stage_of_a_difficulty_is_one_of_nine() -> None:
    stage = DIFFICULTY.field("stage")
    assert parse(stage, "9") == 9
    with pytest.raises(InvalidValueError, match="between 1 and 9"):
        parse(stage, "10")
