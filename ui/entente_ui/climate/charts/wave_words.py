"""Two waves laid over each other, and the camps within one, in words and as tables."""

import math
from collections.abc import Sequence
from typing import Final

from entente.domain.climate.suppression import may_compare
from entente.domain.radar import Spoke
from entente.domain.ten_causes import CAUSE_LABELS
from entente.i18n import _, ngettext
from entente_ui.charts.overlay import Shape
from entente_ui.charts.twin import Figures
from entente_ui.climate.charts.told import Answers
from entente_ui.formats import decimal, labelled, listing, percent, signed

_MOST: Final = 5


def camps_words(item: Answers) -> str:
    """Return how far people agree with each other on an item."""
    found = item.summary
    if found is None or found.consensus is None:
        return labelled(item.name, _("not shown"))
    said = _("consensus {consensus}, {favourable} agree, {unfavourable} disagree").format(
        consensus=decimal(found.consensus, 2),
        favourable=percent(found.favourable),
        unfavourable=percent(found.unfavourable),
    )
    if found.is_split:
        said = _("{said}; two camps").format(said=said)
    return labelled(item.name, said)


def camps_sentence(
    items: Sequence[Answers], wave: str, before: Sequence[Answers], wave_before: str
) -> str:
    """Return on what there are two camps, and whether that lasts.

    Args:
        items: What was answered in a wave.
        wave: Its name.
        before: What was answered in the wave before; empty if there was none.
        wave_before: The name of that one.
    """
    known = [item for item in items if item.summary and item.summary.consensus is not None]
    if not known:
        return _("Nothing of this wave may be shown.")
    split = _split(items)
    if not split:
        said = _("{wave}: no two camps on any question.")
        return said.format(wave=wave)
    text = ngettext(
        "{wave}: two camps on {items}, which the mean hides.",
        "{wave}: two camps on {items}, which the means hide.",
        len(split),
    )
    said = text.format(wave=wave, items=listing(split))
    if not before:
        alone = _("One wave alone: it may be noise.")
        return f"{said} {alone}"
    lasting = [code for code in split if code in _split(before)]
    if not lasting:
        fresh = _("It was not so in {wave}: noise until the next wave says it again.")
        return f"{said} {fresh.format(wave=wave_before)}"
    held = _("It was so on {items} in {wave} already: a signal.")
    return f"{said} {held.format(items=listing(lasting), wave=wave_before)}"


def camps_figures(items: Sequence[Answers]) -> Figures:
    """Return how far people agree with each other as a table."""
    rows = []
    for item in items:
        found = item.summary
        if found is None or found.consensus is None:
            rows.append((item.name, "", "", "", "", _("not shown")))
            continue
        rows.append(
            (
                item.name,
                decimal(found.consensus, 2),
                decimal(found.mean, 2),
                percent(found.favourable),
                percent(found.unfavourable),
                _("two camps") if found.is_split else "",
            )
        )
    heads = (
        *(_("Question"), _("Consensus r_wg"), _("Mean")),
        *(_("agree"), _("disagree"), _("Remark")),
    )
    widths = {0: 300, 1: 130, 2: 90, 3: 90, 4: 100, 5: 140}
    return Figures(heads, rows, frozenset({1, 2, 3, 4}), widths)


def axes(items: Sequence[Answers]) -> list[Spoke]:
    """Return a direction for each item: its code, and the cause it is about."""
    return [_axis(item) for item in items]


def shapes(
    items: Sequence[Answers], wave: str, other: Sequence[Answers], wave_other: str
) -> list[Shape]:
    """Return the means of two waves on these axes; a gap where one may not be shown."""
    before = {item.key: item for item in other}
    then = [before.get(item.key) for item in items]
    return [
        Shape(wave, tuple(_mean(item) for item in items)),
        Shape(wave_other, tuple(_mean(item) for item in then)),
    ]


def radar_sentence(
    items: Sequence[Answers], wave: str, other: Sequence[Answers], wave_other: str
) -> str:
    """Return on what two waves differ by more than chance."""
    pairs = _pairs(items, other)
    if not pairs:
        return _("There is nothing that both waves may show.")
    told = [each for each in (_difference(*pair) for pair in pairs) if each]
    if told:
        said = _("{wave} against {other}: a signal on {items}; on the others, noise.")
    elif any(_may_tell(*pair) for pair in pairs):
        said = _("{wave} against {other}: noise; no mean changed by more than its margin.")
    else:
        said = _(
            "{wave} against {other}: what changed may not be told, for nearly as many answered."
        )
    said = said.format(wave=wave, other=wave_other, items=listing(told))
    known = {item.key for item, _before in pairs}
    missing = [item.code for item in items if item.key not in known]
    if missing:
        gaps = _("Not shown in both: {items}.").format(items=listing(missing))
        said = f"{said} {gaps}"
    return said


def radar_table(
    items: Sequence[Answers], wave: str, other: Sequence[Answers], wave_other: str
) -> Figures:
    """Return the means of two waves as a table."""
    rows = []
    for item, before in _pairs(items, other):
        now, then = item.summary, before.summary
        if now is None or then is None:
            continue
        change, verdict = _("not shown"), ""
        if _may_tell(item, before):
            change = signed(now.mean - then.mean, 2)
            verdict = _("signal") if _difference(item, before) else _("noise")
        rows.append((item.name, decimal(then.mean, 2), decimal(now.mean, 2), change, verdict))
    heads = (_("Question"), wave_other, wave, _("Change"), _("Signal"))
    widths = {0: 320, 1: 100, 2: 100, 3: 110, 4: 120}
    return Figures(heads, rows, frozenset({1, 2, 3}), widths)


def _split(items: Sequence[Answers]) -> list[str]:
    return [item.code for item in items if item.summary is not None and item.summary.is_split]


def _pairs(items: Sequence[Answers], other: Sequence[Answers]) -> list[tuple[Answers, Answers]]:
    known = {item.key: item for item in other if item.summary is not None}
    return [
        (item, known[item.key]) for item in items if item.summary is not None and item.key in known
    ]


def _axis(item: Answers) -> Spoke:
    words = next((_(words) for cause, words in CAUSE_LABELS.items() if cause == item.cause), "")
    return Spoke(f"{item.code} {words}".strip(), 1.0, _MOST, 1)


def _mean(item: Answers | None) -> float | None:
    return None if item is None or item.summary is None else item.summary.mean


def _may_tell(item: Answers, before: Answers) -> bool:
    """Return whether the change of an item may be told."""
    now, then = item.summary, before.summary
    return now is not None and then is not None and may_compare(then.n, now.n)


def _difference(item: Answers, before: Answers) -> str:
    """Return the item and by how much it changed, nothing if that may be chance or not told."""
    now, then = item.summary, before.summary
    if now is None or then is None or now.interval is None or then.interval is None:
        return ""
    if not _may_tell(item, before):
        return ""
    margin = math.hypot(now.interval.high - now.mean, then.interval.high - then.mean)
    change = now.mean - then.mean
    return f"{item.code} ({signed(change, 2)})" if abs(change) > margin else ""
