"""What to think of before a difficulty is closed."""

import datetime as dt

from entente.domain.closing import (
    ENDING_LABELS,
    Ending,
    Remark,
    Situation,
    offered,
    remarks,
    said,
    status_after,
)
from entente.domain.difficulty import STATUS_LABELS

LEFT_OPEN = Situation(
    open_commitments=3,
    overdue_commitments=1,
    drafts=("Protocole",),
    open_steps=2,
    follow_up_on=dt.date(2026, 6, 30),
)


def test_closing_says_all_that_is_left_open_in_sentences() -> None:
    assert [said(each, LEFT_OPEN) for each in remarks(Ending.CLOSE, LEFT_OPEN)] == [
        "1 commitment is overdue.",
        "2 commitments are still under way.",
        "1 draft agreement is not signed.",
        "A follow-up is still to come.",
        "2 steps are not done.",
        "No settlement was signed: the finding will say that there is none.",
    ]


def test_nothing_left_open_says_nothing() -> None:
    assert remarks(Ending.CLOSE, Situation(has_settlement=True)) == ()
    assert remarks(Ending.INTERRUPT, Situation()) == ()


def test_ending_without_agreement_though_one_was_signed_is_said() -> None:
    assert remarks(Ending.INTERRUPT, Situation(has_settlement=True)) == (Remark.SETTLEMENT_STANDS,)


def test_suspending_asks_for_nothing() -> None:
    for ending in (Ending.SUSPEND, Ending.RESUME, Ending.REOPEN):
        assert remarks(ending, LEFT_OPEN) == ()


def test_from_every_status_there_is_a_way_on_and_no_way_to_itself() -> None:
    for status in STATUS_LABELS:
        ways = offered(status)
        assert ways
        assert status not in {status_after(way, [status]) for way in ways}
    assert set(ENDING_LABELS) == set(Ending)


def test_what_was_suspended_goes_on_as_what_it_was() -> None:
    assert status_after(Ending.RESUME, ["open", "mediation", "suspended"]) == "mediation"
    assert status_after(Ending.RESUME, ["suspended"]) == "open"
    assert status_after(Ending.REOPEN, ["open", "closed"]) == "mediation"
