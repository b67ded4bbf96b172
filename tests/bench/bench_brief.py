"""A brief of ten pages against ReportLab alone: `python -m tests.bench.bench_brief`.

* Rendering: from the values of the brief to the bytes, with heads, feet and bookmarks,
  against `SimpleDocTemplate` drawing flowables that have been made before.
* Audited: the same and the audit before saving, which renders a second, emptied brief and
  reads both back; against the same limit, for information.
"""

import datetime as dt
import io
import itertools
import math
import random
import sys
from collections.abc import Iterator

from pypdf import PdfReader
from reportlab.lib.pagesizes import A4
from reportlab.platypus import Flowable, SimpleDocTemplate

from entente.briefs import page
from entente.briefs import type as typeface
from entente.briefs.conflict import layout, produce, render
from entente.briefs.conflict.values import (
    ConflictBrief,
    NoteView,
    OptionView,
    PartyView,
    StageView,
    Statement,
    StepView,
    Text,
)
from entente.domain.confidentiality import AudienceKind, Level
from entente.domain.party import STATEMENTS
from entente.i18n import speaking
from tests.bench.ratio import Ratio, compare, table

PAGES = 10
ROUNDS = 15
ON = dt.date(2026, 5, 6)
PROSE = (
    "la reprise des données attend que les deux services nomment enfin ensemble qui décide "
    "des règles, et chacun craint de porter seul le retard que l’autre aurait pu éviter"
)


class Writer:
    """Writes texts of the length people write."""

    def __init__(self) -> None:
        self._draw = random.Random(7)  # noqa: S311  # a repeatable text, not a secret

    def words(self, count: int) -> str:
        """Return so many words as a sentence."""
        return " ".join(self._draw.choices(PROSE.split(), k=count)).capitalize() + "."

    def text(self, count: int, level: Level = Level.PARTIES) -> Text:
        """Return so many words as a text of a level."""
        return Text(self.words(count), level, "A11" if level is Level.CAUCUS else "")


def big_brief() -> ConflictBrief:
    """Return a brief that fills ten pages."""
    write = Writer()
    levels = itertools.cycle(Level)
    days = (ON - dt.timedelta(days=3 * n) for n in itertools.count())
    return ConflictBrief(
        audience=AudienceKind.MEDIATOR,
        recipient="",
        on=ON,
        mission="CONFLUENT",
        organisation="Groupe hospitalier",
        mediator="Odile Tisserine",
        practice="Cabinet Passerelle",
        ref="K1",
        title="Qui décide des règles de reprise ?",
        nature="roles",
        status="open",
        opened_on=ON - dt.timedelta(days=120),
        summary=write.text(60),
        parties=tuple(
            PartyView(
                f"A{number:02}",
                f"Personne {number}",
                "Direction des systèmes",
                tuple(Statement(name, write.text(45, next(levels))) for name in STATEMENTS),
            )
            for number in range(2, 6)
        ),
        stages=tuple(
            StageView(ON - dt.timedelta(days=100 - 12 * n), min(2 + n // 2, 9), write.text(18))
            for n in range(9)
        ),
        agreed=tuple(
            NoteView(write.text(22), "agreed", "Personne 2", next(days)) for _ in range(9)
        ),
        disputed=tuple(
            NoteView(write.text(22), "disputed", "Personne 3", next(days)) for _ in range(9)
        ),
        notes=tuple(
            NoteView(write.text(40, next(levels)), "", f"Personne {n % 4 + 2}", next(days))
            for n in range(54)
        ),
        options=tuple(
            OptionView(write.text(25), ("kept", "open", "dropped")[n % 3], "Personne 4")
            for n in range(10)
        ),
        steps=tuple(
            StepView(write.text(16), "Personne 5", ON + dt.timedelta(days=n), n % 4 == 0)
            for n in range(14)
        ),
        withheld_texts=tuple(write.words(30)[::-1] for _ in range(20)),
    )


def rendering(brief: ConflictBrief) -> list[Ratio]:
    """Compare making the document with drawing what it is made of."""

    def limit() -> None:
        flowables = next(stories)
        with typeface.PRESS:
            SimpleDocTemplate(
                io.BytesIO(),
                pagesize=A4,
                leftMargin=page.SIDE,
                rightMargin=page.SIDE,
                topMargin=(A4[1] - page.BODY_HEIGHT) / 2,
                bottomMargin=(A4[1] - page.BODY_HEIGHT) / 2,
                invariant=1,
            ).build(flowables)

    # ReportLab uses flowables up: each round needs its own, made before it begins.
    stories = made_before(brief, 2 * (ROUNDS + 1))
    return [
        compare("brief of 10 pages", lambda: render(brief, "fr"), limit, goal=1.5, rounds=ROUNDS),
        compare(
            "brief of 10 pages, audited",
            lambda: produce(brief, "fr"),
            limit,
            goal=math.inf,
            rounds=ROUNDS,
        ),
    ]


def made_before(brief: ConflictBrief, count: int) -> Iterator[list[Flowable]]:
    """Return so many stories of a brief that are there already."""
    with speaking("fr"):
        return iter([layout.story(brief) for _ in range(count)])


def main() -> None:
    """Print the table."""
    brief = big_brief()
    pages = len(PdfReader(io.BytesIO(render(brief, "fr"))).pages)
    if pages != PAGES:
        sys.exit(f"the brief has {pages} pages")
    sys.stdout.write(table(rendering(brief)) + "\n")


if __name__ == "__main__":
    main()
