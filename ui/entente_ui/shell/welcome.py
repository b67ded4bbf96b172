"""The page that greets: recent missions, the example, a new mission."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from entente.i18n import _
from entente_ui.actions import Actions
from entente_ui.kit import (
    Card,
    Drawing,
    ElidedLabel,
    IconButton,
    LinkButton,
    PlainLabel,
    PrimaryButton,
    ScrollArea,
    SecondaryButton,
    sized,
    spaced,
)
from entente_ui.look.icons import IconName
from entente_ui.settings import Preferences


class WelcomePage(QWidget):
    """Where one begins.

    Signals:
        chosen: Emitted with the path of a recent mission.
    """

    chosen = Signal(Path)

    def __init__(
        self, actions: Actions, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._preferences = preferences
        columns = spaced(QHBoxLayout(), 0, 56)
        columns.addStretch(1)
        columns.addLayout(self._greeting())
        self._recent = spaced(QVBoxLayout(), 0, 8)
        columns.addLayout(self._recent)
        columns.addStretch(1)
        content = QWidget(self)
        content.setProperty("page", "true")
        area = ScrollArea(content, self)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        spaced(QVBoxLayout(self), 0, 0).addWidget(area)
        outer = spaced(QVBoxLayout(content), 32, 16)
        outer.addStretch(2)
        outer.addLayout(columns)
        outer.addStretch(3)
        preferences.recent_changed.connect(self._list_recent)
        self._list_recent()

    def _greeting(self) -> QVBoxLayout:
        column = spaced(QVBoxLayout(), 0, 10)
        left = Qt.AlignmentFlag.AlignLeft
        column.addWidget(Drawing("welcome", self), 0, left)
        column.addWidget(PlainLabel("Entente", "display", self))
        told = PlainLabel(
            _(
                "The offline workbench of project mediators: who is there, what divides them, "
                "what was agreed. Everything stays in one encrypted file on this computer."
            ),
            "muted",
            self,
            wrap=True,
        )
        sized(told, width=380)
        column.addWidget(told)
        column.addSpacing(10)
        example = PrimaryButton(
            _("Open the example"), self._actions["example"].trigger, self, icon_name=IconName.BOOK
        )
        column.addWidget(example, 0, left)
        hint = PlainLabel(
            _("Mission CONFLUENT: invented people, a real-life project, a copy of your own."),
            "small",
            self,
            wrap=True,
        )
        sized(hint, width=380)
        column.addWidget(hint)
        column.addSpacing(6)
        row = spaced(QHBoxLayout(), 0, 8)
        row.addWidget(
            SecondaryButton(
                _("New mission…"), self._actions["new"].trigger, self, icon_name=IconName.FILE_PLUS
            )
        )
        row.addWidget(
            SecondaryButton(
                _("Open…"), self._actions["open"].trigger, self, icon_name=IconName.FOLDER_OPEN
            )
        )
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(
            LinkButton(
                _("A file received from somebody…"), self._actions["received"].trigger, self
            ),
            0,
            left,
        )
        column.addStretch(1)
        self.setFocusProxy(example)
        return column

    def _list_recent(self) -> None:
        _empty(self._recent)
        title = PlainLabel(_("Recent missions"), "section", self)
        sized(title, width=440)
        self._recent.addWidget(title)
        paths = self._preferences.recent
        for path in paths:
            self._recent.addWidget(self._card(path))
        if not paths:
            told = (
                _("The missions you open are listed here. You can also drop a file here.")
                if self._preferences.keeps_recent
                else _("Opened missions are not remembered: so you chose in the settings.")
            )
            self._recent.addWidget(PlainLabel(told, "muted", self, wrap=True))
        self._recent.addStretch(1)

    def _card(self, path: Path) -> QWidget:
        missing = not path.exists()
        card = Card("", self, clickable=not missing)
        sized(card, width=440)
        card.setAccessibleName(path.stem)
        row = spaced(QHBoxLayout(), 0, 8)
        words = spaced(QVBoxLayout(), 0, 2)
        words.addWidget(ElidedLabel(path.stem, "muted" if missing else "strong", card))
        where = str(path.parent)
        if missing:
            where = _("No longer there: {folder}").format(folder=where)
        words.addWidget(ElidedLabel(where, "small", card, mode=Qt.TextElideMode.ElideMiddle))
        row.addLayout(words, 1)
        forget = IconButton(
            IconName.X,
            _("Take {name} off the list").format(name=path.stem),
            lambda: self._preferences.forget(path),
            card,
        )
        row.addWidget(forget, 0, Qt.AlignmentFlag.AlignVCenter)
        card.body.addLayout(row)
        card.clicked.connect(lambda: self.chosen.emit(path))
        return card


def _empty(layout: QVBoxLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
