"""One kind of record in the inspector: its head, its form, what hangs on it, its past."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from entente.domain.records import Field, RecordType
from entente.i18n import _, ngettext
from entente.services import sheets
from entente.services.sheets import Common, Sheet
from entente_ui.formats import number, short_date
from entente_ui.kit import ScrollArea, spaced
from entente_ui.registers.box import SEVERAL
from entente_ui.registers.columns import Labels, LabelsByKind
from entente_ui.registers.form import Form
from entente_ui.registers.head import Head
from entente_ui.registers.linking import LinkSection, other_kinds
from entente_ui.registers.parts import PartList
from entente_ui.registers.past import PastList, PastStep
from entente_ui.registers.trail import Trail

_MARGIN: Final = 16


class Page(QWidget):
    """Shows records of one kind.

    Attributes:
        form: The fields.
        trail: The dated ratings, None for a kind that has none.
        parts: Lists of what points to the record, by the name of their kind.
        links: What is linked with it, None for a kind that never is.
        past: The list of what became of it.

    Signals:
        committed: Emitted with a field and what was typed or chosen.
        open_asked: Emitted with the kind and key of a record to go to.
        back_asked: Emitted when the way back is pressed.
        past_asked: Emitted when the past comes into view and is not yet known.
    """

    committed = Signal(object, object)
    open_asked = Signal(str, str)
    back_asked = Signal()
    past_asked = Signal()

    def __init__(
        self,
        record_type: RecordType,
        offer: Callable[[str], Labels],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.record_type = record_type
        self._offer = offer
        self.head = Head(record_type, self.back_asked.emit, self)
        self.tabs = QTabWidget(self)
        # Parts are made where they stay: one that is moved later has its style worked out anew.
        sheet, past = (self._add_tab(name) for name in (_("Record"), _("History")))
        self.form = Form(record_type, sheet)
        self.form.committed.connect(self.committed)
        self.form.open_asked.connect(self.open_asked)
        self.trail = Trail(record_type, self.form) if record_type.dated else None
        self.parts = _part_lists(record_type, sheet)
        kinds = other_kinds(record_type)
        self.links = LinkSection(kinds, offer, sheet) if kinds else None
        self.past = PastList(past)
        self._past_is_known = False
        self._keys: tuple[str, ...] = ()
        self._fill(sheet, self.form, *self.parts.values(), self.links)
        self._fill(past, self.past)
        if self.trail is not None:
            self.form.after_ratings.addWidget(self.trail)
        self.tabs.currentChanged.connect(lambda _tab: self._ask_past())
        top = spaced(QVBoxLayout(), (_MARGIN, 16, _MARGIN, 8), 0)
        top.addWidget(self.head)
        layout = spaced(QVBoxLayout(self), 0, 0)
        layout.addLayout(top)
        layout.addWidget(self.tabs, 1)

    def show_sheet(self, sheet: Sheet, *, read_only: bool) -> None:
        """Show one record."""
        self._turn_to((sheet.key,))
        self.head.show_record(sheet.values, sheet.names)
        self.form.show_values(sheet.values, sheet.names, _since(sheet), self._offer)
        self.form.set_read_only(read_only)
        if self.trail is not None:
            self.trail.show_ratings(sheet.ratings, read_only=read_only)
        for kind, part in self.parts.items():
            found = [one for one in sheet.referrers if one.record_type.name == kind]
            part.show_records(found, sheet.names, read_only=read_only)
        self.tabs.setTabVisible(1, True)
        self._forget_past()

    def show_several(self, keys: Sequence[str], common: Common, names: LabelsByKind) -> None:
        """Show what several records have in common.

        Args:
            keys: Which they are.
            common: What they have in common.
            names: Names of the records that the values point to, by kind and key.
        """
        self._turn_to(keys)
        count = len(keys)
        text = ngettext("{count} record", "{count} records", count).format(count=number(count))
        self.head.show_several(text)
        values = dict(common.values) | dict.fromkeys(common.differing, SEVERAL)
        self.form.show_values(values, names, {}, self._offer)
        self.form.set_read_only(False)
        if self.trail is not None:
            self.trail.hide()
        for part in self.parts.values():
            part.hide()
        if self.links is not None:
            self.links.hide()
        self.tabs.setCurrentIndex(0)
        self.tabs.setTabVisible(1, False)

    def show_past(self, steps: list[PastStep]) -> None:
        """Show what became of the record."""
        self._past_is_known = True
        self.past.show_past(steps)

    def conceal_past(self) -> None:
        """Say that the past is not for others' eyes: steps are named after people."""
        self._past_is_known = True
        self.past.say(_("Hidden during a presentation."))

    def commit_typed(self) -> None:
        """Take what is being typed, as if the focus had left."""
        self.form.commit_typed()
        if self.trail is not None:
            self.trail.commit_typed()

    def _add_tab(self, name: str) -> QWidget:
        """Add a tab that scrolls, and return what is to be filled."""
        area = ScrollArea(parent=self.tabs, name=name)
        self.tabs.addTab(area, name)
        content = QWidget(area)
        content.setProperty("page", "true")
        area.setWidget(content)
        return content

    @staticmethod
    def _fill(content: QWidget, *widgets: QWidget | None) -> None:
        """Put widgets below one another."""
        layout = spaced(QVBoxLayout(content), (_MARGIN, 12, _MARGIN, 20), 14)
        for widget in filter(None, widgets):
            layout.addWidget(widget)
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _turn_to(self, keys: Sequence[str]) -> None:
        """Forget what was typed and not taken, once other records are shown."""
        if tuple(keys) != self._keys:
            self._keys = tuple(keys)
            self.form.forgive()
            if self.trail is not None:
                self.trail.forgive()

    def _forget_past(self) -> None:
        self._past_is_known = False
        self._ask_past()

    def _ask_past(self) -> None:
        if self.tabs.currentIndex() == 1 and not self._past_is_known:
            self.past_asked.emit()


def _part_lists(record_type: RecordType, parent: QWidget) -> dict[str, PartList]:
    """Lists for every kind that points here: its parts first, then what only mentions it."""
    fields: dict[str, list[Field]] = {}
    kinds: dict[str, RecordType] = {}
    for other, field in sheets.references_to(record_type):
        fields.setdefault(other.name, []).append(field)
        kinds[other.name] = other
    ordered = sorted(fields, key=lambda name: not any(field.owned for field in fields[name]))
    return {name: PartList(kinds[name], fields[name], parent) for name in ordered}


def _since(sheet: Sheet) -> dict[str, str]:
    """Since when each dated value is what it is."""
    notes = {}
    for field in sheet.record_type.dated:
        since = None
        for rating in reversed(sheet.ratings):
            if rating.values.get(field.name) != sheet.values.get(field.name):
                break
            since = rating.dated_on
        if since is not None and sheet.values.get(field.name) is not None:
            notes[field.name] = short_date(since)
    return notes
