"""Draw every widget of the kit into pictures, to be looked at.

    python tests/tools/gallery.py FOLDER [--language en]

writes one PNG per page, theme and size into FOLDER, offscreen. Pictures are for eyes, not
for comparing by machine: fonts are drawn a little differently everywhere.
"""

import argparse
import os
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QDate, QRect, Qt, QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDoubleSpinBox,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QRadioButton,
    QSlider,
    QSpinBox,
    QSplitter,
    QStatusBar,
    QTableView,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from entente.domain.actor import Camp
from entente.domain.confidentiality import Level
from entente.i18n import use_language
from entente_ui import formats, kit
from entente_ui.look.icons import IconName, icon
from entente_ui.look.theme import Mode, apply, theme

Checkable = TypeVar("Checkable", bound=QAbstractButton)

DIFFICULTY: Final = (
    ("K1", "Reprise des données", "Conflit", "5 → 3", date(2026, 4, 8), "mediator"),
    ("K2", "Calendrier des formations", "Tension", "2", date(2026, 3, 25), "parties"),
    ("K3", "Marge du contrat — avenant <b>", "Litige", "6", date(2026, 5, 6), "caucus"),
    ("K4", "Qui valide les habilitations ?", "Controverse", "1", date(2026, 3, 4), "public"),
)


def row(*widgets: QWidget, stretch: bool = True) -> QHBoxLayout:
    """Return widgets side by side."""
    line = kit.spaced(QHBoxLayout(), 0, 8)
    for widget in widgets:
        line.addWidget(widget)
    if stretch:
        line.addStretch(1)
    return line


def page(*parts: QLayout | QWidget | str) -> QWidget:
    """Return parts below each other; a text becomes a title of section."""
    whole = QWidget()
    column = kit.spaced(QVBoxLayout(whole), 24, 12)
    for part in parts:
        if isinstance(part, str):
            column.addWidget(kit.PlainLabel(part, "section"))
        elif isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)
    column.addStretch(1)
    return whole


def ringed(widget: QWidget) -> QWidget:
    """Return a widget as it looks when a key led the focus to it."""
    kit.set_look(widget, "ring", "true")
    return widget


def disabled(widget: QWidget) -> QWidget:
    """Return a widget as it looks when it cannot be used."""
    widget.setEnabled(False)
    return widget


def checked(button: Checkable) -> Checkable:
    """Return a button that is switched on."""
    button.setChecked(True)
    return button


def buttons() -> QWidget:
    """Every kind of button in every state, and every icon."""
    kinds = (
        kit.PrimaryButton,
        kit.SecondaryButton,
        kit.QuietButton,
        kit.DangerButton,
        kit.LinkButton,
    )
    chosen = kit.SecondaryButton("Choisi")
    chosen.setCheckable(True)
    chosen.setChecked(True)
    switched = kit.IconButton("columns", "Colonnes", checkable=True)
    switched.setChecked(True)
    grid = QGridLayout()
    for place, name in enumerate(IconName):
        button = kit.IconButton(name, name)
        grid.addWidget(button, place // 26, place % 26)
    return page(
        "Boutons",
        row(*(kind("Ajouter un acteur") for kind in kinds)),
        row(*(kind("Importer", icon_name="upload") for kind in kinds), chosen),
        row(*(ringed(kind("Au clavier")) for kind in kinds)),
        row(*(disabled(kind("Indisponible", icon_name="lock")) for kind in kinds)),
        "Icônes",
        row(
            kit.IconButton("filter", "Filtrer"),
            switched,
            ringed(kit.IconButton("printer", "Imprimer")),
            disabled(kit.IconButton("undo", "Annuler")),
        ),
        grid,
    )


def fields() -> QWidget:
    """What is typed into and chosen from."""
    combo = QComboBox()
    combo.addItems(["éditeur", "métier", "numérique"])
    editable = QComboBox(editable=True)
    editable.addItems(["Logiprisme SAS"])
    score = kit.NumberField("Intérêt", minimum=1, maximum=5, step=0.5)
    score.set_value(4.5)
    since = kit.DateField("Depuis", lambda: date(2026, 5, 6))
    since.set_value(date(2026, 4, 8))
    whole = QSpinBox(maximum=99, value=12)
    half = QDoubleSpinBox(value=4.5, singleStep=0.5, decimals=1)
    day = QDateEdit(QDate(2026, 5, 6))
    day.setCalendarPopup(True)
    day.setDisplayFormat("dd/MM/yyyy")
    refused = QLineEdit("31/02/2026")
    refused.setProperty("refused", "true")
    text = QPlainTextEdit("« Suspension possible » écrit au compte rendu du 8 avril.")
    kit.sized(text, height=72)
    empty = QLineEdit(placeholderText="Ce qui a été vu ou entendu")
    tri = QCheckBox("en partie", tristate=True)
    tri.setCheckState(Qt.CheckState.PartiallyChecked)
    sliders = [QSlider(Qt.Orientation.Horizontal) for _place in range(2)]
    for slider in sliders:
        slider.setValue(40)
    search = kit.SearchField("Chercher un acteur, une difficulté…", shortcut="Ctrl+K")
    filled = kit.SearchField("Filtrer")
    filled.setText("versoir")
    return page(
        "Champs",
        row(QLineEdit("Hippolyte Versoir"), empty, disabled(QLineEdit("fermé")), refused),
        row(kit.PlainLabel("Cette date n’existe pas.", "error")),
        row(combo, editable, whole, half, day, disabled(QComboBox())),
        row(score, since, kit.DateField("Jusqu’à", lambda: date(2026, 5, 6))),
        text,
        row(search, filled, stretch=False),
        "Choix",
        row(checked(QCheckBox("coché")), QCheckBox("non"), tri, ringed(QCheckBox("ici"))),
        row(checked(QRadioButton("forte")), QRadioButton("moyenne")),
        row(disabled(checked(QRadioButton("faible"))), disabled(QCheckBox("fermé"))),
        row(sliders[0], disabled(sliders[1]), QProgressBar(value=40, textVisible=False)),
    )


def marks() -> QWidget:
    """Words in colour, camps, cards with their confidentiality."""
    roles = sorted(kit.badge.PILL_ROLES)
    pills = row(*(kit.Pill(role, role) for role in roles))
    outlined = row(*(kit.Pill(role, role, outlined=True) for role in roles))
    legend = kit.spaced(kit.FlowLayout(), 0, 14)
    for camp in Camp:
        legend.addWidget(kit.CampMark(camp))
    cards = kit.spaced(QHBoxLayout(), 0, 12)
    for level in Level:
        card = kit.Card("Position · 22/04", level=level, of="A11", clickable=True)
        said = "« Hors périmètre : avenant de 38\u202f000\u00a0€. »"
        card.body.addWidget(kit.PlainLabel(said, wrap=True))
        cards.addWidget(card)
    facts = kit.Section("Faits observés")
    facts.body.addWidget(kit.PlainLabel("Présent à toutes les réunions."))
    relations = kit.Section("Relations", expanded=False)
    words = ("display", "title", "heading", "section", "strong", "body", "muted", "small")
    return page(
        "Mots",
        *(kit.PlainLabel(f"Reprise des données — {word}", word) for word in words),
        pills,
        outlined,
        row(*(kit.LevelMark(level, "A11") for level in Level)),
        legend,
        cards,
        kit.Card("Une carte sans niveau"),
        facts,
        relations,
    )


def difficulties() -> QTableView:
    """Return a table of difficulties with one row chosen."""
    headings = ["Réf.", "Titre", "Nature", "Degré", "Depuis", "Confidentialité"]
    model = QStandardItemModel(0, len(headings))
    model.setHorizontalHeaderLabels(headings)
    for *words, since, level in DIFFICULTY:
        texts = (*words, formats.short_date(since), kit.level_word(level))
        items = [QStandardItem(text) for text in texts]
        items[0].setIcon(icon("alert-triangle"))
        items[3].setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        model.appendRow(items)
    table = kit.dress_table(QTableView())
    model.setParent(table)
    table.setModel(model)
    table.setSortingEnabled(True)
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    table.setColumnWidth(1, 260)
    table.horizontalHeader().setStretchLastSection(True)
    table.selectRow(1)
    kit.sized(table, height=200)
    return table


def views() -> QWidget:
    """Tables, lists, trees, tabs and bars."""
    tabs = QTabWidget()
    for name in ("Registre", "Carte", "Pouvoir × intérêt", "Réseau"):
        tabs.addTab(QWidget(), name)
    tabs.setCurrentIndex(2)
    kit.sized(tabs, height=60)
    listed = kit.dress_list(QListWidget())
    listed.addItems(["Anselme Ferrage", "Clémence Roseraie", "Apolline Quartzet"])
    listed.setCurrentRow(1)
    tree = kit.dress_list(QTreeWidget(columnCount=1))
    tree.setHeaderHidden(True)
    parent = QTreeWidgetItem(tree, ["DSI mutualisée"])
    QTreeWidgetItem(parent, ["Anselme Ferrage"])
    QTreeWidgetItem(tree, ["Logiprisme SAS"])
    tree.expandAll()
    split = QSplitter()
    long_list = kit.dress_list(QListWidget())
    long_list.addItems([f"Ligne {place}" for place in range(40)])
    for side in (listed, tree, long_list):
        split.addWidget(side)
    kit.sized(split, height=150)
    group = QGroupBox("Un groupe")
    kit.spaced(QVBoxLayout(group), 0, 8).addWidget(QCheckBox("avec une case"))
    status = QStatusBar()
    status.showMessage("✓ Enregistré à 14 h 32")
    return page("Tableau", difficulties(), tabs, split, group, status)


def floating() -> QWidget:
    """What floats over a pane that has nothing to show."""
    empty = kit.EmptyState(
        "actors",
        "Aucun acteur pour l’instant",
        "Ajouter un acteur",
        hint="Ou déposez ici une liste de contacts\u202f: CSV, Excel, LibreOffice ou vCard.",
    )
    empty.add_button(kit.QuietButton("Ouvrir l’exemple"))
    strip = kit.ProgressStrip(patience=0)
    strip.start("Lecture de contacts-direction-2026.vcf", lambda: None)
    strip.report(1240, 3000)
    strip.show()
    anchor = kit.SecondaryButton("Gaspard Ombrelle")
    whole = page(row(anchor), strip, empty)
    toaster = kit.Toaster(whole)
    toaster.say("Hippolyte Versoir\u00a0: intérêt 4 → 4,5", "Annuler", lambda: None)
    toaster.say("Copie enregistrée sur la clé USB")
    QTimer.singleShot(0, partial(_ask, anchor))
    return whole


def _ask(anchor: QWidget) -> None:
    kit.ask_beside(
        anchor,
        QRect(0, 0, 120, 32),
        "Qu’avez-vous vu ou entendu\u202f?",
        lambda _text: None,
        placeholder="Un fait, pas un avis",
    )


def drawings() -> QWidget:
    """Every drawing, a calendar, a menu."""
    menu = kit.Menu()
    fill_menu(menu)
    menu.setWindowFlags(Qt.WindowType.Widget)
    calendar = kit.make_calendar(date(2026, 5, 6))
    return page(
        row(*(kit.Drawing(name) for name in list(kit.empty.DrawingName)[:3])),
        row(*(kit.Drawing(name) for name in list(kit.empty.DrawingName)[3:])),
        row(menu, calendar),
    )


def fill_menu(menu: QMenu) -> None:
    """Put one of everything into a menu."""
    menu.addAction(icon("edit"), "Modifier").setShortcut("F2")
    menu.addAction(icon("copy"), "Dupliquer").setShortcut("Ctrl+D")
    menu.addAction("Sans icône").setEnabled(False)
    menu.addSeparator()
    shown = menu.addAction("Montrer les étiquettes")
    shown.setCheckable(True)
    shown.setChecked(True)
    menu.addMenu(kit.Menu("Aller à", menu))
    menu.addAction(icon("trash", "critical"), "Supprimer").setShortcut("Delete")


def message() -> QWidget:
    """A question, as a page."""
    answers = (
        kit.Answer("Effacer pour toujours", "erase", is_danger=True),
        kit.Answer("Renoncer", "keep"),
    )
    dialog = kit.MessageDialog(
        None,
        "Effacer Gaspard Ombrelle\u202f?",
        "Son nom, ses évaluations et tout ce qui a été écrit sur lui seront effacés de la "
        "mission et de son historique. Rien ne pourra les faire revenir.",
        answers,
        role="critical",
        details="12 évaluations\n4 relations\n2 positions",
    )
    dialog.setWindowFlags(Qt.WindowType.Widget)
    return dialog


PAGES: Final[tuple[Callable[[], QWidget], ...]] = (
    buttons,
    fields,
    marks,
    views,
    floating,
    drawings,
    message,
)


def write(folder: Path, app: QApplication) -> None:
    """Write every page in both themes, at 100 % and 150 %."""
    folder.mkdir(parents=True, exist_ok=True)
    for make in PAGES:
        for mode in (Mode.LIGHT, Mode.DARK):
            for size in (100, 150):
                apply(app, mode, size, reduced_motion=True)
                shown = make()
                shown.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
                shown.resize(theme().px(1000), shown.sizeHint().height())
                shown.show()
                for _turn in range(3):
                    app.processEvents()
                shown.grab().save(str(folder / f"{make.__name__}-{mode}-{size}.png"))
                shown.close()
                shown.deleteLater()


def main() -> int:
    """Read the command line and write the pictures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", default="fr", choices=("fr", "en"))
    options = parser.parse_args()
    try:
        use_language(options.language)
    except FileNotFoundError:
        use_language("en")
    write(options.folder, QApplication(sys.argv[:1]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
