"""How a figure is worked out, one click away from it."""

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from entente.i18n import N_, _
from entente_ui.kit import PlainLabel, Section, spaced

PLANE: Final = (
    N_(
        "Influence and dependence count the direct influence of each on each and, besides, what "
        "goes through a third: MIDIᵢⱼ = MIDᵢⱼ + Σₖ min(MIDᵢₖ, MIDₖⱼ). Influence is the sum of a "
        "row, dependence that of a column, both without the diagonal. The lines are the means."
    ),
    N_(
        "The weight rᵢ* is ((Iᵢ − MIDIᵢᵢ) / ΣI) · (Iᵢ / (Iᵢ + Dᵢ)), scaled so that 1 is the "
        "average: what an actor weighs without what comes back, less what they depend."
    ),
    N_("A question that is not answered counts as 0."),
)
OBJECTIVES: Final = (
    N_(
        "Each stance, from −4 to +4, is counted with the weight rᵢ* of the actor who takes it "
        "(3MAO). The bars are the sums for and against; together they say how much the "
        "objective mobilises."
    ),
)
ALLIANCES: Final = (
    N_(
        "Two actors converge by ½(|xᵢ| + |xⱼ|) on each objective they see alike, and diverge by "
        "as much on each they are opposed on; x is the sign of the stance (order 1), the stance "
        "itself (order 2) or the stance times the weight rᵢ* (order 3)."
    ),
    N_(
        "Ambivalence is 1 − Σ|convergence − divergence| / Σ(convergence + divergence): at 0 %, "
        "each of the others is an ally or an opponent; at 100 %, an ally on some objectives "
        "and an opponent on as many."
    ),
)


class Method(Section):
    """A folded explanation."""

    def __init__(self, paragraphs: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(_("How this is worked out (MACTOR)"), parent, expanded=False)
        column = spaced(QVBoxLayout(), (8, 0, 8, 0), 6)
        for paragraph in paragraphs:
            column.addWidget(PlainLabel(_(paragraph), "muted", self, wrap=True))
        self.body.addLayout(column)
