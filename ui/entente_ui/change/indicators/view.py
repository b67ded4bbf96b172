"""The tab of the indicators: their board, the use of tools, how fast they are taken up."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.catalogue import RECORD_TYPES
from entente.domain.change.impact import FUNCTIONAL_GROUP
from entente.domain.change.progress import (
    ADOPTION,
    BUILT_IN_LABELS,
    CHANGE_INDICATOR,
    INDICATOR_READING,
    USAGE_CHECK,
)
from entente.domain.confidentiality import Audience
from entente.i18n import _, ngettext
from entente.services import indicator_edits, indicators, presentation, usage
from entente.services.calendar import day_of
from entente.services.indicators import Adoption, Indicator
from entente.services.usage import Use
from entente.store.session import Session
from entente_ui.change.indicators.adoption_part import AdoptionPart
from entente_ui.change.indicators.board import IndicatorCards
from entente_ui.change.indicators.deeds import Deeds
from entente_ui.change.indicators.use_part import UsePart
from entente_ui.formats import number
from entente_ui.kit import (
    FlowLayout,
    IconButton,
    Menu,
    ScrollArea,
    SecondaryButton,
    make_action,
    spaced,
)
from entente_ui.pane import Context, Selection, paper
from entente_ui.pane_view import ReadingView

_PAPER: Final = "change"
#: What the indicators that are worked out are worked out from.
_SOURCES: Final = (
    *("decision", "commitment", "ambassador", "sharing", "impact", "skill_transfer"),
    *("term", "meaning", "relation", "sprint", "actor"),
)


@dataclass(frozen=True, slots=True)
class _Read:
    day: dt.date
    indicators: tuple[Indicator, ...]
    uses: tuple[Use, ...]
    adoptions: tuple[Adoption, ...]
    rows: Mapping[str, Sequence[Mapping[str, Any]]]


def _read(session: Session, viewer: Audience) -> _Read:
    kinds = (CHANGE_INDICATOR, USAGE_CHECK, ADOPTION)
    return _Read(
        day_of(session),
        indicators.indicators(session, viewer),
        usage.uses(session, viewer),
        indicators.adoptions(session, viewer),
        {kind.name: presentation.table_for(session, kind, viewer).dicts() for kind in kinds},
    )


def _tables() -> frozenset[str]:
    """Return the tables of all that is told here, those of dated fields among them."""
    own = (CHANGE_INDICATOR, INDICATOR_READING, USAGE_CHECK, ADOPTION, FUNCTIONAL_GROUP)
    kinds = [*own, *(RECORD_TYPES[name] for name in _SOURCES)]
    rated = (kind.rating_name for kind in kinds if kind.dated)
    return frozenset({*(kind.name for kind in kinds), *rated})


class IndicatorsView(ReadingView):
    """What is counted of the change.

    Attributes:
        board: The indicators.
        use: Whether tools are useful, usable and used.
        adoption: How fast they are taken up.
    """

    name = "indicators"
    tables = _tables()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._found: _Read | None = None
        self.deeds = Deeds(context)
        self.board = IndicatorCards(context, self.deeds, self)
        self.use = UsePart(context, self.deeds, self._say, self)
        self.adoption = AdoptionPart(context, self.deeds, self._say, self)
        self.worked_out = SecondaryButton(
            _("Add one that is worked out"), self.offer_built_in, self, icon_name="plus"
        )
        bar = spaced(FlowLayout(), 0, 8)
        bar.addWidget(self.worked_out)
        bar.addWidget(IconButton("file-text", _("The change on two pages"), self.print_out, self))
        page = QWidget(self)
        page.setProperty("page", "true")
        column = spaced(QVBoxLayout(page), (0, 0, 8, 16), 20)
        for part in (self.board, self.use, self.adoption):
            column.addWidget(part)
        column.addStretch(1)
        self._area = ScrollArea(page, self, name=_("Indicators"))
        whole = spaced(QVBoxLayout(self), (0, 8, 0, 0), 8)
        whole.addLayout(bar)
        whole.addWidget(self._area, 1)

    @property
    @override
    def status(self) -> str:
        count = len(self._found.indicators) if self._found else 0
        words = ngettext("{count} indicator", "{count} indicators", count)
        return words.format(count=number(count))

    @override
    def refresh(self) -> None:
        document = self.context.document
        found = self._found = document.read(partial(_read, viewer=document.viewer))
        locked = document.is_presenting
        self.worked_out.setVisible(not locked)
        labels = {FUNCTIONAL_GROUP.name: document.labels(FUNCTIONAL_GROUP)}
        rows = found.rows
        self.board.show_board(
            rows[CHANGE_INDICATOR.name], found.indicators, found.day, read_only=locked
        )
        self.use.show_uses(found.uses, rows[USAGE_CHECK.name], labels, read_only=locked)
        self.adoption.show_adoptions(found.adoptions, rows[ADOPTION.name], labels, read_only=locked)

    @override
    def add_record(self) -> bool:
        if not self.context.document.is_presenting:
            self.board.buttons[0].click()
        return True

    def offer_built_in(self) -> None:
        """Offer the indicators that are worked out and are not on the board yet."""
        if self.context.document.is_presenting:
            return
        offered = self.context.document.read(indicator_edits.missing_built_in)
        if not offered:
            self._say(_("All that are worked out are on the board."))
            return
        menu = Menu(_("Add one that is worked out"), self)
        menu.aboutToHide.connect(menu.deleteLater)
        for name in offered:
            words = _(BUILT_IN_LABELS[name])
            said = words[:1].upper() + words[1:]
            menu.addAction(make_action(menu, said, partial(self.deeds.add_built_in, name)))
        menu.popup(self.worked_out.mapToGlobal(QPoint(0, self.worked_out.height())))

    @override
    def offered(self) -> Sequence[QAction]:
        told = make_action(self, _("The change on two pages"), self.print_out, "file-text")
        if self.context.document.is_presenting:
            return (told,)
        add = make_action(self, _("Add an indicator"), self.add_record, "plus")
        worked = make_action(self, _("Add one that is worked out"), self.offer_built_in, "plus")
        return (add, worked, told)

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        self.read_now()
        if record_type == ADOPTION.name and not self.adoption.go_to(key):
            return False
        lists = {
            CHANGE_INDICATOR.name: self.board,
            USAGE_CHECK.name: self.use.checks,
            ADOPTION.name: self.adoption.counts,
        }
        card = lists[record_type].cards.get(key) if record_type in lists else None
        if card is None:
            return False
        self._area.ensureWidgetVisible(card)
        card.setFocus()
        self.selected.emit(Selection(RECORD_TYPES[record_type], (key,)))
        return True

    @override
    def focus_filter(self) -> None:
        card = next(iter(self.board.cards.values()), None)
        if card is not None:
            card.setFocus()

    @override
    def print_out(self) -> None:
        self.context.reveal(paper(_PAPER), "")

    @override
    def state(self) -> Mapping[str, Any]:
        return {"tool": self.adoption.choice.currentIndex()}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        self.read_now()
        place = state.get("tool")
        if isinstance(place, int) and 0 <= place < self.adoption.choice.count():
            self.adoption.choice.setCurrentIndex(place)
            self.adoption.choice.activated.emit(place)

    def _say(self, text: str) -> None:
        self.context.toast(text, False)
