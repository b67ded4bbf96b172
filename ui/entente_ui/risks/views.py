"""The ways to look at the risks, in the order of their tabs. A new one is a line here."""

from typing import Final

from entente.i18n import N_
from entente_ui.tabbed import ViewEntry

MATRIX: Final = "matrix"
REGISTER: Final = "register"
REVIEW: Final = "review"
EXPOSURE: Final = "exposure"
BOWTIE: Final = "bowtie"
RAID: Final = "raid"
SCALES: Final = "scales"

VIEWS: Final = (
    ViewEntry(MATRIX, N_("Matrix"), "entente_ui.risks.matrix.view:MatrixView"),
    ViewEntry(REGISTER, N_("Register"), "entente_ui.risks.register_view:RegisterView", ("risk",)),
    ViewEntry(REVIEW, N_("Review"), "entente_ui.risks.review.view:ReviewView"),
    ViewEntry(EXPOSURE, N_("Exposure"), "entente_ui.risks.exposure.view:ExposureView"),
    ViewEntry(BOWTIE, N_("Bow-tie"), "entente_ui.risks.bowtie.view:BowtieView"),
    ViewEntry(RAID, N_("Assumptions"), "entente_ui.risks.raid.view:RaidView", ("raid_item",)),
    ViewEntry(SCALES, N_("Scales"), "entente_ui.risks.scales.view:ScalesView"),
)
