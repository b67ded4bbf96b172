"""What there is to say of answers collected elsewhere, besides how many there are."""

from collections.abc import Iterator
from typing import Final

from entente.domain.text import shorten
from entente.exchange.answers import Collected
from entente.i18n import _, ngettext

_SHOWN: Final = 80


def told(found: Collected) -> Iterator[str]:
    """Yield what was left out, what is missing, and what is to be looked at, a sentence each."""
    if found.left_out:
        names = ", ".join(shorten(each, _SHOWN) for each in found.left_out)
        yield _("Left out, so that nobody is recognised: {names}").format(names=names)
    if found.not_asked:
        names = ", ".join(shorten(each, _SHOWN) for each in found.not_asked)
        yield _("Left out, for the wave does not ask it: {names}").format(names=names)
    if found.missing:
        yield _("Not answered by any column: {names}").format(names=", ".join(found.missing))
    if found.coded:
        names = ", ".join(found.coded)
        yield _("Codes A1 to A5 read as 1 to 5, check that A1 is the lowest: {names}").format(
            names=names
        )
    if found.half:
        text = ngettext(
            "{count} ballot leaves out a question",
            "{count} ballots leave out a question",
            found.half,
        )
        yield text.format(count=found.half)
    if found.blank:
        text = ngettext(
            "{count} row without any answer", "{count} rows without any answer", found.blank
        )
        yield text.format(count=found.blank)
    for row in found.replaced:
        yield _("row {row}: the same respondent answered again, the later answer counts").format(
            row=row
        )
    if found.alike:
        text = ngettext(
            "{count} ballot is the same as another, comment and all: was it sent twice?",
            "{count} ballots are the same as another, comment and all: were they sent twice?",
            found.alike,
        )
        yield text.format(count=found.alike)
