"""A bow-tie in words, and as a table."""

from entente.domain.backlog import STATUS_LABELS
from entente.i18n import _, ngettext
from entente.services.bowtie import Barrier, Bowtie
from entente_ui.charts.twin import Figures
from entente_ui.formats import number


def status_words(barrier: Barrier) -> str:
    """Return reference, status and owner of an action."""
    status = STATUS_LABELS.get(barrier.status)
    return " · ".join(filter(None, (barrier.ref, _(status) if status else "", barrier.owner)))


def sentence(bowtie: Bowtie) -> str:
    """Return what a bow-tie shows."""
    causes, effects = len(bowtie.causes), len(bowtie.effects)
    barriers = (*bowtie.preventive, *bowtie.contingency)
    done = sum(barrier.is_done for barrier in barriers)
    told = _("actions done: {done} of {count}").format(
        done=number(done), count=number(len(barriers))
    )
    parts = (
        ngettext("{count} cause", "{count} causes", causes).format(count=number(causes)),
        ngettext("{count} effect", "{count} effects", effects).format(count=number(effects)),
        told if barriers else _("no action yet"),
    )
    said = _("What leads to it on the left, what follows on the right, actions in between")
    return f"{said}. {', '.join(parts)}."


def figures(bowtie: Bowtie) -> Figures:
    """Return a bow-tie as a table."""
    rows = [
        *((_("Cause"), cause, "", "") for cause in bowtie.causes),
        *(_row(_("Preventive action"), each) for each in bowtie.preventive),
        (_("Event"), f"{bowtie.view.ref} {bowtie.view.event}", "", bowtie.view.owner),
        *(_row(_("Contingency action"), each) for each in bowtie.contingency),
        *((_("Effect"), effect, "", "") for effect in bowtie.effects),
    ]
    return Figures((_("Element"), _("Wording"), _("Status"), _("Who")), rows)


def _row(part: str, barrier: Barrier) -> tuple[str, str, str, str]:
    status = STATUS_LABELS.get(barrier.status)
    title = f"{barrier.ref} {barrier.title}"
    return part, title, _(status) if status else "", barrier.owner
