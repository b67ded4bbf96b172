"""What respondents are told: what is asked, who sees what, from how many answers on, how long."""

from collections.abc import Iterator

from entente.briefs.climate_book.asked import threshold_of
from entente.briefs.layout_words import by_mediator
from entente.briefs.parts import Box, Page, Part, Row, Table, Tone, Words, cell, section
from entente.briefs.told import Told
from entente.briefs.voice import joined, said
from entente.domain.climate.suppression import VERBATIM_THRESHOLD
from entente.domain.climate.survey import QUESTION, QUESTIONNAIRE, Scale
from entente.i18n import _


def tell(told: Told) -> Page:
    """Return the sheet, in the language in use."""
    parts = tuple(_parts(told))
    return Page(
        title=_("Who sees what"),
        parts=parts,
        note=_("Keep this sheet: it says what you were promised."),
        recipient=_("For respondents"),
    )


def _parts(told: Told) -> Iterator[Part]:
    wave = told.subject
    yield Words(_("Who sees what"), Tone.TITLE)
    survey = next(iter(told.of(QUESTIONNAIRE.name)), None)
    named = joined(said(survey, "name") if survey else "", said(wave, "name") if wave else "")
    if named:
        yield Words(named, Tone.SUBTITLE)
    k = threshold_of(wave)
    yield Box(
        (
            Words(
                _(
                    "Nobody will know what you answered, the mediator included. You are free to "
                    "answer, and to leave out any question."
                )
            ),
        )
    )
    yield from section(_("Who sees what, and when"), _seen(k))
    yield from section(_("How long it is kept"), *_kept())
    yield from section(_("What is asked"), *_asked(told))
    yield from section(_("Whom to ask"), Words(_whom(told)))


def _seen(k: int) -> Table:
    most = max(VERBATIM_THRESHOLD, k)
    rows = (
        (
            _("Your ballot"),
            _(
                "Nobody. It lies among the others without name, date or order, and is destroyed "
                "when the wave is closed. One on paper is keyed in by somebody who does not know "
                "whose it is, then torn up."
            ),
        ),
        (
            _("While the wave is open"),
            _("Only how many ballots there are. No result is shown to anybody."),
        ),
        (
            _("What all answered together"),
            _("Whoever gets the report, from {k} answers on; of fewer nothing is shown.").format(
                k=k
            ),
        ),
        (
            _("What a group answered"),
            _(
                "The same, where the group has at least {k} answers, they are not all alike, and "
                "no smaller group can be reckoned from them. What is withheld is not kept either."
            ).format(k=k),
        ),
        (
            _("What you write in your own words"),
            _(
                "The mediator reads it without knowing whose it is. It is quoted only where at "
                "least {most} answered and nobody can be recognised; otherwise it is told in "
                "other words, or not at all. Write no names."
            ).format(most=most),
        ),
    )
    told = tuple(Row((cell(what, Tone.STRONG), cell(who))) for what, who in rows)
    return Table((150, 0), told, (_("What"), _("Who sees it")))


def _kept() -> Iterator[Part]:
    yield Words(_("Until the wave is closed; then they are destroyed."), lead=_("Ballots:"))
    yield Words(
        _("As long as the mediator keeps the file of the mission."),
        lead=_("Counts and comments:"),
    )
    yield Words(
        _("The threshold is settled before the first answer and cannot be lowered afterwards."),
        Tone.SMALL,
    )


def _asked(told: Told) -> Iterator[Part]:
    scales = {
        Scale.RECOMMENDATION.value: _("from 0 to 10"),
        Scale.WORDS.value: _("in your own words"),
    }
    rows = tuple(
        Row(
            (
                cell(each.text("text"), Tone.DENSE),
                cell(scales.get(each.text("scale"), _("from 1 to 5")), Tone.DENSE),
            )
        )
        for each in told.of(QUESTION.name)
    )
    if rows:
        yield Table((0, 120), rows, (_("Question"), _("Answer")), tight=True)


def _whom(told: Told) -> str:
    return _("{mediator} answers every question on this survey.").format(
        mediator=by_mediator(told.head)
    )
