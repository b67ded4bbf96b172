"""Style of what holds and lists: tables, tabs, menus, bars, dialogs."""

from typing import Final

_TABLES: Final = """
QAbstractItemView {
    background: @surface; color: @text; border: 1px solid @border; outline: none;
    selection-background-color: @accent_soft; selection-color: @text;
    alternate-background-color: @surface;
}
QAbstractItemView[ring="true"] { border-color: @accent; }
QAbstractItemView[bare="true"] { border: none; background: transparent; }
QTableView { gridline-color: transparent; }
QTableView::item { padding: 0px 8px; border-bottom: 1px solid @border; }
QTableView::item:selected { background: @accent_soft; color: @text; }
QTableView::item:focus { border: 2px solid @accent; padding: 0px 6px; }
QTableCornerButton::section { background: @surface; border: none; }
QHeaderView { background: @surface; border: none; }
QHeaderView::section {
    background: @surface; color: @muted; font: 600 9.5pt @sans; border: none;
    border-bottom: 1px solid @edge; padding: 6px 11px;
}
QHeaderView::section:vertical { border-bottom: none; }
QHeaderView::section:hover { background: @field; color: @text; }
QHeaderView::down-arrow, QHeaderView::up-arrow {
    width: 14px; height: 14px; subcontrol-position: right center; right: 4px;
}
QHeaderView::down-arrow { image: url(:/look/chevron-down-muted.svg); }
QHeaderView::up-arrow { image: url(:/look/chevron-up-muted.svg); }
QListView::item { padding: 5px 8px; border-radius: 6px; }
QListView::item:hover, QTreeView::item:hover { background: @hover; }
QListView::item:selected, QTreeView::item:selected { background: @accent_soft; color: @text; }
QTreeView::item { padding: 5px 4px; }
QTreeView::branch { background: transparent; }
QTreeView::branch:has-children:closed { image: url(:/look/chevron-right-muted.svg); }
QTreeView::branch:has-children:open { image: url(:/look/chevron-down-muted.svg); }
"""

_BARS: Final = """
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: @border; border-radius: 3px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: @edge; }
QScrollBar[idle="true"]::handle { background: transparent; }
QScrollBar::handle:vertical { min-height: 32px; margin: 2px 3px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 3px 2px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget[page="true"] { background: transparent; }
QTabWidget::pane { border: none; border-top: 1px solid @border; }
QTabBar { background: transparent; border: none; }
QTabBar::tab {
    background: transparent; color: @muted; border: none; padding: 7px 12px 6px 12px;
    margin: 0px 2px; border-bottom: 2px solid transparent;
}
QTabBar[dense="true"]::tab { padding: 7px 8px 6px 8px; margin: 0px 1px; }
QTabBar::scroller { width: 26px; }
QTabBar::tab:hover { color: @text; border-bottom-color: @border; }
QTabBar::tab:selected {
    color: @accent; font-weight: 600; border-bottom-color: @accent;
}
QTabBar::tab:disabled { color: @faint; }
QTabBar[ring="true"]::tab:selected { background: @accent_soft; }
QTabBar QToolButton { background: @window; border: none; border-radius: 4px; }
QTabBar QToolButton::left-arrow { image: url(:/look/chevron-left-muted.svg); }
QTabBar QToolButton::right-arrow { image: url(:/look/chevron-right-muted.svg); }
QTabBar QToolButton::left-arrow:disabled { image: url(:/look/chevron-left-faint.svg); }
QTabBar QToolButton::right-arrow:disabled { image: url(:/look/chevron-right-faint.svg); }
QSplitter::handle { background: @border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: @accent; }
QStatusBar {
    background: @raised; color: @muted; border-top: 1px solid @border; font-size: 9.5pt;
}
QStatusBar::item { border: none; }
QToolBar { background: transparent; border: none; spacing: 8px; }
"""

_FLOATING: Final = """
QMenuBar { background: @surface; color: @text; padding: 2px 6px; }
QMenuBar::item { background: transparent; padding: 5px 10px; border-radius: 6px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: @hover; }
QMenu { background: @surface; color: @text; border: 1px solid @border; padding: 5px; }
QMenu, QAbstractItemView, QTabBar { icon-size: 18px; }
QMenu[rounded="true"] { border-radius: 8px; }
QMenu::item { padding: 6px 28px 6px 10px; border-radius: 6px; min-height: 18px; }
QMenu::item:selected { background: @accent_soft; color: @text; }
QMenu::item:disabled { color: @faint; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: @border; margin: 5px 8px; }
QMenu::right-arrow {
    image: url(:/look/chevron-right-muted.svg); width: 14px; height: 14px; right: 6px;
}
QMenu::indicator { width: 16px; height: 16px; left: 8px; }
QMenu::indicator:checked { image: url(:/look/tick-accent.svg); }
QToolTip {
    background: @toast; color: @on_toast; border: 1px solid @toast; padding: 2px 4px;
}
QDialog, QMessageBox, QWizard { background: @window; }
QGroupBox {
    border: none; margin-top: 26px; padding: 0px; font: 600 13pt @sans; color: @text;
}
QGroupBox::title {
    subcontrol-origin: margin; subcontrol-position: top left; padding: 0px;
}
QCalendarWidget QWidget#qt_calendar_navigationbar { background: @surface; }
QCalendarWidget QAbstractItemView { border: none; }
QCalendarWidget QTableView::item {
    padding: 0px; border: 2px solid transparent; border-radius: 6px;
}
QCalendarWidget QTableView::item:focus { padding: 0px; border-color: @accent; }
QCalendarWidget QToolButton { color: @text; font-weight: 600; }
QCalendarWidget QToolButton#qt_calendar_prevmonth {
    qproperty-icon: url(:/look/chevron-left-muted.svg);
}
QCalendarWidget QToolButton#qt_calendar_nextmonth {
    qproperty-icon: url(:/look/chevron-right-muted.svg);
}
"""

_KIT: Final = """
QLabel[pill] {
    border: 1px solid transparent; border-radius: 10px; padding: 0px 9px;
    font: 600 9.5pt @sans; min-height: 19px;
}
QLabel[pill="accent"] { background: @accent_soft; color: @accent; }
QLabel[pill="good"] { background: @good_soft; color: @good; }
QLabel[pill="caution"] { background: @caution_soft; color: @caution; }
QLabel[pill="critical"] { background: @critical_soft; color: @critical; }
QLabel[pill="info"] { background: @info_soft; color: @info; }
QLabel[pill="private"] { background: @private_soft; color: @private; }
QLabel[pill="caucus"] { background: @caucus_soft; color: @caucus; }
QLabel[pill="neutral"] { background: @raised; color: @muted; }
QLabel[pill][outlined="true"] { background: transparent; }
QLabel[pill="accent"][outlined="true"] { border-color: @accent; }
QLabel[pill="good"][outlined="true"] { border-color: @good; }
QLabel[pill="caution"][outlined="true"] { border-color: @caution; }
QLabel[pill="critical"][outlined="true"] { border-color: @critical; }
QLabel[pill="info"][outlined="true"] { border-color: @info; }
QLabel[pill="private"][outlined="true"] { border-color: @private; }
QLabel[pill="caucus"][outlined="true"] { border-color: @caucus; }
QLabel[pill="neutral"][outlined="true"] { border-color: @edge; }
QLabel[level] { font: 600 9.5pt @sans; border: none; padding-left: 6px; }
QLabel[level="mediator"] { color: @private; border-left: 3px solid @private; }
QLabel[level="caucus"] { color: @caucus; border-left: 3px solid @caucus; }
QLabel[level="parties"] { color: @accent; border-left: 3px solid @accent; }
QLabel[level="sponsor"] { color: @info; border-left: 3px solid @info; }
QLabel[level="public"] { color: @muted; border-left: 3px solid @muted; }
QFrame[card="true"] QLabel[level] { border-left: none; padding-left: 0px; }
QFrame[card="true"][level] {
    border-top-left-radius: 3px; border-bottom-left-radius: 3px;
}
QFrame[card="true"][level="mediator"] { border-left: 3px solid @private; }
QFrame[card="true"][level="caucus"] { border-left: 3px solid @caucus; }
QFrame[card="true"][level="parties"] { border-left: 3px solid @accent; }
QFrame[card="true"][level="sponsor"] { border-left: 3px solid @info; }
QFrame[card="true"][level="public"] { border-left: 3px solid @muted; }
QLabel[toast="true"] { color: @on_toast; }
QPushButton[variant="toast"] {
    background: transparent; border: 1px solid transparent; color: @toast_accent;
    font-weight: 600; padding: 2px 7px; min-height: 20px; text-decoration: underline;
}
QPushButton[variant="toast"]:hover { border-color: @toast_accent; text-decoration: none; }
QPushButton[variant="toast"][ring="true"] {
    border: 2px solid @toast_accent;
}
"""

VIEWS: Final = _TABLES + _BARS + _FLOATING + _KIT
