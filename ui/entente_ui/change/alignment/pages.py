"""The pages of the alignment, in the order of their switch."""

from collections.abc import Mapping
from typing import Final

from entente.domain.aims import ALIGNMENT
from entente.domain.constraints import (
    CONSTRAINT,
    CONSTRAINT_CLASH,
    CONSTRAINT_KNOWN,
    RESOURCE_DEMAND,
    SHARED_RESOURCE,
)
from entente.i18n import N_
from entente_ui.paged_view import Page

_HERE: Final = "entente_ui.change.alignment"
MATRIX: Final = "matrix"
CONSTRAINTS: Final = "constraints"
RESOURCES: Final = "resources"
PAGES: Final[Mapping[str, Page]] = {
    MATRIX: Page(
        N_("Vision, objectives, approach"), f"{_HERE}.matrix_page:MatrixPage", (ALIGNMENT.name,)
    ),
    CONSTRAINTS: Page(
        N_("Map of constraints"),
        f"{_HERE}.constraints_page:ConstraintsPage",
        (CONSTRAINT.name, CONSTRAINT_KNOWN.name, CONSTRAINT_CLASH.name),
    ),
    RESOURCES: Page(
        SHARED_RESOURCE.plural,
        f"{_HERE}.resources_page:ResourcesPage",
        (SHARED_RESOURCE.name, RESOURCE_DEMAND.name),
    ),
}
