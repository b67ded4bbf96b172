"""The ways to look at the risks, in the order of their tabs. A new one is a line here."""

from dataclasses import dataclass
from importlib import import_module
from typing import Final, cast

from PySide6.QtWidgets import QWidget

from entente.i18n import N_
from entente_ui.pane import Context
from entente_ui.risks.view import RisksView


@dataclass(frozen=True, slots=True)
class Entry:
    """One view.

    Attributes:
        name: Of the view, in settings and states.
        title: Words of its tab, in English; translated when shown.
        maker: Module and class, imported when it is first opened.
        kinds: Names of the kinds of record looked for here before anywhere else.
    """

    name: str
    title: str
    maker: str
    kinds: tuple[str, ...] = ()

    def make(self, context: Context, parent: QWidget) -> RisksView:
        """Return the view, made now."""
        module, _dot, name = self.maker.partition(":")
        made = getattr(import_module(f"entente_ui.risks.{module}"), name)(context, parent)
        return cast("RisksView", made)


MATRIX: Final = "matrix"
REGISTER: Final = "register"
REVIEW: Final = "review"
EXPOSURE: Final = "exposure"
BOWTIE: Final = "bowtie"
RAID: Final = "raid"
SCALES: Final = "scales"

VIEWS: Final = (
    Entry(MATRIX, N_("Matrix"), "matrix.view:MatrixView"),
    Entry(REGISTER, N_("Register"), "register_view:RegisterView", ("risk",)),
    Entry(REVIEW, N_("Review"), "review.view:ReviewView"),
    Entry(EXPOSURE, N_("Exposure"), "exposure.view:ExposureView"),
    Entry(BOWTIE, N_("Bow-tie"), "bowtie.view:BowtieView"),
    Entry(RAID, N_("Assumptions"), "raid.view:RaidView", ("raid_item",)),
    Entry(SCALES, N_("Scales"), "scales.view:ScalesView"),
)
