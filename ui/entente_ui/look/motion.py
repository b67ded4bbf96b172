"""Short movements that show where something went."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QAbstractAnimation, QByteArray, QEasingCurve, QObject, QPropertyAnimation

from entente_ui.look.theme import theme

QUICK: Final = 120
NORMAL: Final = 160
CALM: Final = 180


def move(
    target: QObject,
    name: bytes,
    end: Any,  # noqa: ANN401  # whatever the Qt property holds
    *,
    start: Any = None,  # noqa: ANN401  # whatever the Qt property holds
    duration: int = NORMAL,
    done: Callable[[], None] | None = None,
) -> QPropertyAnimation | None:
    """Lead a Qt property of `target` to `end`; at once where motion is not wanted.

    Args:
        target: Owner of the property, and of the animation.
        name: The property.
        end: Its final value.
        start: Value to begin from; the current one by default.
        duration: In ms.
        done: Called at the end, also when nothing moves.

    Returns:
        The running animation, or None when the value was simply set.
    """
    if theme().reduced_motion:
        target.setProperty(name.decode(), end)
        if done is not None:
            done()
        return None
    animation = QPropertyAnimation(target, QByteArray(name), target)
    animation.setDuration(duration)
    animation.setEasingCurve(QEasingCurve.Type.OutCubic)
    if start is not None:
        animation.setStartValue(start)
    animation.setEndValue(end)
    if done is not None:
        animation.finished.connect(done)
    animation.start(QAbstractAnimation.DeletionPolicy.DeleteWhenStopped)
    return animation
