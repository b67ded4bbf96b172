"""Choosing a version to restore; it opens beside the current mission, never over it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QListView, QWidget

from entente.i18n import _, ngettext
from entente_ui import formats
from entente_ui.kit import PlainLabel, sized
from entente_ui.look.icons import IconName
from entente_ui.shell.entries import Entry, EntryDelegate, EntryModel
from entente_ui.shell.filecare import Version
from entente_ui.shell.form import FormDialog, add_field
from entente_ui.shell.secret import SecretField


class RestoreDialog(FormDialog):
    """Lists the versions there are."""

    def __init__(
        self,
        versions: Sequence[Version],
        restore: Callable[[Version, str], object],
        parent: QWidget | None = None,
        *,
        concealed: bool,
    ) -> None:
        """Make the dialog.

        Args:
            versions: Newest first.
            restore: Called with the chosen one and its passphrase, empty if it is the same
                as the mission's; whoever is called closes the dialog.
            parent: The window.
            concealed: Whether others look: then no step is named.
        """
        super().__init__(_("Restore a version"), _("Restore beside"), self._confirm, parent)
        self._versions = versions
        self._restore = restore
        told = _(
            "The version is written as a new file beside the mission; the mission itself "
            "stays as it is."
        )
        # No copy holds them: two would tell who answered between.
        urns = _(
            "Ballots of waves that are still open are in no version: they stay where they are."
        )
        self.body.addWidget(PlainLabel(f"{told} {urns}", "muted", self, wrap=True))
        self._model = EntryModel(self)
        self._model.set_entries([_entry(version, concealed=concealed) for version in versions])
        self._list = QListView(self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(EntryDelegate(self._list))
        self._list.setAccessibleName(_("Versions"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sized(self._list, height=300)
        self.body.addWidget(self._list)
        self._secret = SecretField(self, name=_("Passphrase of this version"))
        add_field(self.body, _("Passphrase of this version, if it had another"), self._secret)
        self._list.selectionModel().currentChanged.connect(self._on_chosen)
        self._list.doubleClicked.connect(lambda _index: self._confirm())
        self._list.setCurrentIndex(self._model.index(0, 0))
        self._list.setFocus()

    def _on_chosen(self, index: QModelIndex) -> None:
        self._secret.setEnabled(self._versions[index.row()].contents is None)

    def _confirm(self) -> None:
        row = self._list.currentIndex().row()
        if 0 <= row < len(self._versions):
            self._restore(self._versions[row], self._secret.text())


def _entry(version: Version, *, concealed: bool) -> Entry:
    moment = version.backup.made_at.astimezone()
    when = formats.date_and_clock(moment)
    contents = version.contents
    if contents is None:
        detail = _("It has another passphrase.")
    else:
        detail = _counted(contents.counts)
        if contents.last_step and not concealed:
            detail += " · " + _("last step: {step}").format(step=contents.last_step)
    size = formats.file_size(version.size)
    return Entry(when, _nothing, IconName.HISTORY, size, detail)


def _counted(counts: dict[str, int]) -> str:
    actors, difficulties = counts.get("actor", 0), counts.get("difficulty", 0)
    return ", ".join(
        (
            ngettext("{count} actor", "{count} actors", actors).format(count=actors),
            ngettext("{count} difficulty", "{count} difficulties", difficulties).format(
                count=difficulties
            ),
        )
    )


def _nothing() -> None:
    """Be chosen without consequence: the button of the dialog acts."""
