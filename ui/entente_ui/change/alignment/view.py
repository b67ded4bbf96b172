"""The tab of the alignment: what people see alike, what binds them, what they share."""

from entente.i18n import N_
from entente_ui.change.alignment.pages import PAGES
from entente_ui.paged_view import PagedView


class AlignmentView(PagedView):
    """Who sees the project alike, page by page."""

    name = "alignment"
    pages = PAGES
    switch_name = N_("Alignment")
    page_setting = "change/alignment"
