"""The notes page with 5,000 notes in one difficulty: `python -m tests.bench notes`.

In all lanes together, by party and by kind: the longest time in which nothing else could
happen, from a step until everything is laid out and painted, against the 100 ms that a person
feels as a halt; in the time of the processor, for others may be at work on the machine. Of
several rounds the worst counts for scrolling and filtering, for the rest the median.
"""

import gc
import os
import random
import statistics
import sys
import time
from collections.abc import Callable
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from entente.domain.actor import ACTOR
from entente.domain.confidentiality import Level
from entente.domain.difficulty import DIFFICULTY
from entente.domain.note import NOTE, NOTE_LINK, NoteKind
from entente.domain.party import PARTY
from entente.services import records
from entente.store import schema
from entente.store.gate import Gate
from entente.store.session import Session
from entente_ui.background import Background
from entente_ui.difficulties.notes.arrange import By
from entente_ui.difficulties.notes.page import NotesPage
from entente_ui.document import Document
from entente_ui.look.theme import apply
from entente_ui.pane import Context
from entente_ui.shell.capture import CaptureLine
from tests.bench.ratio import Ratio, table
from tests.conftest import memory_engine

NOTES: Final = 5_000
PARTIES: Final = 4
#: What a person feels as a halt, in ms.
HALT: Final = 100.0
#: One picture of sixty a second, in ms.
FRAME: Final = 1000 / 60
ROUNDS: Final = 9
#: Turns of the event loop after which everything is in place, and ms for what is idle work.
TURNS: Final = 40
PAUSE: Final = 120
TEXT: Final = (
    "la reprise des données était comprise dans le marché le volume n’a jamais été compté "
    "chacun attend que l’autre donne un prix la livraison du mois de mars fut refusée sans "
    "liste des écarts confiance délai recette avenant dossier œuvre équipe soir saisie"
)
WORDS: Final = tuple(TEXT.split(" "))


def fill(session: Session) -> None:
    """Add a difficulty of four parties and its notes, some of them tied."""
    draw = random.Random(5)  # noqa: S311  # the same notes every time
    actors = [
        records.create(session, ACTOR, {"name": f"Personne {n} de Rive"}) for n in range(PARTIES)
    ]
    key = records.create(session, DIFFICULTY, {"title": "Reprise"})
    for actor in actors:
        records.create(session, PARTY, {"difficulty_id": key, "actor_id": actor})
    rows = []
    for _ in range(NOTES):
        actor = draw.choice(actors)
        rows.append(
            {
                "difficulty_id": key,
                "text": " ".join(draw.choices(WORDS, k=draw.randrange(4, 40))),
                "kind": draw.choice(list(NoteKind)).value,
                "actor_id": actor,
                "noted_on": session.today,
                "struck": draw.random() < 0.05,
                "confidentiality": draw.choice(list(Level)).value,
            }
        )
    keys = session.insert_many(NOTE, rows)
    ties = [{"from_id": keys[n], "to_id": keys[n + 7]} for n in range(0, NOTES - 7, 10)]
    session.insert_many(NOTE_LINK, ties)


class Stage:
    """The page, in front of the stop-watch."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._line: CaptureLine | None = None
        engine = memory_engine()
        with engine.begin() as connection:
            schema.create(connection)
        gate = Gate(engine)
        gate.run("Fill", fill)
        self.document = Document(gate)
        settings = QSettings(os.devnull, QSettings.Format.IniFormat)
        self._background = Background()
        context = Context(
            self.document,
            self._background,
            settings,
            lambda _text, _undo: None,
            lambda _kind, _key: None,
            lambda error: sys.exit(repr(error)),
        )
        self.key = self.document.read(lambda s: records.find(s, DIFFICULTY, "K1"))
        self.page = NotesPage(context)
        self.page.resize(1200, 820)
        self.document.changed.connect(lambda _changes: self.page.show_difficulty(self.key))

    def settle(self) -> None:
        """Have everything laid out and painted."""
        QTest.qWait(PAUSE)

    def halt(self, step: Callable[[], object]) -> float:
        """Return the longest ms in which nothing else could happen, from a step on.

        Between two turns of the event loop keys and the pointer are answered.
        """
        gc.collect()
        longest, start = 0.0, time.process_time()
        step()
        for _ in range(TURNS):
            self._app.processEvents()
            now = time.process_time()
            longest, start = max(longest, now - start), now
        self.settle()
        return 1000 * longest

    def show(self) -> None:
        """Show the page for the first time."""
        self.page.show()
        self.page.show_difficulty(self.key)

    def arrange(self, by: By) -> None:
        """Choose what the lanes stand for."""
        self.page.filter.by.set_current(by.value)
        self.page.filter.arranged.emit(by.value)

    def scroll(self, share: float) -> None:
        """Scroll the lane that has most notes."""
        lane = max(self.page.area.lanes, key=lambda lane: len(lane.view.cards.shown))
        bar = lane.view.verticalScrollBar()
        bar.setValue(int(bar.maximum() * share))

    def look_for(self, words: str) -> None:
        """Look for words, as after a pause in typing."""
        self.page.filter.words.setText(words)
        self.page.filter.changed.emit()

    def add(self) -> None:
        """Note something in one line."""
        self.page.quick.line.setText("#besoin @A01 la recette du soir")
        self.page.quick.add()

    def ask_for_a_line(self) -> None:
        """Open the line that notes a difficulty from anywhere."""
        self._line = CaptureLine(self.page.window(), self.document, lambda _key: None)
        self._line.open()

    def leave_the_line(self) -> None:
        """Close it again."""
        if self._line is not None:
            self._line.leave()
            self.settle()

    def close(self) -> None:
        """Leave nothing behind."""
        self.page.close()
        self._background.close()


def measured(stage: Stage, by: By) -> list[Ratio]:
    """Return what steps take while the lanes stand for something."""
    stage.arrange(by)
    stage.settle()
    scrolling = [stage.halt(lambda n=n: stage.scroll(n / 40)) for n in range(40)]  # type: ignore[misc]  # bound
    filtering = [
        stage.halt(lambda words=words: stage.look_for(words))  # type: ignore[misc]  # bound
        for words in ("reprise", "rep", "", "œuvre équipe", "zzz", "") * 2
    ]
    view = stage.page.area.lanes[0].view
    choosing = [
        stage.halt(lambda n=n: view.go_to(view.cards.shown[n].id))  # type: ignore[misc]  # bound
        for n in range(0, 8 * ROUNDS, 8)
    ]
    figures = {
        f"scroll, by {by}": max(scrolling),
        f"filter, by {by}": max(filtering),
        f"choose a card, by {by}": statistics.median(choosing),
    }
    return [Ratio(name, ms, HALT, ms / HALT, 1.0) for name, ms in figures.items()]


def main() -> int:
    """Print the figures; tell whether one is over."""
    app = QApplication.instance() or QApplication([])
    if not isinstance(app, QApplication):
        return 1
    apply(app, "light")
    stage = Stage(app)
    first = stage.halt(stage.show)
    ratios = [*measured(stage, By.PARTY), *measured(stage, By.KIND)]
    stage.arrange(By.PARTY)
    stage.settle()
    adding = statistics.median(stage.halt(stage.add) for _ in range(ROUNDS))
    lifting = statistics.median(
        stage.halt(stage.page.filter.cover.toggle) for _ in range(2 * ROUNDS)
    )
    lines = []
    for _ in range(ROUNDS):
        lines.append(stage.halt(stage.ask_for_a_line))
        stage.leave_the_line()
    noting = statistics.median(lines)
    for name, ms, limit in (
        ("note a difficulty in one line, over the lanes", noting, FRAME),
        ("open the page", first, 4 * HALT),
        ("add a note", adding, 2 * HALT),
        ("show or cover caucus notes", lifting, HALT),
    ):
        ratios.append(Ratio(name, ms, limit, ms / limit, 1.0))
    stage.close()
    sys.stdout.write(table(ratios) + "\n")
    return int(any(ratio.ratio > ratio.goal for ratio in ratios))


if __name__ == "__main__":
    sys.exit(main())
