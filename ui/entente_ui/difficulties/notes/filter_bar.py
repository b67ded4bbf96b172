"""Looking for notes: words, and below them what else they must be."""

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
    SearchField,
    SecondaryButton,
    Segments,
    sized,
    spaced,
    tooltip,
)
from entente_ui.kit.folded_filters import FoldedFilters, offer

_WORDS: Final = 240  # px at 100 %
_BOX: Final = 164
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
        self._folded = FoldedFilters(self.clear, _BOX, self)
        add = self._folded.add
        self.kind, self.actor, self.level = (
            add(_("Kind")),
            add(_("Said by")),
            add(_("Confidentiality")),
        )
        self.session, self.struck = add(_("Session")), add(_("Struck"))
        self.rest = add(_("The other notes"))
        self._build()
        self._fill_fixed()
        self.by.chosen.connect(self.arranged)
        self.words.searched.connect(lambda _words: self.changed.emit())
        self.cover.toggled.connect(self.lifted)
        self._folded.changed.connect(self.changed)

    def _build(self) -> None:
        first = spaced(FlowLayout(), 0, 8)
        first.addWidget(self.by)
        first.addWidget(self._folded.toggle)
        first.addWidget(self.cover)
        first.addWidget(self.words)
        sized(self.words, width=_WORDS)
        layout = spaced(QVBoxLayout(self), 0, 6)
        layout.addLayout(first)
        layout.addWidget(self._folded)

    @property
    def _boxes(self) -> tuple[QComboBox, ...]:
        return (self.kind, self.actor, self.level, self.session, self.struck, self.rest)

    def _fill_fixed(self) -> None:
        kinds = ((kind.value, sentence(_(label))) for kind, label in NOTE_LABELS.items())
        levels = ((level.value, sentence(_(label))) for level, label in LEVEL_LABELS.items())
        offer(self.kind, [(ANY, _("All kinds")), *kinds])
        offer(self.level, [(ANY, _("All levels")), *levels])
        struck = ((_STANDING, _("Not struck")), (_STRUCK, _("Struck")))
        offer(self.struck, [(ANY, _("Struck or not")), *struck])
        self.rest.addItem(_("Hide the others"), _HIDE)
        self.rest.addItem(_("Dim the others"), _DIM)

    def show_board(self, board: Board) -> None:
        """Offer the people and sessions of a board; what was chosen stays."""
        people = [(voice.id, voice_name(voice)) for voice in board.voices]
        nobody = (NOBODY, _("Nobody in particular"))
        offer(self.actor, [(ANY, _("All people")), *people, nobody])
        sessions = [(m.id, " · ".join(filter(None, (m.ref, m.title)))) for m in board.meetings]
        offer(self.session, [(ANY, _("All sessions")), *sessions, ("", _("No session"))])

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
