"""Who passes the filter of the bar, and what that does to the sheet and the lists."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from entente.domain.actor import Camp
from entente.domain.text import fold
from entente.i18n import _, ngettext
from entente_ui import formats
from entente_ui.actors.data import Person
from entente_ui.actors.filtering import GridFilter

if TYPE_CHECKING:
    from entente_ui.actors.grid_tab import GridTab


class Sieve(QObject):
    """Lets those step back whom nobody looks for."""

    def __init__(self, tab: "GridTab") -> None:
        super().__init__(tab)
        self._tab = tab
        self._chosen = GridFilter()
        tab.bar.search.searched.connect(lambda _words: self.sift())
        tab.bar.legend.chosen.connect(lambda _camps: self.sift())

    @property
    def admitted(self) -> Sequence[Person]:
        """Those who pass, wherever they stand."""
        return [person for person in self._tab.data.people if self.admits(person)]

    @property
    def words(self) -> str:
        """How many are on the grid, or pass."""
        placed = self._tab.data.placed
        if self._chosen:
            shown = sum(map(self.admits, placed))
            return _("{shown} of {total}").format(
                shown=formats.number(shown), total=formats.number(len(placed))
            )
        text = ngettext("{count} on the grid", "{count} on the grid", len(placed))
        return text.format(count=formats.number(len(placed)))

    def admits(self, person: Person) -> bool:
        """Return whether somebody passes."""
        return self._chosen.admits(person)

    def sift(self) -> None:
        """Read the filter, and show who passes."""
        tab = self._tab
        words = tuple(fold(tab.bar.search.text()).split())
        self._chosen = GridFilter(words, tab.bar.legend.camps)
        unmatched = [p.key for p in tab.data.placed if not self.admits(p)]
        tab.view.board.dim(unmatched if self._chosen else ())
        shown = self.admitted
        tab.side.show_people([person for person in shown if person.score is None], shown)
        tab.bar.show_filtered(on=bool(self._chosen))
        tab.status_changed.emit(self.words)

    def show_camps(self) -> None:
        """Offer the camps there are, with how many belong to each."""
        counts = Counter(person.token.camp for person in self._tab.data.people)
        order: list[Camp | None] = [camp for camp in Camp if camp in counts]
        if None in counts and len(counts) > 1:
            order.append(None)
        self._tab.bar.legend.show_camps(order, counts)
