"""One message in four steps: what was seen, what is felt, what is needed, what is asked."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.party import OSBD
from entente.domain.records import LEVEL_FIELD, Field, FieldKind
from entente.errors import InvalidValueError
from entente.i18n import N_, _
from entente.messages import sentence
from entente.services.method_texts import osbd_helpers
from entente_ui.difficulties.linting import watch
from entente_ui.kit import IconButton, Menu, Panel, QuietButton, sized, spaced
from entente_ui.look.theme import theme
from entente_ui.pane import Context
from entente_ui.registers import work
from entente_ui.registers.box import FieldBox
from entente_ui.registers.inputs import LongInput
from entente_ui.registers.typed import read_typed
from entente_ui.registers.writing import Place, commit

_STEPS: Final = ("observation", "feeling", "need", "request")
_ROUND: Final = ("actor_id", "to_id", "said_on")
#: Px at 100 % from which there are two columns.
_TWO_COLUMNS: Final = 420
_HELPED: Final = {"feeling": N_("Words for a feeling"), "need": N_("Words for a need")}


class MessageForm(Panel):
    """A message, or a draft that becomes one once it has an observation and an author.

    Signals:
        dropped: Emitted when a draft is given up.

    Attributes:
        boxes: The fields by their names.
        key: Of the message; empty while it is a draft.
        is_being_kept: Whether the draft is just becoming a message.
    """

    dropped = Signal()

    def __init__(
        self, context: Context, difficulty: str, key: str, parent: QWidget | None = None
    ) -> None:
        """Make a form.

        Args:
            context: What the shell gives.
            difficulty: Key of the difficulty.
            key: Of the message; empty for a draft.
            parent: Its widget.
        """
        super().__init__("raised", "", parent)
        self._context = context
        self._difficulty = difficulty
        self.key = key
        self.is_being_kept = False
        self._draft: dict[str, Any] = {}
        self._names: Mapping[str, str] = {}
        self.boxes: dict[str, FieldBox] = {}
        self._helpers: list[QuietButton] = []
        self._columns = 0
        for name in (*_ROUND, *_STEPS):
            level = OSBD.field(LEVEL_FIELD) if name == "observation" else None
            self.boxes[name] = self._box(OSBD.field(name), level)
        self._remove = IconButton("trash", _("Delete this message"), self._take_away, self)
        self._build()

    def _build(self) -> None:
        sized(self.boxes["said_on"], width=176)
        foot = spaced(QHBoxLayout(), 0, 8)
        foot.addWidget(self.boxes["said_on"])
        foot.addStretch(1)
        foot.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignBottom)
        self._cells = [self.boxes["actor_id"], self.boxes["to_id"], *map(self._step, _STEPS)]
        self._grid = spaced(QGridLayout(), 0, 12)
        layout = spaced(QVBoxLayout(self), (14, 12, 14, 12), 10)
        layout.addLayout(self._grid)
        layout.addLayout(foot)
        self._arrange(2)

    def _step(self, name: str) -> QWidget:
        """Return one of the four steps, with words to help where there are some."""
        cell = QWidget(self)
        column = spaced(QVBoxLayout(cell), 0, 2)
        column.addWidget(self.boxes[name])
        if name in _HELPED:
            button = QuietButton(_(_HELPED[name]), None, self, icon_name="bulb")
            button.clicked.connect(partial(self._help, name, button))
            self._helpers.append(button)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return cell

    def _arrange(self, columns: int) -> None:
        """Set the fields in one column or two."""
        if columns == self._columns:
            return
        self._columns = columns
        for place, cell in enumerate(self._cells):
            self._grid.removeWidget(cell)
            self._grid.addWidget(cell, place // columns, place % columns)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, columns - 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(2 if self.width() >= theme().px(_TWO_COLUMNS) else 1)

    @override
    def minimumSizeHint(self) -> QSize:
        # By itself it would never become narrow enough for one column.
        return QSize(theme().px(220), super().minimumSizeHint().height())

    def _box(self, field: Field, level: Field | None) -> FieldBox:
        box = FieldBox(field, level, self)
        box.committed.connect(partial(self._commit, box))
        box.open_asked.connect(self._context.reveal)
        if field.kind is FieldKind.REFERENCE:
            box.offer_later(lambda: self._names)
        if field.kind is FieldKind.LONG_TEXT:
            box.explain(_(field.help))
            watch(box, is_feeling=field.name == "feeling")
        return box

    def begin(self, given: Mapping[str, Any], names: Mapping[str, str]) -> None:
        """Begin a draft with what is known of it."""
        self._draft = {"difficulty_id": self._difficulty, **given}
        self._names = names
        for name, box in self.boxes.items():
            box.show_value(self._draft.get(name), OSBD.field(LEVEL_FIELD).default, labels=names)

    def show_row(
        self, row: Mapping[str, Any], names: Mapping[str, str], *, read_only: bool
    ) -> None:
        """Show the message as it is now; what is being typed stays."""
        self._names = names
        for name, box in self.boxes.items():
            box.show_value(row[name], row[LEVEL_FIELD], labels=names)
            box.set_read_only(read_only)
            box.setVisible(not read_only or bool(row[name]))
        self._remove.setVisible(not read_only)
        for button in self._helpers:
            button.setVisible(not read_only)

    def _commit(self, box: FieldBox, field: Field, typed: object) -> None:
        if self.key:
            place = Place(OSBD, self.key, self._names)
            taken = commit(self._context, place, box, field, typed)
            if taken and field.name == OSBD.caucus_field:
                self.boxes["observation"].retry_level()
            return
        try:
            self._draft[field.name] = read_typed(field, typed, self._names)
        except InvalidValueError as error:
            box.refuse(sentence(error))
            return
        box.forgive()
        if self._draft.get("observation") and self._draft.get("actor_id"):
            self._keep()

    def _keep(self) -> None:
        """Make the draft a message, as one step; whoever holds it adopts it meanwhile."""
        self.is_being_kept = True
        key, problem = work.create(self._context.document, OSBD, self._draft)
        self.is_being_kept = False
        self.key = key
        if problem:
            self.boxes["observation"].refuse(problem)

    def _take_away(self) -> None:
        if not self.key:
            self.dropped.emit()
        elif not work.remove(self._context.document, OSBD, [self.key]):
            self._context.toast(_("Message deleted"), True)

    def _help(self, name: str, button: QuietButton) -> None:
        """Offer words to write into a step."""
        words = osbd_helpers()
        menu = Menu("", self)
        groups: Sequence[tuple[str, Sequence[str]]] = ((_("Needs"), words.needs),)
        if name == "feeling":
            groups = (
                (_("When a need is not met"), words.unpleasant),
                (_("When a need is met"), words.pleasant),
            )
        for title, listed in groups:
            part = menu if len(groups) == 1 else Menu(title, menu)
            if part is not menu:
                menu.addMenu(part)
            for word in listed:
                part.addAction(word).triggered.connect(partial(self._insert, name, word))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _insert(self, name: str, word: str, _checked: bool = False) -> None:
        editor = self.boxes[name].input
        if not isinstance(editor, LongInput):
            return
        before = str(editor.typed()).rstrip()
        editor.show_typed(f"{before}, {word}" if before else word)
        self.boxes[name].commit_typed()
        editor.setFocus()
