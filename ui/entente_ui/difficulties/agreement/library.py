"""The models of clauses: ours to begin with, and those of the mediator."""

from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from entente.domain.agreement import CLAUSE_TEMPLATE, ENTRY, KIND_LABELS, SETTLEMENT
from entente.domain.clauses import Blank, fill
from entente.domain.text import fold
from entente.i18n import _
from entente.services import clauses, records
from entente.services.clauses import Model
from entente.store.session import Session
from entente_ui.difficulties.agreement.wording import broken_words
from entente_ui.formats import labelled, quoted
from entente_ui.kit import (
    PlainLabel,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
    Segments,
    dress_list,
    sized,
    spaced,
)
from entente_ui.pane import Context
from entente_ui.registers import work

_BREAKS: Final = {0x2029: "\n", 0x2028: "\n"}


class LibraryDialog(QDialog):
    """The models of each kind of agreement; one of ours that is changed becomes one's own."""

    def __init__(self, context: Context, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._models: tuple[Model, ...] = ()
        self.setWindowTitle(_("Model clauses"))
        choices = [(each, _(KIND_LABELS[each]).capitalize()) for each in (ENTRY, SETTLEMENT)]
        self.kinds = Segments(choices, kind, self)
        self.list = dress_list(QListWidget(self))
        self.list.setAccessibleName(_("Model clauses"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.heading = QLineEdit(self)
        self.heading.setAccessibleName(_("Heading"))
        self.text = QPlainTextEdit(self)
        self.text.setAccessibleName(_("Text"))
        self.text.setTabChangesFocus(True)
        self.usual = QCheckBox(_("Proposed at once"), self)
        self.problem = PlainLabel("", "error", self, wrap=True)
        self._remove = QuietButton(_("Back to the model shipped"), self.remove, self)
        self._build()
        self.kinds.chosen.connect(lambda _kind: self.refresh())
        self.list.currentRowChanged.connect(self._show)
        self.text.textChanged.connect(self._check)
        self.refresh()

    def _build(self) -> None:
        fields = labelled(_("Fields"), ", ".join(f"{{{blank.value}}}" for blank in Blank))
        left = spaced(QVBoxLayout(), 0, 8)
        left.addWidget(self.list, 1)
        left.addWidget(SecondaryButton(_("New model"), self.begin_new, self, icon_name="plus"))
        right = spaced(QVBoxLayout(), 0, 8)
        right.addWidget(PlainLabel(_("Heading"), "field", self))
        right.addWidget(self.heading)
        right.addWidget(PlainLabel(_("Text"), "field", self))
        right.addWidget(self.text, 1)
        right.addWidget(self.problem)
        right.addWidget(PlainLabel(fields, "small", self, wrap=True))
        right.addWidget(self.usual)
        foot = spaced(QHBoxLayout(), 0, 8)
        foot.addWidget(self._remove)
        foot.addStretch(1)
        foot.addWidget(SecondaryButton(_("Close"), self.accept, self))
        foot.addWidget(PrimaryButton(_("Keep as my model"), self.keep, self))
        right.addLayout(foot)
        sides = spaced(QHBoxLayout(), 0, 16)
        sides.addLayout(left, 2)
        sides.addLayout(right, 3)
        whole = spaced(QVBoxLayout(self), 20, 12)
        whole.addWidget(self.kinds)
        whole.addLayout(sides, 1)
        sized(self.list, width=330)
        self.resize(self.sizeHint().expandedTo(self.minimumSizeHint()) * 1.4)

    @property
    def model(self) -> Model | None:
        """The model chosen, None for a new one."""
        row = self.list.currentRow()
        return self._models[row] if 0 <= row < len(self._models) else None

    def refresh(self, heading: str = "") -> None:
        """Read the models again and go to one, by its heading."""
        kind = self.kinds.current
        self._models = self._context.document.read(lambda s: clauses.library(s, kind))
        self.list.clear()
        mine = _("mine")
        for model in self._models:
            self.list.addItem(f"{model.heading} ({mine})" if model.key else model.heading)
        rows = [row for row, each in enumerate(self._models) if fold(each.heading) == fold(heading)]
        self.list.setCurrentRow(rows[0] if rows else 0)

    @Slot(int)
    def _show(self, _row: int = 0) -> None:
        model = self.model
        self.heading.setText(model.heading if model else "")
        self.text.setPlainText(model.text if model else "")
        self.usual.setChecked(model.usual if model else True)
        self._remove.setVisible(bool(model and model.key))

    def begin_new(self) -> None:
        """Empty the fields for a model there is not yet."""
        self.list.setCurrentRow(-1)
        self._show()
        self.heading.setFocus()

    def _check(self) -> None:
        self.problem.setText(broken_words(fill(self.text.toPlainText(), {})))
        self.problem.setVisible(bool(self.problem.text()))

    def keep(self) -> None:
        """Keep what is written as a model of one's own."""
        heading, kind = self.heading.text().strip(), self.kinds.current
        values = {
            "heading": heading,
            "text": self.text.document().toRawText().translate(_BREAKS).strip(),
            "usual": self.usual.isChecked(),
        }
        label = _("Keep the model {name}").format(name=quoted(heading))
        own = self.model.key if self.model else ""

        def act(session: Session) -> None:
            clauses.keep_model(session, kind, values, own)

        problem = work.attempt(self._context.document, label, act)
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        if not problem:
            self.refresh(heading)

    def remove(self) -> None:
        """Drop one's own model; ours with its heading comes back, if there is one."""
        model = self.model
        if model is None or not model.key:
            return
        key, label = model.key, _("Drop the model {name}").format(name=quoted(model.heading))
        self._context.document.run(label, lambda s: records.remove(s, CLAUSE_TEMPLATE, key))
        self.refresh(model.heading)
