"""Where each person or group stands, element by element, and what holds them back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from entente.domain.change.progress import ADKAR, ADKAR_LABELS, MARK_MAX, MARK_MIN
from entente.i18n import _
from entente.services.adkar import Marked
from entente.services.change_figures import Change
from entente.services.progress_words import barrier_words
from entente_ui.change.outlined_grid import OutlinedGrid
from entente_ui.charts.rating_frame import Grid, Line, Mark
from entente_ui.formats import labelled, long_date, number
from entente_ui.kit import LinkButton, PlainLabel, QuietButton, RatingSegments, spaced

_NONE = "none"
_UNSAID = "–"


class BarrierGrid(OutlinedGrid):
    """One line a person or group, one column an element; the barrier is outlined."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("People and elements of their change"), MARK_MAX, parent)

    def show_changes(self, found: Sequence[Change], sentence: str, *, is_editable: bool) -> None:
        """Show where people stand; one stays at the same cell if it is still there."""
        columns = tuple((name, _(label)) for name, label in ADKAR_LABELS.items())
        grid = Grid(columns, tuple(map(_line, found)))
        outlined = {each.id: each.barrier for each in found if each.barrier}
        self.show_outlined(grid, outlined, sentence, is_editable=is_editable)


class MarkPanel(QWidget):
    """Beside the grid: the element one is at.

    Attributes:
        marks: Says how far it is.

    Signals:
        marked: Emitted with the key of the record, the element, and a mark or None.
        opened: Emitted with the record it is about.
        left: Emitted with the record that is no longer to be followed.
    """

    marked = Signal(str, str, object)
    opened = Signal(object)
    left = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Change | None = None
        self._element = ""
        self._name = LinkButton("", lambda: self.opened.emit(self._found), self)
        self._barrier = PlainLabel("", "strong", self, wrap=True)
        self._title = PlainLabel("", "section", self, wrap=True)
        choices = [(_NONE, _UNSAID), *((str(n), number(n)) for n in range(MARK_MIN, MARK_MAX + 1))]
        self.marks = RatingSegments(choices, _NONE, self)
        self.marks.setAccessibleName(_("Mark"))
        self._help = PlainLabel(_(ADKAR.field("desire").help), "small", self, wrap=True)
        self._past = PlainLabel("", "body", self, wrap=True)
        self.remove_button = QuietButton(
            _("No longer follow"), lambda: self.left.emit(self._found), self, icon_name="x"
        )
        column = spaced(QVBoxLayout(self), (12, 0, 12, 0), 8)
        column.addWidget(self._name, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self._barrier, self._title, self.marks, self._help, self._past):
            column.addWidget(widget)
        column.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.marks.chosen.connect(self._mark)

    def show_element(
        self, found: Change, element: str, history: Sequence[Marked], *, read_only: bool
    ) -> None:
        """Show one element of one person or group; all of them where none is named."""
        self._found, self._element = found, element
        self._name.setText(f"{found.ref} {found.name}")
        self._barrier.setText(barrier_words(found))
        for widget in (self._title, self.marks, self._help, self._past):
            widget.setVisible(bool(element))
        self.remove_button.setVisible(not read_only)
        if not element:
            return
        words = _(ADKAR_LABELS[element])
        self._title.setText(words[:1].upper() + words[1:])
        mark = found.marks[element]
        self.marks.set_current(_NONE if mark is None else str(mark))
        self.marks.setEnabled(not read_only)
        self._past.setText("\n".join(map(_past_line, reversed(history))))

    def _mark(self, name: str) -> None:
        if self._found is not None:
            value = None if name == _NONE else int(name)
            self.marked.emit(self._found.id, self._element, value)


def _line(found: Change) -> Line:
    return Line(
        found.id,
        f"{found.ref} {found.name}",
        barrier_words(found),
        tuple(
            Mark(
                found.marks[name],
                _mark_words(found.marks[name], is_barrier=name == found.barrier),
            )
            for name in ADKAR_LABELS
        ),
    )


def _mark_words(mark: int | None, *, is_barrier: bool) -> str:
    if mark is None:
        return _("not marked")
    said = _("{mark} of {most}").format(mark=number(mark), most=number(MARK_MAX))
    return _("{mark}, the barrier").format(mark=said) if is_barrier else said


def _past_line(each: Marked) -> str:
    score = _UNSAID if each.mark is None else number(each.mark)
    told = labelled(long_date(each.dated_on), score)
    return f"{told}. {each.fact}" if each.fact else told
