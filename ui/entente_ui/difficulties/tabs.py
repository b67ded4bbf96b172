"""The tabs of the difficulties, with the pages of the one that is open as parts of the first."""

from typing import Final

from entente.i18n import N_
from entente_ui.difficulties.pages import PAGES
from entente_ui.pane import Tab

#: In the order they stand in.
VIEWS: Final = (
    Tab("one", N_("One by one"), parts=tuple((page.name, page.title) for page in PAGES)),
    Tab("causes", N_("Causes")),
    Tab("register", N_("Register")),
)
