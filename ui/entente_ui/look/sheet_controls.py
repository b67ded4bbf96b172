"""Style of what is pressed and typed into."""

from typing import Final

_BUTTONS: Final = """
QPushButton {
    background: @surface; color: @text; border: 1px solid @border; border-radius: 8px;
    margin: 1px; padding: 4px 12px; min-height: 22px; max-height: 22px; icon-size: 18px;
}
QPushButton:hover { background: @field; border-color: @edge; }
QPushButton:pressed { background: @pressed; }
QPushButton:checked { background: @accent_soft; border-color: @accent; color: @accent; }
QPushButton:disabled { color: @faint; background: transparent; border-color: @border; }
QPushButton[ring="true"] { border: 2px solid @accent; margin: 0px; }
QPushButton[variant="primary"] {
    background: @accent; color: @on_accent; border-color: @accent; font-weight: 600;
}
QPushButton[variant="primary"]:hover {
    background: @accent_hover; border-color: @accent_hover;
}
QPushButton[variant="primary"]:pressed {
    background: @accent_pressed; border-color: @accent_pressed;
}
QPushButton[variant="primary"]:disabled {
    background: @pressed; border-color: @pressed; color: @faint;
}
QPushButton[variant="primary"][ring="true"] { border: 2px solid @text; }
QPushButton[variant="danger"] { color: @critical; border-color: @critical; font-weight: 600; }
QPushButton[variant="danger"]:hover { background: @critical_soft; }
QPushButton[variant="danger"]:disabled { color: @faint; border-color: @border; }
QPushButton[align="left"] { text-align: left; }
QPushButton[variant="quiet"] { background: transparent; border-color: transparent; }
QPushButton[variant="quiet"]:hover { background: @hover; }
QPushButton[variant="quiet"]:pressed { background: @pressed; }
QPushButton[variant="quiet"]:checked { background: @accent_soft; color: @accent; }
QPushButton[variant="quiet"][ring="true"] { border-color: @accent; }
QPushButton[variant="link"] {
    background: transparent; border-color: transparent; color: @accent; font-weight: 600;
    padding: 4px 6px;
}
QPushButton[variant="link"]:hover { text-decoration: underline; }
QPushButton[variant="link"]:disabled { color: @faint; }
QPushButton[variant="link"][ring="true"] { border-color: @accent; }
QPushButton::menu-indicator {
    image: url(:/look/chevron-down-muted.svg); width: 14px; height: 14px;
    subcontrol-position: right center; subcontrol-origin: padding; right: 8px;
}
QToolButton {
    background: transparent; color: @text; border: 1px solid transparent; border-radius: 8px;
    margin: 1px; padding: 4px; icon-size: 20px;
}
QToolButton:hover { background: @hover; }
QToolButton:pressed { background: @pressed; }
QToolButton:checked { background: @accent_soft; color: @accent; }
QToolButton:disabled { color: @faint; }
QToolButton[ring="true"] { border: 2px solid @accent; margin: 0px; }
QToolButton::menu-indicator { image: none; }
QPushButton[section="true"] {
    font: 600 13pt @sans; text-align: left; padding: 3px 6px 3px 0px; icon-size: 18px;
    background: transparent; border: 1px solid transparent; border-radius: 6px;
}
QPushButton[section="true"]:hover { color: @accent; }
QPushButton[section="true"][ring="true"] {
    border: 2px solid @accent; margin: 0px;
}
QToolButton[inside="true"] {
    border-radius: 6px; margin: 0px; padding: 0px; border: none; icon-size: 16px;
}
"""

_FIELDS: Final = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {
    background: @field; color: @text; border: 1px solid @border; border-radius: 8px;
    selection-background-color: @accent; selection-color: @on_accent; margin: 1px;
    placeholder-text-color: @faint;
}
QLineEdit { padding: 4px 10px; min-height: 22px; max-height: 22px; }
QAbstractSpinBox { padding: 4px 8px; min-height: 22px; max-height: 22px; }
QSpinBox, QDoubleSpinBox { qproperty-alignment: AlignRight; }
QComboBox {
    padding: 4px 10px; min-height: 22px; max-height: 22px; combobox-popup: 0;
}
QComboBox:editable { padding-right: 14px; }
QPlainTextEdit, QTextEdit { padding: 4px 6px; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QComboBox:hover,
QAbstractSpinBox:hover { border-color: @edge; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus,
QTextEdit:focus { border: 2px solid @accent; margin: 0px; background: @surface; }
QLineEdit[refused="true"], QPlainTextEdit[refused="true"], QComboBox[refused="true"],
QAbstractSpinBox[refused="true"] { border-color: @critical; }
QLineEdit:read-only, QPlainTextEdit:read-only {
    background: transparent; border-color: @border;
}
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled,
QAbstractSpinBox:disabled { color: @faint; background: transparent; border-color: @border; }
QAbstractItemView QLineEdit, QAbstractItemView QComboBox,
QAbstractItemView QAbstractSpinBox, QAbstractItemView QPlainTextEdit {
    border-radius: 4px; padding: 0px 5px; min-height: 0px; max-height: 9999px;
    margin: 0px; background: @surface; border: 2px solid @accent;
}
QComboBox QLineEdit, QAbstractSpinBox QLineEdit {
    border: none; padding: 0px; margin: 0px; background: transparent; min-height: 0px;
}
QComboBox::drop-down {
    subcontrol-origin: padding; subcontrol-position: right center; width: 26px; border: none;
}
QComboBox::down-arrow {
    image: url(:/look/chevron-down-muted.svg); width: 16px; height: 16px;
}
QComboBox::down-arrow:disabled { image: url(:/look/chevron-down-faint.svg); }
QComboBox QAbstractItemView, QComboBox QAbstractItemView[ring="true"] {
    background: @surface; border: 1px solid @border; padding: 4px; outline: none;
    selection-background-color: @accent_soft; selection-color: @text;
}
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0px 8px; border-radius: 6px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
    subcontrol-origin: border; width: 22px; border: none; background: transparent;
    border-radius: 4px;
}
QAbstractSpinBox::up-button { subcontrol-position: top right; margin: 3px 3px 0px 0px; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; margin: 0px 3px 3px 0px; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: @hover; }
QAbstractSpinBox::up-arrow {
    image: url(:/look/chevron-up-muted.svg); width: 12px; height: 12px;
}
QAbstractSpinBox::down-arrow {
    image: url(:/look/chevron-down-muted.svg); width: 12px; height: 12px;
}
QAbstractSpinBox::up-arrow:disabled, QAbstractSpinBox::up-arrow:off {
    image: url(:/look/chevron-up-faint.svg);
}
QAbstractSpinBox::down-arrow:disabled, QAbstractSpinBox::down-arrow:off {
    image: url(:/look/chevron-down-faint.svg);
}
QDateEdit::drop-down {
    subcontrol-origin: padding; subcontrol-position: right center; width: 26px; border: none;
}
QDateEdit::down-arrow {
    image: url(:/look/chevron-down-muted.svg); width: 16px; height: 16px;
}
"""

_CHOICES: Final = """
QCheckBox, QRadioButton {
    spacing: 8px; min-height: 24px; border: 2px solid transparent; border-radius: 6px;
    color: @text;
}
QCheckBox[ring="true"], QRadioButton[ring="true"] { border-color: @accent; }
QCheckBox:disabled, QRadioButton:disabled { color: @faint; }
QCheckBox::indicator, QAbstractItemView::indicator {
    width: 16px; height: 16px; border: 1px solid @edge; background: @surface;
    border-radius: 4px;
}
QCheckBox::indicator:hover { border-color: @accent; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {
    background: @accent; border-color: @accent; image: url(:/look/tick-on_accent.svg);
}
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate {
    background: @accent; border-color: @accent; image: url(:/look/dash-on_accent.svg);
}
QCheckBox::indicator:disabled { background: transparent; border-color: @border; }
QCheckBox::indicator:checked:disabled { image: url(:/look/tick-faint.svg); }
QRadioButton::indicator { width: 18px; height: 18px; image: url(:/look/radio.svg); }
QRadioButton::indicator:hover { image: url(:/look/radio-hover.svg); }
QRadioButton::indicator:checked { image: url(:/look/radio-checked.svg); }
QRadioButton::indicator:disabled { image: url(:/look/radio-disabled.svg); }
QRadioButton::indicator:checked:disabled { image: url(:/look/radio-checked-disabled.svg); }
QSlider { min-height: 24px; border: 2px solid transparent; border-radius: 6px; }
QSlider[ring="true"] { border-color: @accent; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: @border; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: @accent; }
QSlider::handle:horizontal {
    width: 18px; height: 18px; margin: -7px 0px; image: url(:/look/knob.svg);
}
QSlider::handle:horizontal:hover { image: url(:/look/knob-hover.svg); }
QSlider::sub-page:horizontal:disabled { background: @border; }
QSlider::handle:horizontal:disabled { image: url(:/look/knob-disabled.svg); }
QProgressBar {
    background: @pressed; border: none; border-radius: 3px; max-height: 6px;
    min-height: 6px; text-align: center; color: transparent;
}
QProgressBar::chunk { background: @accent; border-radius: 3px; }
"""

CONTROLS: Final = _BUTTONS + _FIELDS + _CHOICES
