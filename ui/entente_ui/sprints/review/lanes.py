"""The five columns of a review, each with a line below; what is celebrated stands on top."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.card_line import CardLine
from entente.domain.sprint import SPRINT
from entente.domain.text import fold
from entente.i18n import _, ngettext
from entente.services.reviews import Column, Review, Said, What
from entente_ui.formats import number
from entente_ui.kit import LinkButton, spaced, tooltip
from entente_ui.kit.cards import Lane, LaneHead, Lanes, Looks
from entente_ui.look.theme import theme
from entente_ui.registers.paragraphs import LongInput
from entente_ui.sprints.board.quick_line import QuickLine
from entente_ui.sprints.board.words import half_days
from entente_ui.sprints.review.faces import SaidFaces, SaidList
from entente_ui.sprints.review.words import (
    COLUMN_LABELS,
    LINE_WORDS,
    column_words,
    done_words,
    help_words,
    votes_words,
)

#: Px at 100 % a column takes at least, and the line below it.
WIDE: Final = 166
_LINE: Final = 120
#: Px at 100 % of height below which cards need the lines of what is celebrated, and how many
#: lines it then has, and else.
_LOW: Final = 400
_FEW_LINES: Final = 2
_MANY_LINES: Final = 5


class SaidLine(QuickLine):
    """The line below a column, and what else can be brought there.

    Attributes:
        sandbox: Brings what was observed in the sandbox.

    Signals:
        brought: Emitted when that is wanted.
    """

    brought = Signal()

    def __init__(
        self,
        column: str,
        read: Callable[[str, str], CardLine],
        tell: Callable[[CardLine], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(lambda text: read(column, text), tell, parent)
        self.line.setMinimumWidth(theme().px(_LINE))
        self.line.setPlaceholderText(_(LINE_WORDS[column]))
        self.sandbox = LinkButton("", self.brought.emit, self)
        self.sandbox.hide()
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(0, self.sandbox)
        self.line.setAccessibleName(_("New under {column}").format(column=column_words(column)))
        tooltip(self.line, help_words(column))

    def offer(self, observed: int) -> None:
        """Offer to bring so much that was observed in the sandbox."""
        words = ngettext("{count} from the sandbox", "{count} from the sandbox", observed)
        self.sandbox.setText(words.format(count=number(observed)))
        self.sandbox.setVisible(bool(observed))


class Celebration(LongInput):
    """What is celebrated; Enter keeps it, Esc brings back what stood there.

    Signals:
        written: Emitted with what was typed.
    """

    written = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        field = SPRINT.field("celebration")
        super().__init__(field, parent)
        self.explain(_("What is celebrated…"))
        self.setAccessibleName(_(field.label))
        tooltip(self, _(field.help))
        self.committed.connect(lambda: self.written.emit(self.typed().strip()))

    def show_words(self, words: str, *, is_editable: bool) -> None:
        """Show what is celebrated, unless it is being written."""
        if not (self.hasFocus() and self.is_changed) or not is_editable:
            self.show_value(words)
        self.setReadOnly(not is_editable)
        self.setVisible(is_editable or bool(words))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and is_plain:
            self.finish()
        elif event.key() == Qt.Key.Key_Escape and self.is_changed:
            self.show_value(self._shown)
        else:
            super().keyPressEvent(event)


class ReviewLanes(Lanes[Said]):
    """The columns of a review.

    Attributes:
        lines: The line below each, by its column.
        celebration: What is celebrated, on top of what was shipped.

    Signals:
        typed: Emitted with a column and the `CardLine` to note there.
        brought: Emitted with a column that is to take what was observed in the sandbox.
        voted: Emitted with the key of a note and 1 or −1.
        gauged: Emitted with the key of a tension and its gap.
    """

    typed = Signal(str, object)
    brought = Signal(str)
    voted = Signal(str, int)
    gauged = Signal(str, int)

    def __init__(
        self,
        read: Callable[[str, str], CardLine],
        tell: Callable[[CardLine], str],
        parent: QWidget | None = None,
    ) -> None:
        self._faces = SaidFaces()
        super().__init__(lambda: SaidList(self._faces), _("Review"), parent)
        self._read, self._tell = read, tell
        self.lines: dict[str, SaidLine] = {}
        self.celebration = Celebration(self)
        # In a low window at a large size not even the lines below the columns have room.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_low = self.height() < theme().px(_LOW)
        self.celebration.set_most_lines(_FEW_LINES if is_low else _MANY_LINES)

    @property
    def at(self) -> str:
        """The column one is in; empty for none."""
        for lane in self.lanes:
            if lane.view is self._active:
                return lane.head.value
        return ""

    def show_review(self, found: Review, said: Mapping[str, Sequence[Said]], looks: Looks) -> None:
        """Show what was said, and what is celebrated."""
        self._faces.is_written = looks.is_editable
        heads = [_head(found, column, said[column]) for column in COLUMN_LABELS]
        self.show_lanes(heads, said, looks)
        if not self.lines:
            self._add_lines()
        for column, line in self.lines.items():
            line.setVisible(looks.is_editable)
            line.offer(len(found.observed.get(column, ())))
        words = str((found.sprint.record["celebration"] if found.sprint else "") or "")
        self.celebration.show_words(words, is_editable=looks.is_editable)

    def holding(self, words: str, said: Sequence[Said]) -> frozenset[str] | None:
        """Return the keys of those that hold some words, None where nothing is looked for."""
        wanted = fold(words.strip()).split()
        if not wanted:
            return None
        texts = {each.id: fold(self._faces.aloud(each)) for each in said}
        return frozenset(key for key, text in texts.items() if all(w in text for w in wanted))

    def begin_line(self, column: str = "") -> None:
        """Put the cursor into the line below a column, by default of the one one is in."""
        line = self.lines.get(column or self.at or Column.LIKE.value)
        if line is not None:
            self.ensureWidgetVisible(line, 0, 0)
            line.begin()

    def rect_of(self, key: str, owner: QWidget) -> QRect:
        """Return where a card is to be seen, in the coordinates of `owner`."""
        for lane in self.lanes:
            view = lane.view
            row = view.cards.row_of(key)
            if row >= 0:
                rect = view.visualRect(view.cards.index(row)) & view.viewport().rect()
                return QRect(view.viewport().mapTo(owner, rect.topLeft()), rect.size())
        return self.rect()

    def _add_lines(self) -> None:
        before: QWidget | None = None
        for lane in self.lanes:
            column = lane.head.value
            line = self.lines[column] = SaidLine(column, self._read, self._tell, lane)
            layout = lane.layout()
            if isinstance(layout, QVBoxLayout):
                layout.addWidget(line)
                if column == Column.SHIPPED:
                    top = spaced(QVBoxLayout(), (6, 0, 6, 0), 0)
                    top.addWidget(self.celebration)
                    layout.insertLayout(1, top)
            line.added.connect(lambda card, column=column: self.typed.emit(column, card))
            line.brought.connect(lambda column=column: self.brought.emit(column))
            line.left.connect(lane.view.setFocus)
            self._hear(lane)
            # From the cards into the line below them, and on to the next column.
            before = _chain(before, lane.view, line.sandbox, line.line)
        QWidget.setTabOrder(self.celebration, self.lanes[0].view)

    def _hear(self, lane: Lane[Said]) -> None:
        if isinstance(lane.view, SaidList):
            lane.view.voted.connect(self.voted)
            lane.view.gauged.connect(self.gauged)


def _chain(before: QWidget | None, *widgets: QWidget) -> QWidget:
    for widget in widgets:
        if before is not None:
            QWidget.setTabOrder(before, widget)
        before = widget
    return widgets[-1]


def _head(found: Review, column: str, said: Sequence[Said]) -> LaneHead:
    """Return what a column is called, and what its cards come to."""
    own = [each for each in said if each.what is not What.ADVICE]
    return LaneHead(
        column,
        column_words(column),
        count=number(len(own)),
        summary=_summary(found, column, own),
    )


def _summary(found: Review, column: str, said: Sequence[Said]) -> str:
    if column == Column.SHIPPED and found.sprint is not None and found.sprint.totals.planned:
        return done_words(found.sprint)
    effort = sum(each.effort or 0 for each in said)
    votes = sum(each.votes for each in said)
    parts = (half_days(effort) if effort else "", votes_words(votes) if votes else "")
    return " · ".join(filter(None, parts))
