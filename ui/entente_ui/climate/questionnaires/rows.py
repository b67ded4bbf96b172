"""Questionnaires and their questions, as the lists show them."""

from collections.abc import Mapping
from typing import Any

from entente.domain.climate.survey import SCALE_LABELS
from entente.domain.ten_causes import CAUSE_LABELS
from entente.i18n import _, ngettext
from entente_ui.formats import labelled, long_date, number
from entente_ui.kit.line_list import Line

Row = Mapping[str, Any]


def questionnaire_line(row: Row, questions: int, waves: int) -> Line:
    """Return what the list says of a questionnaire."""
    told = [
        ngettext("{count} question", "{count} questions", questions).format(
            count=number(questions)
        ),
        asked_words(waves),
    ]
    if row["set_aside"]:
        told.append(_("offered no more"))
    title = f"{row['ref']} · {row['name']}"
    return Line(str(row["id"]), title, " · ".join(told), bool(row["set_aside"]))


def asked_words(waves: int) -> str:
    """Return how often a questionnaire was used."""
    if not waves:
        return _("never asked")
    return ngettext("{count} wave", "{count} waves", waves).format(count=number(waves))


def question_line(row: Row, codes: Mapping[str, str], followed: Mapping[str, str]) -> Line:
    """Return what the list says of a question.

    Args:
        row: Its record.
        codes: Short names of all questions by key.
        followed: The question that was put in place of another, by the key of that one.
    """
    scales = {str(key): words for key, words in SCALE_LABELS.items()}
    causes = {str(key): words for key, words in CAUSE_LABELS.items()}
    told = [_(scales.get(str(row["scale"]), ""))]
    if row["cause"]:
        told.append(_(causes.get(str(row["cause"]), "")))
    if row["follows_id"] in codes:
        told.append(_("in place of {code}").format(code=codes[str(row["follows_id"])]))
    if row["retired_on"] is not None:
        told.append(_("no longer asked since {day}").format(day=long_date(row["retired_on"])))
        after = followed.get(str(row["id"]))
        if after:
            told.append(_("now {code}").format(code=after))
    title = labelled(str(row["code"]), str(row["text"]))
    return Line(str(row["id"]), title, " · ".join(told), row["retired_on"] is not None)
