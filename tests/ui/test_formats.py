from datetime import date, datetime

import pytest

from entente import i18n
from entente_ui import formats

TODAY = date(2026, 5, 6)


@pytest.fixture
def in_french(monkeypatch: pytest.MonkeyPatch) -> None:
    """French typography without the catalogue of words."""
    monkeypatch.setattr(i18n._Current, "language", "fr")


@pytest.mark.usefixtures("in_french")
@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (1234.5, 2, "1\u202f234,50"),
        (1234567, None, "1\u202f234\u202f567"),
        (4.5, None, "4,5"),
        (4.0, None, "4"),
        (0.1 + 0.2, None, "0,3"),
        (-2, None, "\u22122"),
        (-0.001, 1, "0,0"),
        (None, None, ""),
    ],
)
def test_french_numbers(value: float | None, digits: int | None, text: str) -> None:
    assert formats.number(value, digits) == text


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [(1234.5, 2, "1,234.50"), (-2, None, "\u22122"), (4.5, None, "4.5")],
)
def test_english_numbers(value: float, digits: int | None, text: str) -> None:
    assert formats.number(value, digits) == text


@pytest.mark.usefixtures("in_french")
def test_french_units_never_part_from_their_number() -> None:
    assert formats.percent(0.456) == "46\u202f%"
    assert formats.money(38000) == "38\u202f000\u00a0€"
    assert formats.money(1234.5, 2) == "1\u202f234,50\u00a0€"
    assert formats.quantity(5, "jours") == "5\u00a0jours"
    assert formats.file_size(1_250_000) == "1,3\u00a0Mo"
    assert formats.signed(2) == "+2"
    assert formats.signed(-2) == "\u22122"


def test_english_units() -> None:
    assert formats.percent(0.456) == "46%"
    assert formats.money(-38000) == "\u2212€38,000"
    assert formats.file_size(512) == "512\u00a0B"
    assert formats.file_size(12_000) == "12\u00a0kB"
    assert formats.file_size(5_000_000_000) == "5.0\u00a0GB"


@pytest.mark.usefixtures("in_french")
def test_french_dates() -> None:
    assert formats.long_date(TODAY) == "6\u00a0mai\u00a02026"
    assert formats.long_date(date(2026, 5, 1)) == "1er\u00a0mai\u00a02026"
    assert formats.full_date(TODAY) == "mercredi 6\u00a0mai\u00a02026"
    assert formats.short_date(TODAY) == "06/05"
    assert formats.typed_date(TODAY) == "06/05/2026"
    assert formats.near_date(date(2026, 12, 31), TODAY) == "31/12"
    assert formats.near_date(date(2027, 1, 4), TODAY) == "04/01/2027"
    assert formats.day_month(date(2026, 8, 15)) == "15\u00a0août"
    assert formats.month_year(TODAY) == "mai\u00a02026"
    assert formats.clock(datetime(2026, 5, 6, 9, 5)) == "9\u00a0h\u00a005"  # noqa: DTZ001  # as a clock shows it
    assert formats.long_date(None) == formats.short_date(None) == formats.typed_date(None) == ""


def test_english_dates() -> None:
    assert formats.long_date(TODAY) == "6\u00a0May\u00a02026"
    assert formats.short_date(TODAY) == "6\u00a0May"
    assert formats.typed_date(TODAY) == "2026-05-06"
    assert formats.near_date(date(2025, 1, 4), TODAY) == "4\u00a0Jan\u00a02025"
    assert formats.near_date(None, TODAY) == ""
    moment = datetime(2026, 5, 6, 9, 5)  # noqa: DTZ001  # as a clock shows it
    assert formats.date_and_clock(moment) == "6\u00a0May\u00a02026, 09:05"


@pytest.mark.usefixtures("in_french")
def test_french_sentences() -> None:
    assert formats.quoted("oui") == "«\u00a0oui\u00a0»"
    assert formats.labelled("Pouvoir", "4") == "Pouvoir\u00a0: 4"
    assert formats.listing(["A", "B", "C"]) == "A, B et C"
    assert formats.listing(["A"]) == "A"
    assert formats.listing([]) == ""


@pytest.mark.usefixtures("in_french")
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3,5", 3.5),
        ("3.5", 3.5),
        (" 1 234,5 ", 1234.5),
        ("1\u202f234,5", 1234.5),
        ("1\u00a0234", 1234),
        ("1.234,5", 1234.5),
        ("\u22122", -2),
        ("-0,5", -0.5),
        ("+3", 3),
        (",5", 0.5),
        ("3,500", 3.5),
        ("3.500", 3.5),
        ("1.234.567", 1234567),
        ("007", 7),
    ],
)
def test_french_numbers_are_read(text: str, value: float) -> None:
    assert formats.parse_number(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234.5", 1234.5),
        ("3,5", 3.5),
        ("1,234", 1234),
        ("3.500", 3.5),
        ("1,234,567.25", 1234567.25),
    ],
)
def test_english_numbers_are_read(text: str, value: float) -> None:
    assert formats.parse_number(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "3,5,1",
        "1e5",
        "nan",
        "inf",
        "--2",
        "3-",
        "٣",
        "=1+1",
        "1 2",
        "1,23,4",
        "1.234.5",
        ".",
    ],
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        formats.parse_number(text)


def test_a_whole_number_is_read_or_refused() -> None:
    assert formats.parse_integer("12") == 12
    with pytest.raises(ValueError, match=r"1\.5"):
        formats.parse_integer("1.5")


@pytest.mark.parametrize(
    "text",
    [
        "06/05/2026",
        "6/5/26",
        "06/05",
        "6.5.2026",
        "06-05-2026",
        "2026-05-06",
        "6 mai 2026",
        "6\u00a0mai\u00a02026",
        "6 May",
        " Aujourd’hui ",
        "today",
    ],
)
def test_dates_are_read_in_either_language(text: str) -> None:
    assert formats.parse_date(text, TODAY) == TODAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1er février 2026", date(2026, 2, 1)),
        ("1 fevr. 2026", date(2026, 2, 1)),
        ("15 AOÛT", date(2026, 8, 15)),
        ("3rd June 2027", date(2027, 6, 3)),
        ("hier", date(2026, 5, 5)),
        ("demain", date(2026, 5, 7)),
    ],
)
def test_dates_in_words_are_read(text: str, day: date) -> None:
    assert formats.parse_date(text, TODAY) == day


@pytest.mark.parametrize(
    "text",
    ["31/02/2026", "2026-13-01", "29/02/2026", "32 mai", "6 brumaire", "06/2026", "", "x", "0/0/0"],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        formats.parse_date(text, TODAY)


def test_halves_are_rounded_up() -> None:
    assert [formats.number(value, 0) for value in (0.5, 1.5, 2.5)] == ["1", "2", "3"]
    assert formats.decimal(1.25) == "1.3"


@pytest.mark.usefixtures("in_french")
@pytest.mark.parametrize("value", [0, 0.5, 3.5, -2, 1234.5, 1234567.125])
def test_what_is_written_can_be_read_back(value: float) -> None:
    assert formats.parse_number(formats.number(value)) == value


@pytest.mark.usefixtures("in_french")
@pytest.mark.parametrize("day", [date(2026, 1, 1), date(2026, 12, 31), date(2024, 2, 29)])
def test_a_written_date_can_be_read_back(day: date) -> None:
    for write in (formats.typed_date, formats.long_date):
        assert formats.parse_date(write(day), TODAY) == day


def test_amounts_are_written_in_the_currency_of_the_mission() -> None:
    formats.use_currency("CHF")
    try:
        assert formats.money(-1234.5, 2) == "\u22121,234.50\u00a0CHF"
        formats.use_currency(" ")
        assert formats.money(12) == "€12"
    finally:
        formats.use_currency("")
