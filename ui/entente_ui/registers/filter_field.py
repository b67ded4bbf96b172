"""Where one types which records are to be shown."""

from typing import Final

from PySide6.QtCore import QSize
from typing_extensions import override

from entente_ui.kit import SearchField
from entente_ui.look.theme import theme

#: Px at 100 %: what it likes, and what it needs for more than a sign or two.
_WIDTH: Final = 300
_LEAST_WIDTH: Final = 150


class FilterField(SearchField):
    """Where words to look for are typed: as wide as a few of them, and never as one sign."""

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(_WIDTH), super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(_LEAST_WIDTH), super().minimumSizeHint().height())
