"""What the page of the agreements says in sentences."""

from entente.domain.clauses import Filled
from entente.domain.text import shorten
from entente.i18n import _, ngettext
from entente_ui.formats import listing

_NAME = 40


def broken_words(filled: Filled) -> str:
    """Return which field of a clause is broken, or nothing."""
    if filled.unknown:
        names = listing([shorten(f"{{{name}}}", _NAME) for name in filled.unknown[:5]])
        return ngettext(
            "Unknown field: {fields}. The clause is shown as it is written.",
            "Unknown fields: {fields}. The clause is shown as it is written.",
            len(filled.unknown),
        ).format(fields=names)
    if filled.is_unbalanced:
        return _("A brace is opened or closed alone. The clause is shown as it is written.")
    return ""
