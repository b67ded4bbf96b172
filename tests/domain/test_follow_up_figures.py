"""Figures of decisions and commitments against those worked out by hand."""

import datetime as dt

from entente.domain.follow_up_figures import (
    Decided,
    Overdue,
    Promised,
    commitment_figures,
    decision_figures,
)


def day(text: str) -> dt.date:
    """Return a day of 2026 from `06/03`."""
    date, month = text.split("/")
    return dt.date(2026, int(month), int(date))


#: Decided, due, carried out.
DECISIONS = (
    ("D1", "06/03", "09/03", "09/03"),
    ("D2", "27/03", "30/03", "21/04"),
    ("D3", "27/03", "17/04", "17/04"),
    ("D4", "17/04", "22/04", "22/04"),
    ("D5", "06/05", "29/05", "29/05"),
    ("D6", "06/05", "05/06", ""),
    ("D7", "08/05", "15/05", "18/05"),
    ("D8", "20/05", "01/06", ""),
)


def decisions() -> list[Decided]:
    return [
        Decided(key, day(decided), day(due), day(executed) if executed else None)
        for key, decided, due, executed in DECISIONS
    ]


def test_eight_due_six_carried_out_four_days_late_on_average() -> None:
    found = decision_figures(decisions(), day("10/06"))
    assert (found.due, found.executed, found.late, found.rate) == (8, 6, 2, 0.75)
    assert found.mean_delay_days == (0 + 22 + 0 + 0 + 0 + 3) / 6
    assert found.overdue == (Overdue("D8", 9), Overdue("D6", 5))


def test_what_was_carried_out_later_was_still_waiting_that_day() -> None:
    found = decision_figures(decisions(), day("10/04"))
    assert (found.due, found.executed, found.rate) == (2, 1, 0.5)
    assert found.mean_delay_days == 0
    assert found.overdue == (Overdue("D2", 11),)


def test_a_decision_is_due_but_not_overdue_on_its_very_day() -> None:
    found = decision_figures([Decided("D1", None, day("09/03"))], day("09/03"))
    assert (found.due, found.executed, found.overdue) == (1, 0, ())


def test_a_day_too_early_makes_up_for_one_too_late() -> None:
    early = Decided("D1", None, day("10/03"), day("08/03"))
    late = Decided("D2", None, day("10/03"), day("13/03"))
    found = decision_figures([early, late], day("31/03"))
    assert (found.mean_delay_days, found.late) == (0.5, 1)


def test_what_has_no_date_or_was_not_yet_decided_does_not_count() -> None:
    undated = Decided("D1", day("01/03"), None, day("02/03"))
    later = Decided("D2", day("20/03"), day("05/03"))
    found = decision_figures([undated, later], day("10/03"))
    assert (found.due, found.rate, found.mean_delay_days) == (0, None, None)
    assert found.overdue == ()


def test_the_keep_rate_is_that_of_what_has_ended() -> None:
    kept = [Promised(f"E{number}", day("01/04"), "kept") for number in range(8)]
    others = [
        Promised("E8", day("01/04"), "broken"),
        Promised("E9", day("01/04"), "open", day("01/06"), (day("01/05"), day("01/06"))),
        Promised("E10", day("01/04"), "dropped"),
        Promised("E11", day("11/06"), "kept"),
    ]
    found = commitment_figures([*kept, *others], day("10/06"))
    assert (found.kept, found.broken, found.open, found.dropped) == (8, 1, 1, 1)
    assert found.keep_rate == 8 / 9
    assert found.renegotiated == 1
    assert found.overdue == (Overdue("E9", 9),)


def test_nothing_promised_has_no_rate() -> None:
    found = commitment_figures([], day("10/06"))
    assert (found.keep_rate, found.overdue) == (None, ())
