"""The tab of the activities: the library, what would help, what it takes, the tools."""

from typing_extensions import override

from entente.i18n import N_
from entente_ui.paged_view import PagedView
from entente_ui.sprints.views import ACTIVITY_PAGES, LIBRARY


class ActivitiesView(PagedView):
    """What can be done with people, page by page."""

    name = "activities"
    pages = ACTIVITY_PAGES
    switch_name = N_("Activities")

    @override
    def add_record(self) -> bool:
        if super().add_record():
            return True
        self.open(LIBRARY)
        return self.current.add_record()
