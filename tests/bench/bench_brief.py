"""Documents against ReportLab alone: `python -m tests.bench.bench_brief`.

* Rendering: from what is told to the bytes, with heads, feet and bookmarks, against
  `SimpleDocTemplate` drawing flowables that have been made before. A long brief, and each
  document of the sample mission that there is.
* Audited: the same and the audit before saving, which renders a second, emptied brief and
  reads both back; against the same limit, for information.
* For Word: the same parts as a Word file, against the same limit.
"""

import datetime as dt
import io
import itertools
import math
import random
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType

from pypdf import PdfReader
from reportlab.platypus import Flowable, SimpleDocTemplate

from entente.briefs import page, paper
from entente.briefs import type as typeface
from entente.briefs.kinds import KINDS
from entente.briefs.parts import Page
from entente.briefs.production import Form
from entente.briefs.told import Datum, Entry, Told
from entente.domain.confidentiality import MEDIATOR, AudienceKind, Level
from entente.domain.party import STATEMENTS
from entente.i18n import speaking
from entente.services import records
from entente.services.disclosure import Head, Texts
from tests.bench.ratio import Ratio, compare, table
from tests.conftest import FixedClock, confluent_gate

PAGES = 10
ROUNDS = 9
#: For what is measured for information.
FEW = 3
#: What ReportLab's own frame keeps free inside its margins.
_PADDING = 6
ON = dt.date(2026, 5, 6)
PROSE = (
    "la reprise des données attend que les deux services nomment enfin ensemble qui décide "
    "des règles, et chacun craint de porter seul le retard que l’autre aurait pu éviter"
)
#: A record of the sample for each kind of document that is about one.
SAMPLE = {
    "conflict": "K1",
    "finding": "K1",
    "convention": "PA1",
    "agreement": "PA2",
    "minutes": "M4",
    "bowtie": "R01",
}


@dataclass(frozen=True)
class Case:
    """A document to be made."""

    name: str
    package: str
    told: Told

    @property
    def module(self) -> ModuleType:
        """The package of its kind."""
        return import_module(f"entente.briefs.{self.package}")

    @property
    def format(self) -> page.Format:
        """What its pages are."""
        return page.FORMATS[self._page.leaf]

    def story(self) -> list[Flowable]:
        """Return what ReportLab draws."""
        return paper.story(self._page.parts, self.format)

    @property
    def _page(self) -> Page:
        tell: Callable[[Told], Page] = import_module(f"entente.briefs.{self.package}.story").tell
        return tell(self.told)


class Writer:
    """Writes texts of the length people write."""

    def __init__(self) -> None:
        self._draw = random.Random(7)  # noqa: S311  # a repeatable text, not a secret
        self._levels = itertools.cycle(Level)
        self._days = (ON - dt.timedelta(days=3 * n) for n in itertools.count())

    def words(self, count: int) -> str:
        """Return so many words as a sentence."""
        return " ".join(self._draw.choices(PROSE.split(), k=count)).capitalize() + "."

    def text(self, name: str, count: int, level: Level = Level.PARTIES) -> Datum:
        """Return so many words as a field of a level."""
        return Datum(name, self.words(count), level)

    def entry(self, table_: str, count: int, level: Level, /, **more: object) -> Entry:
        """Return a record with a text and what else it holds."""
        plain = tuple(
            Datum(name, value, level, is_words=False)  # type: ignore[arg-type]  # values of fields
            for name, value in more.items()
        )
        caucus_of = "A11" if level is Level.CAUCUS else ""
        data = (self.text("text", count, level), *plain)
        return Entry(table_, data=data, level=level, caucus_of=caucus_of)

    def note(self, kind: str, count: int) -> Entry:
        """Return a note of the next level on the next day."""
        return self.entry("note", count, next(self._levels), kind=kind, noted_on=next(self._days))


def big_brief() -> Told:
    """Return a brief that fills ten pages."""
    write = Writer()
    levels = itertools.cycle(Level)
    stages = tuple(
        Entry(
            "difficulty_rating",
            data=(
                Datum("dated_on", ON - dt.timedelta(days=100 - 12 * n), Level.PUBLIC, False),
                Datum("stage", min(2 + n // 2, 9), Level.PUBLIC, False),
                write.text("fact", 18, Level.PUBLIC),
            ),
            level=Level.PUBLIC,
        )
        for n in range(9)
    )
    parties = tuple(
        Entry(
            "party",
            data=tuple(write.text(name, 30, next(levels)) for name in STATEMENTS),
            ref=f"A{number:02}",
            name=f"Personne {number}",
            standing="Direction des systèmes",
        )
        for number in range(2, 6)
    )
    notes = (
        *(write.note("agreed", 22) for _n in range(9)),
        *(write.note("disputed", 22) for _n in range(9)),
        *(write.note("note", 40) for _n in range(42)),
    )
    statuses = itertools.cycle(("kept", "open", "dropped"))
    return Told(
        head=Head(
            AudienceKind.MEDIATOR, ON, "", "CONFLUENT", "Groupe hospitalier", "Odile Tisserine"
        ),
        subject=Entry(
            "difficulty",
            data=(
                Datum("title", "Qui décide des règles de reprise ?", Level.PUBLIC),
                write.text("summary", 60, Level.PUBLIC),
            ),
            ref="K1",
            history=stages,
        ),
        lists={
            "party": parties,
            "note": notes,
            "option": tuple(
                write.entry("option", 25, Level.PARTIES, status=next(statuses)) for _n in range(10)
            ),
            "step": tuple(
                write.entry("step", 16, Level.PARTIES, due_on=ON + dt.timedelta(days=n))
                for n in range(14)
            ),
        },
        texts=Texts(withheld=tuple(write.words(30)[::-1] for _ in range(20))),
    )


def cases() -> list[Case]:
    """Return a long brief, and what there is of the sample mission."""
    gate = confluent_gate(FixedClock())
    found = [Case("brief of 10 pages", "conflict", big_brief())]
    for kind in KINDS.values():
        key = ""
        if kind.about is not None:
            about, ref = kind.about, SAMPLE[kind.name]
            key = gate.read(lambda s, about=about, ref=ref: records.find(s, about, ref))  # type: ignore[misc]  # bound now
        told = gate.read(lambda s, kind=kind, key=key: kind.gather(s, key, MEDIATOR, full=False))  # type: ignore[misc]  # bound now
        found.append(Case(kind.name, kind.package, told))
    return found


def drawing(case: Case, times: int) -> Callable[[], None]:
    """Return what ReportLab alone does with a document that has been laid out before.

    Args:
        case: The document.
        times: How often it will be asked for.
    """
    # ReportLab uses flowables up: each round needs its own, made before it begins.
    with speaking("fr"):
        on = case.format
        stories: Iterator[list[Flowable]] = iter([case.story() for _ in range(times)])

    def limit() -> None:
        flowables = next(stories)
        with typeface.PRESS:
            SimpleDocTemplate(
                io.BytesIO(),
                pagesize=(on.width, on.height),
                leftMargin=page.SIDE - _PADDING,
                rightMargin=page.SIDE - _PADDING,
                topMargin=(on.height - on.body_height) / 2 - _PADDING,
                bottomMargin=(on.height - on.body_height) / 2 - _PADDING,
                invariant=1,
            ).build(flowables)

    return limit


def rendering(case: Case, *, whole: bool) -> list[Ratio]:
    """Compare making a document with drawing what it is made of."""
    made = case.module
    ways = [(case.name, lambda: made.render(case.told, "fr"), 1.5)]
    if whole:
        ways += [
            (f"{case.name}, audited", lambda: made.produce(case.told, "fr"), math.inf),
            (f"{case.name}, Word", lambda: made.render(case.told, "fr", form=Form.DOCX), math.inf),
        ]
    limit = drawing(case, len(ways) * (ROUNDS + 1))
    return [
        compare(name, way, limit, goal=goal, rounds=ROUNDS if goal < math.inf else FEW)
        for name, way, goal in ways
    ]


def main() -> None:
    """Print the table."""
    found = cases()
    pages = len(PdfReader(io.BytesIO(found[0].module.render(found[0].told, "fr"))).pages)
    if pages != PAGES:
        sys.exit(f"the brief has {pages} pages")
    rows = [row for number, case in enumerate(found) for row in rendering(case, whole=number < 2)]
    sys.stdout.write(table(rows) + "\n")


if __name__ == "__main__":
    main()
