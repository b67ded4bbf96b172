"""One field of a form: its label, what it is typed with, and what is wrong with it."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.records import Field, FieldKind
from entente.i18n import _
from entente_ui.kit import ElidedLabel, IconButton, PlainLabel, set_look, spaced, tooltip
from entente_ui.look.theme import theme
from entente_ui.registers.choices import FlagInput, ReferenceInput
from entente_ui.registers.columns import Labels
from entente_ui.registers.inputs import Input, make_input
from entente_ui.registers.levels import LevelInput, is_level
from entente_ui.registers.lines import LineInput
from entente_ui.registers.paragraphs import LongInput

_SHORT: Final = frozenset(
    {FieldKind.INTEGER, FieldKind.NUMBER, FieldKind.CHOICE, FieldKind.DATE, FieldKind.FLAG}
)
#: What stands in a form for values that differ between the records it shows.
SEVERAL: Final = object()


class FieldBox(QWidget):
    """A field of a form.

    Signals:
        committed: Emitted with the field and what was typed or chosen.
        open_asked: Emitted with the kind and the key of the record a reference points to.
    """

    committed = Signal(object, object)
    open_asked = Signal(str, str)

    def __init__(
        self, field: Field, level: Field | None = None, parent: QWidget | None = None
    ) -> None:
        """Make a field.

        Args:
            field: What it is for.
            level: The field that says who may read it, shown beside its label.
            parent: Its widget.
        """
        super().__init__(parent)
        self.field = field
        self.is_short = field.kind in _SHORT
        self._value: Any = None
        self._kept_level: str | None = None
        self._level_waits = False
        self._known: Labels = {}
        self.input: Input | LevelInput = (
            LevelInput(field, self) if is_level(field) else make_input(field, {}, self)
        )
        self.level = LevelInput(level, self) if level else None
        self._level_field = level
        self._note = PlainLabel("", "small", self)
        self._problem = PlainLabel("", "error", self, wrap=True)
        self._open: IconButton | None = None
        self._build()
        self.input.committed.connect(self._commit)
        self.input.installEventFilter(self)
        if self.level is not None:
            self.level.committed.connect(self._commit_level)

    def _build(self) -> None:
        label: PlainLabel
        if self.level is None:
            label = PlainLabel(_(self.field.label), "field", self)
        else:  # shares its line with a level, which must not be cut short
            label = ElidedLabel(_(self.field.label), "field", self)
        label.setBuddy(self.input)
        self.input.setAccessibleName(_(self.field.label))
        if self.field.help:
            tooltip(label, _(self.field.help))
            tooltip(self.input, _(self.field.help))
        head = spaced(QHBoxLayout(), 0, 6)
        head.addWidget(label, 0 if self.level is None else 1)
        if not isinstance(self.input, FlagInput):
            head.addWidget(self._note)
        if self.level is None:
            head.addStretch(1)
        else:
            head.addWidget(self.level)
        line = spaced(QHBoxLayout(), (7 if self.level else 0, 0, 0, 0), 4)
        line.addWidget(self.input, 0 if isinstance(self.input, LevelInput) else 1)
        if isinstance(self.input, LevelInput):
            line.addStretch(1)
        if self.field.kind is FieldKind.REFERENCE:
            self._open = IconButton("external-link", _("Go to this record"), self._ask, self)
            line.addWidget(self._open)
        layout = spaced(QVBoxLayout(self), 0, 3)
        if isinstance(self.input, FlagInput):
            label.hide()
            line.addWidget(self._note)
        else:
            layout.addLayout(head)
        layout.addLayout(line)
        layout.addWidget(self._problem)
        self._note.hide()
        self._problem.hide()

    @property
    def problem(self) -> str:
        """What is wrong with what was typed; empty if nothing is."""
        return "" if self._problem.isHidden() else self._problem.text()

    @property
    def is_filled(self) -> bool:
        """Whether there is one value."""
        return self._value not in (None, "", False, SEVERAL)

    def offer_later(self, load: Callable[[], Labels]) -> None:
        """Ask `load` for the names a reference offers once somebody is about to choose."""
        if isinstance(self.input, ReferenceInput):
            self.input.offer_later(load)

    def show_value(
        self,
        value: Any,  # noqa: ANN401  # of any kind of field
        level: str | None = None,
        note: str = "",
        labels: Labels | None = None,
    ) -> None:
        """Show another value, unless somebody is typing here.

        Args:
            value: The value, or `SEVERAL`.
            level: Who may read it, if the field has a level of its own.
            note: The day since when it holds, beside the label; empty if it is not dated.
            labels: For a reference, the name of what it points to by its key.
        """
        self._note.setText(note)
        self._note.setVisible(bool(note))
        tooltip(self._note, _("since {date}").format(date=note) if note else "")
        self._show_level(level)
        if self.input.is_changed and self.input.hasFocus():
            return
        if self.problem and value == self._value:
            return  # what was not taken stays to be put right
        self._value, self._known = value, labels or {}
        self._show_again()
        if self._open is not None:
            self._open.setEnabled(bool(value) and value is not SEVERAL)
        self.update()

    def _show_level(self, level: str | None) -> None:
        """Show who may read, unless a choice that was not taken waits for something else."""
        self._kept_level = level
        if self.level is not None and not self._level_waits:
            self.level.show_value(level)

    def retry_level(self) -> None:
        """Try again a choice of who may read that was not taken."""
        if self._level_waits:
            self._commit_level()

    def give_up(self) -> None:
        """Forget what was typed or chosen and not taken."""
        if self.problem:
            self._show_again()

    def _show_again(self) -> None:
        if self._value is SEVERAL:
            self.input.show_several(_("several values"))
        elif isinstance(self.input, ReferenceInput):
            self.input.show_value(self._value, self._known)
        else:
            self.input.show_value(self._value)
        self.forgive()

    def explain(self, hint: str) -> None:
        """Show what to write here while nothing is."""
        if isinstance(self.input, LineInput | LongInput):
            self.input.explain(hint)

    def set_read_only(self, on: bool) -> None:
        """Let the value be seen and not changed, or changed again."""
        self.input.setEnabled(not on)
        if on and isinstance(self.input, ReferenceInput):
            self.input.forget_others()
        if self.level is not None:
            self.level.setEnabled(not on)

    def refuse(self, sentence: str) -> None:
        """Say why what was typed was not taken; it stays to be put right."""
        set_look(self.input, "refused", "true")
        self._problem.setText(sentence)
        self._problem.show()

    def forgive(self) -> None:
        """Take back what `refuse` said."""
        set_look(self.input, "refused", None)
        self._problem.hide()
        if self._level_waits:
            self._level_waits = False
            self._show_level(self._kept_level)
            self.update()

    def commit_typed(self) -> None:
        """Take what is being typed, as if the focus had left."""
        if self.input.is_changed:
            self._commit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_escape = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        )
        if is_escape:
            if not self.input.is_changed and not self.problem:
                return False
            self._show_again()
            return True
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.level is not None and self.is_filled:
            painter = QPainter(self)
            colour = theme().level(self.level.typed())
            box = self.input.geometry()
            painter.fillRect(QRect(0, box.top(), theme().px(3), box.height()), colour)

    def _commit(self) -> None:
        self.committed.emit(self.field, self.input.typed())

    def _commit_level(self) -> None:
        if self._level_field is not None and self.level is not None:
            self.update()
            self._level_waits = False
            self.committed.emit(self._level_field, self.level.typed())
            self._level_waits = bool(self.problem)

    def _ask(self) -> None:
        if self._value and self._value is not SEVERAL:
            self.open_asked.emit(self.field.target, str(self._value))
