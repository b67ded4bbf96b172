"""Looking for notes: words, and below them what else they must be."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from entente.domain.confidentiality import LEVEL_LABELS
from entente.domain.note import NOTE_LABELS
from entente.domain.text import fold
from entente.i18n import _
from entente.services.notes import Board
from entente_ui.difficulties.notes.arrange import ANY, NOBODY, By, Wanted, sentence, voice_name
from entente_ui.kit import (
    FlowLayout,
    IconButton,
    QuietButton,
    SearchField,
    SecondaryButton,
    Segments,
    sized,
    spaced,
    tooltip,
)

_WORDS: Final = 240  # px at 100 %
_DIM, _HIDE = "dim", "hide"
_STANDING, _STRUCK = "standing", "struck"


class FilterBar(QWidget):
    """What the lanes stand for, what is looked for, and whether caucus notes are covered.

    Attributes:
        by: What the lanes stand for.
        words: Words looked for.
        cover: Pressed while caucus notes are shown.

    Signals:
        changed: Emitted when something else is looked for.
        arranged: Emitted with what the lanes stand for.
        lifted: Emitted with whether caucus notes are to be shown.
    """

    changed = Signal()
    arranged = Signal(str)
    lifted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        lanes = ((By.PARTY.value, _("By party")), (By.KIND.value, _("By kind")))
        self.by = Segments(lanes, parent=self)
        self.words = SearchField(_("Look for notes"), self)
        self.cover = SecondaryButton(_("Caucus notes"), None, self, icon_name="eye")
        self.cover.setCheckable(True)
        tooltip(self.cover, _("Show caucus notes until this page is left"))
        self._more = IconButton("filter", _("Filters"), self._fold, self, checkable=True)
        self.kind, self.actor, self.level = (
            self._choice(_("Kind")),
            self._choice(_("Said by")),
            (self._choice(_("Confidentiality"))),
        )
        self.session, self.struck = self._choice(_("Session")), self._choice(_("Struck"))
        self.rest = self._choice(_("The other notes"))
        self._folded = QWidget(self)
        self._build()
        self._fill_fixed()
        self.by.chosen.connect(self.arranged)
        self.words.searched.connect(lambda _words: self.changed.emit())
        self.cover.toggled.connect(self.lifted)

    def _build(self) -> None:
        first = spaced(FlowLayout(), 0, 8)
        first.addWidget(self.by)
        first.addWidget(self._more)
        first.addWidget(self.cover)
        first.addWidget(self.words)
        sized(self.words, width=_WORDS)
        flow = spaced(FlowLayout(self._folded), 0, 8)
        for box in self._boxes:
            flow.addWidget(box)
        flow.addWidget(QuietButton(_("Clear"), self.clear, self._folded, icon_name="x"))
        self._folded.hide()
        layout = spaced(QVBoxLayout(self), 0, 6)
        layout.addLayout(first)
        layout.addWidget(self._folded)

    @property
    def _boxes(self) -> tuple[QComboBox, ...]:
        return (self.kind, self.actor, self.level, self.session, self.struck, self.rest)

    def _choice(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        sized(box, width=164)
        box.activated.connect(self.changed)
        return box

    def _fill_fixed(self) -> None:
        kinds = ((kind.value, sentence(_(label))) for kind, label in NOTE_LABELS.items())
        levels = ((level.value, sentence(_(label))) for level, label in LEVEL_LABELS.items())
        _fill(self.kind, _("All kinds"), kinds)
        _fill(self.level, _("All levels"), levels)
        struck = ((_STANDING, _("Not struck")), (_STRUCK, _("Struck")))
        _fill(self.struck, _("Struck or not"), struck)
        self.rest.addItem(_("Hide the others"), _HIDE)
        self.rest.addItem(_("Dim the others"), _DIM)

    def show_board(self, board: Board) -> None:
        """Offer the people and sessions of a board; what was chosen stays."""
        people = [(voice.id, voice_name(voice)) for voice in board.voices]
        _fill(self.actor, _("All people"), [*people, (NOBODY, _("Nobody in particular"))])
        sessions = [(m.id, " · ".join(filter(None, (m.ref, m.title)))) for m in board.meetings]
        _fill(self.session, _("All sessions"), [*sessions, ("", _("No session"))])

    @property
    def wanted(self) -> Wanted:
        """What is looked for."""
        struck = self.struck.currentData()
        return Wanted(
            tuple(fold(self.words.text()).split()),
            self.kind.currentData(),
            self.actor.currentData(),
            self.level.currentData(),
            self.session.currentData(),
            None if struck == ANY else struck == _STRUCK,
        )

    @property
    def hides(self) -> bool:
        """Whether notes that are not looked for are hidden; else they are dimmed."""
        return bool(self.rest.currentData() == _HIDE)

    def clear(self) -> None:
        """Look for everything."""
        self.words.clear()
        for box in self._boxes[:-1]:
            box.setCurrentIndex(0)
        self.changed.emit()

    def _fold(self) -> None:
        self._folded.setVisible(self._more.isChecked())

    def state(self) -> dict[str, str]:
        """Return what was chosen, without the words."""
        names = ("kind", "actor", "level", "session", "struck", "rest")
        chosen = {name: box.currentData() for name, box in zip(names, self._boxes, strict=True)}
        return {**chosen, "by": self.by.current}

    def restore(self, state: dict[str, str]) -> None:
        """Choose what `state` gave, as far as it is still there."""
        for name in ("kind", "actor", "level", "session", "struck", "rest"):
            box = getattr(self, name)
            box.setCurrentIndex(max(0, box.findData(state.get(name, ANY))))
        by = state.get("by", By.PARTY.value)
        self.by.set_current(by if by in {each.value for each in By} else By.PARTY.value)


def _fill(box: QComboBox, everything: str, choices: Iterable[tuple[str, str]]) -> None:
    chosen = box.currentData()
    box.clear()
    box.addItem(everything, ANY)
    for value, words in choices:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
