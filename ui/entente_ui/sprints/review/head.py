"""What stands above a review: of which sprint, who will read it, what is made of it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.confidentiality import Level
from entente.domain.records import LEVEL_FIELD
from entente.domain.review import REVIEW_NOTE
from entente.i18n import _
from entente.services.reviews import Review
from entente_ui.kit import (
    FlowLayout,
    PlainLabel,
    PrimaryButton,
    SearchField,
    SecondaryButton,
    sized,
    spaced,
    tab_order,
    tooltip,
)
from entente_ui.look.theme import theme
from entente_ui.registers.choices import ChoiceInput
from entente_ui.sprints.review.words import READERS, sprint_words

#: Px at 100 % of the field that looks for words, and at most of the list of sprints.
_WORDS: Final = 180
_SPRINTS: Final = 280
#: Px at 100 % of width below which the field goes up to the buttons.
_NARROW: Final = 560


class ReviewHead(QWidget):
    """Chooses the sprint and the readers, and offers what a review leads to.

    Attributes:
        sprints: The sprints, the latest first.
        level: Who may read what is noted.
        words: What is looked for.

    Signals:
        turned: Emitted with the key of the sprint that is chosen.
        searched: Emitted when other words are looked for.
        reported: Emitted when the progress report is asked for.
        drafted: Emitted when the next sprint is to be drafted.
    """

    turned = Signal(str)
    searched = Signal()
    reported = Signal()
    drafted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sprints = QComboBox(self)
        self.sprints.setAccessibleName(_("Sprint looked back on"))
        self.sprints.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.sprints.view().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.level = ChoiceInput(REVIEW_NOTE.field(LEVEL_FIELD), self)
        self.level.show_value(Level.MEDIATOR.value)
        self.level.setAccessibleName(_("Who may read it"))
        self.level.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.readers = PlainLabel("", "muted", self, wrap=True)
        self.words = SearchField(_("Words, names"), self)
        sized(self.words, width=_WORDS)
        self.report = SecondaryButton(
            _("Progress report"), self.reported.emit, self, icon_name="file-text"
        )
        self.draft = PrimaryButton(_("Draft the next sprint"), self.drafted.emit, self)
        tooltip(
            self.draft,
            _("Takes what stands under “Next cycle” into the next sprint, advice left aside."),
        )
        self._is_narrow = False
        self._lay_out()
        self.sprints.activated.connect(self._turn)
        self.level.currentIndexChanged.connect(self._tell_readers)
        self.words.searched.connect(lambda _words: self.searched.emit())
        theme().changed.connect(self._fit)
        self._fit()
        self._tell_readers()

    def _fit(self) -> None:
        self.sprints.setMaximumWidth(theme().px(_SPRINTS))

    def _lay_out(self) -> None:
        self._first, self._second = spaced(FlowLayout(), 0, 8), spaced(QHBoxLayout(), 0, 10)
        for widget in (self.sprints, self.report, self.draft):
            self._first.addWidget(widget)
        self._second.addWidget(self.level)
        self._second.addWidget(self.readers, 99)
        self._second.addStretch(1)
        self._second.addWidget(self.words)
        layout = spaced(QVBoxLayout(self), 0, 6)
        layout.addLayout(self._first)
        layout.addLayout(self._second)
        tab_order(self.sprints, self.report, self.draft, self.level, self.words)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < theme().px(_NARROW)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            # What is said of the readers needs the room.
            here, there = self._second, self._first
            (here if is_narrow else there).removeWidget(self.words)
            (there if is_narrow else here).addWidget(self.words)

    @property
    def chosen_level(self) -> str:
        """Who may read what is noted."""
        return str(self.level.typed() or Level.MEDIATOR.value)

    def show_review(
        self, found: Review, sprints: Sequence[tuple[str, str]], *, is_presenting: bool
    ) -> None:
        """Show which sprint is looked back on, and what can be done.

        Args:
            found: Its review.
            sprints: Key and name of each, the latest first.
            is_presenting: Whether others look at the screen.
        """
        self.sprints.clear()
        for key, name in sprints:
            self.sprints.addItem(name, key)
        if found.sprint is not None:
            self.sprints.setCurrentIndex(self.sprints.findData(found.sprint.id))
            tooltip(self.sprints, sprint_words(found.sprint))
        for widget in (self.level, self.readers, self.draft):
            widget.setVisible(not is_presenting)

    @Slot()
    def _turn(self) -> None:
        self.turned.emit(str(self.sprints.currentData()))

    @Slot()
    def _tell_readers(self) -> None:
        self.readers.setText(_(READERS.get(self.chosen_level, "")))
