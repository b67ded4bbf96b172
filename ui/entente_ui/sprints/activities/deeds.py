"""What is done with kinds of activities, as steps that can be undone."""

from collections.abc import Collection, Mapping, Sequence

from entente.domain.activity import ACTIVITY_TYPE
from entente.i18n import _, ngettext
from entente.services import activity_library, engagement, records
from entente.store.session import Session
from entente_ui.document import Document
from entente_ui.formats import number, quoted
from entente_ui.pane import Context
from entente_ui.registers.work import attempt, name_of


def load(context: Context, keys: Collection[str] | None = None) -> bool:
    """Put activities of ours into the mission, all or chosen; say whether it was done."""
    made: list[str] = []
    document = context.document
    if document.is_presenting:
        return False
    label = _("Load the library of activities")
    if not document.run(label, lambda s: made.extend(activity_library.load(s, keys))):
        return False
    text = ngettext("{count} activity loaded", "{count} activities loaded", len(made))
    context.toast(text.format(count=number(len(made))), bool(made))
    return True


def take(context: Context, activity_id: str, key: str, name: str) -> str:
    """Put an activity into the backlog; return the key of its card, or nothing."""
    made: list[str] = []
    document = context.document
    if document.is_presenting:
        return ""
    label = _("Take into the backlog: {activity}").format(activity=quoted(name))
    if document.run(label, lambda s: made.append(activity_library.take(s, activity_id, key))):
        context.toast(_("In the backlog: {activity}").format(activity=quoted(name)), True)
    return made[0] if made else ""


def reset(context: Context, keys: Sequence[str]) -> None:
    """Give activities of ours their original words and grades again."""
    document = context.document
    if document.is_presenting or not keys:
        return
    name = name_of(document, ACTIVITY_TYPE, keys[0])

    def write(session: Session) -> None:
        for key in keys:
            activity_library.reset(session, key)

    label = ngettext(
        "Back to the original: {activity}", "{count} activities: the original", len(keys)
    )
    if context.taken(attempt(document, _named(label, name, keys), write)):
        context.toast(_named(label, name, keys), True)


def set_aside(context: Context, keys: Sequence[str], *, on: bool) -> None:
    """Put kinds of activities out of sight, or bring them back."""
    document = context.document
    if document.is_presenting or not keys:
        return
    name = name_of(document, ACTIVITY_TYPE, keys[0])
    label = _aside_words(len(keys), on=on)

    def write(session: Session) -> None:
        activity_library.set_aside(session, keys, on=on)

    if context.taken(attempt(document, _named(label, name, keys), write)):
        context.toast(_named(label, name, keys), True)


def delete(context: Context, keys: Sequence[str], used: Mapping[str, int]) -> None:
    """Delete kinds of activities; those that cards are of are set aside instead."""
    document = context.document
    held = [key for key in keys if used.get(key)]
    if document.is_presenting or not keys:
        return
    if not held:
        delete_for_good(context, keys, used)
        return
    name = name_of(document, ACTIVITY_TYPE, held[0])

    def write(session: Session) -> None:
        activity_library.set_aside(session, held)
        for key in keys:
            if key not in held:
                records.remove(session, ACTIVITY_TYPE, key)

    label = _named(_aside_words(len(held), on=True), name, held)
    if context.taken(attempt(document, label, write)):
        cards = sum(used[key] for key in held)
        why = ngettext(
            "{label} (instead of deleted: {count} card is of that kind)",
            "{label} (instead of deleted: {count} cards are of that kind)",
            cards,
        )
        context.toast(why.format(label=label, count=number(cards)), True)


def delete_for_good(context: Context, keys: Sequence[str], used: Mapping[str, int]) -> None:
    """Delete kinds of activities, and say how many cards are of none then."""
    document = context.document
    if document.is_presenting or not keys:
        return
    name = name_of(document, ACTIVITY_TYPE, keys[0])
    cards = sum(used.get(key, 0) for key in keys)

    def write(session: Session) -> None:
        for key in keys:
            records.remove(session, ACTIVITY_TYPE, key)

    label = ngettext("Delete {record}", "Delete {count} records", len(keys)).format(
        record=name, count=number(len(keys))
    )
    if not context.taken(attempt(document, label, write)):
        return
    said = ngettext("Deleted: {record}", "Deleted: {count} records", len(keys)).format(
        record=name, count=number(len(keys))
    )
    if cards:
        rest = ngettext(
            "{said}. {count} card has no kind of activity any more.",
            "{said}. {count} cards have no kind of activity any more.",
            cards,
        )
        said = rest.format(said=said, count=number(cards))
    context.toast(said, True)


def add_usual_tools(context: Context) -> None:
    """Begin the inventory with the tools communities often have."""
    made: list[str] = []
    document = context.document
    if document.is_presenting:
        return
    label = _("Add the usual tools")
    if document.run(label, lambda s: made.extend(engagement.add_usual(s))):
        text = ngettext("{count} tool added", "{count} tools added", len(made))
        context.toast(text.format(count=number(len(made))), bool(made))


def uses(document: Document) -> Mapping[str, int]:
    """Return how many cards are of each kind of activity."""
    return document.read(activity_library.uses)


def _aside_words(count: int, *, on: bool) -> str:
    if on:
        return ngettext("Set aside: {activity}", "{count} activities set aside", count)
    return ngettext("Brought back: {activity}", "{count} activities brought back", count)


def _named(label: str, name: str, keys: Sequence[str]) -> str:
    return label.format(activity=name, count=number(len(keys)))
