"""What Windows tells its programs about sleep."""

from collections.abc import Callable
from ctypes import wintypes
from typing import Final

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray
from typing_extensions import override

_WM_POWERBROADCAST: Final = 0x0218
_PBT_APMSUSPEND: Final = 0x0004


class PowerFilter(QAbstractNativeEventFilter):
    """Calls a function when the computer is about to sleep."""

    def __init__(self, on_sleep: Callable[[], None]) -> None:
        super().__init__()
        self._on_sleep = on_sleep

    @override
    def nativeEventFilter(
        self, eventType: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        told = wintypes.MSG.from_address(int(message))
        if told.message == _WM_POWERBROADCAST and told.wParam == _PBT_APMSUSPEND:
            self._on_sleep()
        return False
