"""Choosing among the risks that projects like this one have met."""

from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from entente.i18n import _, ngettext
from entente.services import risk_sets
from entente.services.risk_sets import Model, RiskSet
from entente_ui.formats import number
from entente_ui.kit import PlainLabel, PrimaryButton, ScrollArea, WrappingSegments, spaced
from entente_ui.kit.ticking import TickRow, fit_dialog, tick_foot
from entente_ui.pane import Context

_PAGE: Final = 760
_HEIGHT: Final = 600


class SetsDialog(QDialog):
    """The sets above, the risks of one below; all that is ticked is one step.

    Attributes:
        sets: Which set is shown.
        rows: The risks of each set, by its key.
        add_button: Adds what is ticked.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._library = context.document.read(risk_sets.library)
        self.setWindowTitle(_("Starter sets of risks"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        choices = [(each.key, each.title) for each in self._library]
        self.sets = WrappingSegments(choices, "", self)
        self.sets.setAccessibleName(_("Starter sets of risks"))
        self.rows: dict[str, list[TickRow[Model]]] = {}
        self._pages = QStackedWidget(self)
        self.add_button = PrimaryButton("", self.add, self)
        self._build()
        self.sets.chosen.connect(self.show_set)
        self._count()

    @property
    def ticked(self) -> list[Model]:
        """What is to be added, of all sets."""
        rows = [row for each in self.rows.values() for row in each]
        return [row.thing for row in rows if row.box.isChecked()]

    def show_set(self, key: str) -> None:
        """Show the risks of another set."""
        self.sets.set_current(key)
        self._pages.setCurrentIndex([each.key for each in self._library].index(key))

    def tick(self, *, on: bool) -> None:
        """Tick all of the set that is shown, or none of it."""
        for row in self.rows[self.sets.current]:
            row.tick(on=on)

    def add(self) -> None:
        """Add what is ticked, as one step."""
        models, added = self.ticked, list[str]()
        document = self._context.document
        if not models or document.is_presenting:
            return
        label = _("Add risks from a starter set")
        if document.run(label, lambda s: added.extend(risk_sets.add(s, models))):
            text = ngettext("{count} risk added", "{count} risks added", len(added))
            self._context.toast(text.format(count=number(len(added))), True)
            self.accept()

    def _build(self) -> None:
        for each in self._library:
            self._pages.addWidget(self._page(each))
        hint = _("Pick a set, keep what may happen here; what is there already is not ticked.")
        whole = spaced(QVBoxLayout(self), 20, 12)
        whole.addWidget(PlainLabel(_("Starter sets of risks"), "heading", self))
        whole.addWidget(PlainLabel(hint, "muted", self, wrap=True))
        whole.addWidget(self.sets)
        whole.addWidget(self._pages, 1)
        whole.addLayout(tick_foot(self, lambda on: self.tick(on=on), self.add_button))
        fit_dialog(self, _PAGE, _HEIGHT)

    def _page(self, found: RiskSet) -> ScrollArea:
        page = QWidget(self)
        page.setProperty("page", "true")
        column = spaced(QVBoxLayout(page), (0, 0, 12, 0), 12)
        column.addWidget(PlainLabel(found.about, "body", page, wrap=True))
        rows = self.rows[found.key] = [_row(model, page) for model in found.models]
        for row in rows:
            row.box.toggled.connect(self._count)
            column.addWidget(row)
        column.addStretch(1)
        return ScrollArea(page, self, name=found.title)

    @Slot()
    def _count(self) -> None:
        count = len(self.ticked)
        text = ngettext("Add {count} risk", "Add {count} risks", count)
        self.add_button.setText(text.format(count=number(count)))
        self.add_button.setEnabled(bool(count))


def _row(model: Model, parent: QWidget) -> TickRow[Model]:
    """Return the row of a risk, with its cause and its effect."""
    # A chain of cause and effect, as the register tells it.
    told = _("already noted") if model.is_there else f"{model.cause} → {model.effect}"
    return TickRow(model, model.event, told, parent, is_there=model.is_there)
