"""Zones of possible agreement and the offers around them, worked out by hand."""

import datetime as dt

import pytest

from entente.domain.offers import Dated, Link, chain, read_amount
from entente.domain.option import OFFER
from entente.domain.zopa import Limit, Side, zones
from entente.errors import InvalidValueError
from entente.i18n import use_language
from entente.messages import sentence

AMOUNT = OFFER.field("amount")


@pytest.fixture(autouse=True)
def french() -> None:
    use_language("fr")


def test_the_sample_has_a_zone_of_eight_thousand_with_the_agreement_inside() -> None:
    limits = [Limit("dsi", Side.PAYS, 20_000), Limit("publisher", Side.RECEIVES, 12_000)]
    (zone,) = zones(limits)
    assert (zone.least, zone.most) == (12_000, 20_000)
    assert zone.exists
    assert zone.width == 8_000
    assert zone.holds(18_000)
    assert not zone.holds(38_000)
    assert not zone.holds(11_999.99)


def test_limits_that_do_not_meet_say_how_far_apart_they_are() -> None:
    (zone,) = zones([Limit("a", Side.RECEIVES, 15_000), Limit("b", Side.PAYS, 9_500)])
    assert not zone.exists
    assert zone.width == -5_500


def test_limits_that_just_meet_leave_one_amount() -> None:
    (zone,) = zones([Limit("a", Side.RECEIVES, 7), Limit("b", Side.PAYS, 7)])
    assert zone.exists
    assert zone.width == 0
    assert zone.holds(7)


def test_several_parties_on_a_side_have_a_zone_for_each_pair() -> None:
    limits = [
        Limit("p1", Side.PAYS, 10),
        Limit("p2", Side.PAYS, 4),
        Limit("r1", Side.RECEIVES, 6),
        Limit("r2", Side.RECEIVES, 3),
    ]
    assert [(zone.payer, zone.receiver, zone.width) for zone in zones(limits)] == [
        ("p1", "r1", 4),
        ("p1", "r2", 7),
        ("p2", "r1", -2),
        ("p2", "r2", 1),
    ]
    assert zones(limits[:2]) == ()


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("18 000 €", 18_000),
        ("18k", 18_000),
        ("18 k€", 18_000),
        ("18K", 18_000),
        ("18 000,00", 18_000),
        ("18\u202f000,50\u00a0€", 18_000.5),
        ("€ 18000", 18_000),
        ("18 000 euros", 18_000),
        ("18 000 EUR", 18_000),
        ("1,5 M€", 1_500_000),
        ("12,5 k", 12_500),
        ("0", 0),
        ("", None),
        ("   ", None),
    ],
)
def test_an_amount_is_read_as_people_write_it(typed: str, amount: float | None) -> None:
    assert read_amount(AMOUNT, typed) == amount


@pytest.mark.parametrize(
    "typed",
    [
        "dix-huit mille",
        "18 mille",
        "18%",
        "€",
        "k",
        "-5",
        "1e6",
        "18 000 à 20 000",
        "12kk",
        "9" * 30,
    ],
)
def test_an_amount_in_words_or_in_doubt_is_refused_as_it_was_typed(typed: str) -> None:
    with pytest.raises(InvalidValueError) as refused:
        read_amount(AMOUNT, typed)
    assert refused.value.value == typed
    assert typed[:12] in sentence(refused.value)


def test_offers_stand_by_date_with_what_they_go_back_on() -> None:
    first, second, third = (dt.date(2026, 4, day) for day in (8, 22, 29))
    offers = [
        Dated("agreed", "counter", third),
        Dated("asked", "", first),
        Dated("counter", "asked", second),
        Dated("undated", "asked"),
    ]
    assert chain(offers) == (
        Link("asked", 0),
        Link("counter", 1),
        Link("agreed", 2),
        Link("undated", 1),
    )


def test_offers_answering_each_other_in_a_circle_are_shown_all_the_same() -> None:
    circle = [Dated("a", "b"), Dated("b", "a"), Dated("c", "c"), Dated("d", "gone")]
    assert chain(circle) == (Link("a", 1), Link("b", 1), Link("c", 0), Link("d", 0))
