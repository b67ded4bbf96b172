"""Withdrawing consent: what is known of copies is told, then all is erased, and certified."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from entente.domain.coaching.records import COACHING_TRACK
from entente.i18n import _, language, ngettext
from entente_ui.background import Report
from entente_ui.formats import date_and_clock, number
from entente_ui.kit import Answer, MessageDialog
from entente_ui.pane import Context
from entente_ui.paper.dialog import PreviewDialog

if TYPE_CHECKING:  # the store is imported after the first paint
    from entente.services.erasure import Certificate, Copies
    from entente.store.journal import ChangeSet
    from entente.store.mission_file import MissionFile

_ALL: Final = "all"
_KNOWN: Final = "known"


class Withdrawing:
    """Erases one support for good, once the user has read what that means."""

    def __init__(self, context: Context, over: QWidget) -> None:
        self._context = context
        self._over = over

    def begin(self, track: str, ref: str) -> None:
        """Look where the support is, then ask."""
        file = self._context.file()
        if file is None:
            return
        self._context.background.start(
            _("Looking through the backups…"),
            partial(_look, file, track),
            done=lambda found: self._ask(file, track, ref, found),
            failed=self._context.tell,
        )

    def _ask(self, file: "MissionFile", track: str, ref: str, found: "Copies") -> None:
        dialog = MessageDialog(
            self._over.window(),
            _("Erase the support {ref} for good?").format(ref=ref),
            told(found),
            answers(found),
            role="critical",
            details=backups_words(found),
        )
        dialog.exec()
        if dialog.answer in {_ALL, _KNOWN}:
            self.erase(file, track, with_sealed=dialog.answer == _ALL)

    def erase(self, file: "MissionFile", track: str, *, with_sealed: bool) -> None:
        """Erase it, and show the certificate."""
        self._context.background.start(
            _("Erasing…"),
            partial(_erase, file, track, with_sealed, language()),
            done=self._show,
            failed=self._context.tell,
        )

    def _show(self, done: "tuple[Certificate, ChangeSet, bytes]") -> None:
        certificate, change_set, pdf = done
        # Quietly: there is nothing to undo, which the usual message would offer.
        self._context.document.announce(change_set, quietly=True)
        told = _("The support {ref} is erased for good.").format(ref=certificate.ref)
        self._context.toast(told, False)
        title = _("Certificate of erasure")
        name = Path(f"{title} {certificate.ref}.pdf").name
        context = self._context
        PreviewDialog(
            pdf, title, name, context.background, context.tell, self._over.window()
        ).open()


def told(found: "Copies") -> str:
    """Return what is going to be erased, and what is beyond reach."""
    sentences = [
        _(
            "The agreement, self-ratings, goals, sessions and referrals go out of the mission, "
            "its history and the search. Nothing brings them back, and no earlier step can be "
            "undone."
        )
    ]
    if found.holding:
        sentences.append(
            ngettext(
                "{count} backup holds it and is deleted; another is made at once, without it.",
                "{count} backups hold it and are deleted; another is made at once, without it.",
                len(found.holding),
            ).format(count=number(len(found.holding)))
        )
    if found.sealed:
        sentences.append(
            ngettext(
                "{count} backup has an older passphrase: nobody can say whether it holds it.",
                "{count} backups have an older passphrase: nobody can say whether they hold it.",
                len(found.sealed),
            ).format(count=number(len(found.sealed)))
        )
    sentences.append(
        _("Copies you made elsewhere and papers you printed are beyond reach: destroy them.")
    )
    return "\n\n".join(sentences)


def answers(found: "Copies") -> tuple[Answer, ...]:
    """Return what can be done."""
    cancel = Answer(_("Cancel"), "cancel")
    if not found.sealed:
        return (Answer(_("Erase for good"), _ALL, is_danger=True), cancel)
    return (
        Answer(_("Erase everything"), _ALL, is_danger=True),
        Answer(_("Erase, but for the older ones"), _KNOWN),
        cancel,
    )


def backups_words(found: "Copies") -> str:
    """Return the backups concerned, one a line."""
    lines = [date_and_clock(backup.made_at.astimezone()) for backup in found.holding]
    lines += [
        _("{date} (older passphrase)").format(date=date_and_clock(backup.made_at.astimezone()))
        for backup in found.sealed
    ]
    return "\n".join(lines)


def _look(file: "MissionFile", track: str, report: Report) -> "Copies":
    from entente.services import erasure  # noqa: PLC0415  # the store comes after the first paint

    return erasure.copies(file, COACHING_TRACK, track, report)


def _erase(
    file: "MissionFile", track: str, with_sealed: bool, code: str, report: Report
) -> "tuple[Certificate, ChangeSet, bytes]":
    from entente.briefs import erasure as paper  # noqa: PLC0415  # likewise
    from entente.services import erasure  # noqa: PLC0415  # likewise

    report(0)
    certificate, change_set = erasure.erase(file, COACHING_TRACK, track, with_sealed=with_sealed)
    return certificate, change_set, paper.produce(paper.gather(certificate), code)
