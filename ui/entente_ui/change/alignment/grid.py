"""People by topic, rated from 1 to 5 by keys: darker where further from the project."""

from collections.abc import Sequence
from statistics import fmean

from PySide6.QtWidgets import QWidget

from entente.domain.aims import ALIGNMENT_MAX, ALIGNMENT_MIN, TOPIC_LABELS
from entente.i18n import _
from entente.services.alignment import Matrix, Person
from entente.services.alignment_words import score_words, spread_words, topic_words, whole_words
from entente.services.impact_words import NONE, mean_words
from entente_ui.charts.rating_frame import Grid, Line, Mark
from entente_ui.charts.rating_grid import RatingGrid, Scale
from entente_ui.charts.twin import Figures
from entente_ui.formats import number


class AlignmentGrid(RatingGrid):
    """One line a person, one column a topic; mean and spread below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        scale = Scale(ALIGNMENT_MIN, ALIGNMENT_MAX, lambda score: ALIGNMENT_MAX - score)
        super().__init__(_("People and topics"), scale, parent)

    def show_people(self, matrix: Matrix, people: Sequence[Person], *, is_editable: bool) -> None:
        """Show some people; one stays at the same cell if it is still there.

        Args:
            matrix: All of them; mean and spread are theirs, whoever is shown.
            people: Whom to show.
            is_editable: Whether keys rate.
        """
        grid = Grid(
            tuple((name, topic_words(name)) for name in TOPIC_LABELS),
            tuple(map(_line, people)),
            (_("Mean"),),
            tuple(foot_rows(matrix)),
        )
        self.show_grid(grid, whole_words(matrix), is_editable=is_editable)


def matrix_figures(matrix: Matrix, people: Sequence[Person]) -> Figures:
    """Return the same as a table."""
    heads = (_("Actor"), *map(topic_words, TOPIC_LABELS), _("Mean"))
    rows = [
        (
            person.name,
            *(_figure(person, name) for name in TOPIC_LABELS),
            _mean(person),
        )
        for person in people
    ]
    rows += [(said, *figures, "") for said, figures in foot_rows(matrix)]
    places = range(1, len(heads))
    return Figures(heads, rows, frozenset(places), {0: 220, **dict.fromkeys(places, 120)})


def foot_rows(matrix: Matrix) -> list[tuple[str, tuple[str, ...]]]:
    """Return what stands below the people: mean, spread and how many were asked."""
    return [
        (_("Mean"), tuple(mean_words(topic.mean) for topic in matrix.topics)),
        (_("Spread"), tuple(map(spread_words, matrix.topics))),
        (_("Asked"), tuple(number(topic.asked) for topic in matrix.topics)),
    ]


def _line(person: Person) -> Line:
    scores = [person.cells[name].score if name in person.cells else None for name in TOPIC_LABELS]
    marks = tuple(Mark(score, score_words(score)) for score in scores)
    return Line(person.id, person.name, "", marks, (_mean(person),))


def _mean(person: Person) -> str:
    scores = [cell.score for cell in person.cells.values()]
    return mean_words(fmean(scores) if scores else None)


def _figure(person: Person, topic: str) -> str:
    return number(person.cells[topic].score) if topic in person.cells else NONE
