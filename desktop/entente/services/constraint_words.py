"""What is said of the map of constraints and of shared resources, on screen as on paper."""

from entente.domain.values import number_text
from entente.i18n import _, language, ngettext
from entente.services.constraints import ConstraintMap
from entente.services.shared_resources import Allocation, Resource


def map_words(found: ConstraintMap) -> str:
    """Return in a sentence or two how many clash, and how many of these nobody sees."""
    count = len(found.constraints)
    if not count:
        return _("No constraint yet.")
    told = [ngettext("{count} constraint.", "{count} constraints.", count).format(count=count)]
    clashes = len(found.clashes)
    if clashes:
        said = ngettext("{count} clash.", "{count} clashes.", clashes)
        told.append(said.format(count=clashes))
    unseen = sum(clash.is_unseen for clash in found.clashes)
    if unseen:
        said = ngettext("{count} of them is unseen.", "{count} of them are unseen.", unseen)
        told.append(said.format(count=unseen))
    return " ".join(told)


def lonely_words(found: ConstraintMap) -> str:
    """Return which constraints nobody but their bearers know of; nothing if there are none."""
    named = [f"{each.ref} {each.title}" for each in found.lonely]
    if not named:
        return ""
    return _("Nobody else knows of: {constraints}.").format(constraints=" · ".join(named))


def amount_words(amount: float) -> str:
    """Return an amount as it is written."""
    return number_text(amount, language())


def use_words(resource: Resource, sprint: str) -> str:
    """Return what is asked of a resource in a sprint, and whether it is too much."""
    use = resource.uses.get(sprint)
    unit = f" {resource.unit}" if resource.unit else ""
    if use is None:
        return _("nothing asked")
    if use.capacity is None:
        return _("{asked} asked; nobody said how much there is").format(
            asked=f"{amount_words(use.asked)}{unit}"
        )
    there = f"{amount_words(use.capacity)}{unit}"
    said = _("{asked} asked of {there}").format(asked=amount_words(use.asked), there=there)
    if not use.is_over:
        return said
    return _("{said}: {excess} too much").format(said=said, excess=amount_words(use.excess))


def allocation_words(found: Allocation) -> str:
    """Return in a sentence where more is asked than there is."""
    if not found.resources:
        return _("No shared resource yet.")
    names = {each.id: each.name for each in found.resources}
    over = [f"{names[key]} ({found.sprints[sprint]})" for key, sprint in found.over]
    if not over:
        return _("Nothing is asked beyond what there is.")
    return _("More is asked than there is: {places}.").format(places=", ".join(over))
