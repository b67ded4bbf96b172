"""The page of the objectives: writing them, and what each mobilises for and against."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.mactor import Mobilisation
from entente.domain.objective import OBJECTIVE
from entente.domain.text import shorten
from entente.i18n import _
from entente.services import records
from entente.services.mactor import Aim
from entente_ui import formats
from entente_ui.actors.mactor.bars import Sides, TwoSidedBar
from entente_ui.actors.mactor.known import Known, Page
from entente_ui.actors.mactor.method import OBJECTIVES, Method
from entente_ui.actors.mactor.plane_page import clear, scrolled
from entente_ui.kit import IconButton, PlainLabel, PrimaryButton, sized, spaced
from entente_ui.look.theme import theme
from entente_ui.pane import Context

_REF: Final = 40


class AimsPage(Page):
    """The objectives with their bars; a new one is typed below the last.

    Attributes:
        new: Where a new objective is typed.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.new = QLineEdit(self)
        self._rows = QGridLayout()
        self._legend = PlainLabel("", "small", self, wrap=True)
        self._add = PrimaryButton(_("Add"), self._create, self, icon_name="plus")
        self._known: Known | None = None
        self._build()

    @override
    def show_known(self, known: Known) -> None:
        self._known = known
        clear(self._rows)
        for number, (aim, found) in enumerate(_with_mobilisation(known)):
            self._show_aim(2 * number, aim, found, known)
        self.new.setVisible(known.can_edit)
        self._add.setVisible(known.can_edit)
        self._legend.setVisible(bool(known.forces.aims))

    def _build(self) -> None:
        inner = QWidget(self)
        column = spaced(QVBoxLayout(inner), (0, 0, 8, 0), 8)
        column.addWidget(PlainLabel(_("What some want and others may not"), "section", inner))
        self._legend.setText(
            _(
                "To the right what is for, to the left, hatched, what is against; each stance "
                "counts with the weight of the actor who takes it."
            )
        )
        column.addWidget(self._legend)
        column.addLayout(spaced(self._rows, 0, 4))
        self._rows.setColumnStretch(1, 3)
        self._rows.setColumnStretch(2, 4)
        line = spaced(QHBoxLayout(), 0, 8)
        self.new.setPlaceholderText(_("A new objective, said without taking sides"))
        self.new.setAccessibleName(_("New objective"))
        self.new.returnPressed.connect(self._create)
        line.addWidget(self.new, 1)
        line.addWidget(self._add)
        column.addLayout(line)
        column.addWidget(Method(OBJECTIVES, inner))
        column.addStretch(1)
        spaced(QVBoxLayout(self), 0, 0).addWidget(scrolled(inner))

    def _show_aim(self, row: int, aim: Aim, found: Mobilisation, known: Known) -> None:
        ref = PlainLabel(aim.ref, "strong", self)
        sized(ref, width=_REF)
        name = _Name(aim.name, self)
        name.setReadOnly(not known.can_edit)
        name.setAccessibleName(_("Name of {ref}").format(ref=aim.ref))
        name.editingFinished.connect(partial(self._rename, aim, name))
        self._rows.addWidget(ref, row, 0)
        self._rows.addWidget(name, row, 1)
        self._rows.addWidget(TwoSidedBar(_told(aim, found), _sides(found, known), self), row, 2)
        if known.can_edit:
            said = _("Remove {name}").format(name=shorten(aim.name, 60))
            remove = IconButton("trash", said, partial(self._remove, aim), self)
            self._rows.addWidget(remove, row, 3)
        words = PlainLabel(_who(aim, known), "small", self, wrap=True)
        self._rows.addWidget(words, row + 1, 1, 1, 2, Qt.AlignmentFlag.AlignTop)
        self._rows.setRowMinimumHeight(row + 1, theme().px(26))

    def _create(self) -> None:
        name = self.new.text().strip()
        if not name:
            self.new.setFocus()
            return
        label = _("Add objective “{name}”").format(name=shorten(name, 60))
        action = partial(records.create, record_type=OBJECTIVE, values={"name": name})
        if self.context.document.run(label, action):
            self.new.clear()
            self.new.setFocus()

    def _rename(self, aim: Aim, field: QLineEdit) -> None:
        name = field.text().strip()
        if not name or name == aim.name:
            field.setText(aim.name)
            return
        label = _("Rename objective {ref}").format(ref=aim.ref)
        action = partial(records.change, record_type=OBJECTIVE, key=aim.key, values={"name": name})
        if not self.context.document.run(label, action):
            field.setText(aim.name)

    def _remove(self, aim: Aim) -> None:
        label = _("Remove objective {ref}").format(ref=aim.ref)
        action = partial(records.remove, record_type=OBJECTIVE, key=aim.key)
        if self.context.document.run(label, action):
            said = _("Objective {ref} removed, with the stances on it").format(ref=aim.ref)
            self.context.toast(said, True)


class _Name(QLineEdit):
    """A name that shows its beginning when it is longer than its field."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setCursorPosition(0)


def _with_mobilisation(known: Known) -> list[tuple[Aim, Mobilisation]]:
    found = known.analysis.mobilisation or (Mobilisation(0.0, 0.0),) * len(known.forces.aims)
    return list(zip(known.forces.aims, found, strict=True))


def _sides(found: Mobilisation, known: Known) -> Sides:
    most = max((max(each.pros, each.cons) for each in known.analysis.mobilisation), default=0.0)
    return Sides(
        found.pros,
        found.cons,
        most,
        formats.decimal(found.pros, 1),
        formats.decimal(found.cons, 1),
    )


def _told(aim: Aim, found: Mobilisation) -> str:
    return _("{name}: {pros} for, {cons} against").format(
        name=aim.name, pros=formats.decimal(found.pros, 1), cons=formats.decimal(found.cons, 1)
    )


def _who(aim: Aim, known: Known) -> str:
    """Return who is for and who is against, each with the stance taken."""
    sides: dict[bool, list[str]] = {True: [], False: []}
    unasked = 0
    for one in known.forces.participants:
        answer = known.forces.stances.get((one.key, aim.key))
        if answer is None or answer.value is None:
            unasked += 1
        elif answer.value:
            sides[answer.value > 0].append(f"{one.name} ({formats.signed(answer.value)})")
    parts = []
    if sides[True]:
        parts.append(formats.labelled(_("For"), ", ".join(sides[True])))
    if sides[False]:
        parts.append(formats.labelled(_("Against"), ", ".join(sides[False])))
    if unasked:
        parts.append(formats.labelled(_("Not asked yet"), formats.number(unasked)))
    return " · ".join(parts)
