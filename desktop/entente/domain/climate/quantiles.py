"""Quantiles of the t distribution, for intervals around the mean of few answers."""

import math
from functools import cache

_STEPS = 200
_TINY = 1e-300
_CLOSE = 1e-15


@cache
def t_quantile(share: float, freedom: int) -> float:
    """Return the quantile of Student's t distribution.

    Args:
        share: From 0.5 up to, not including, 1.
        freedom: Degrees of freedom, at least 1.

    Raises:
        ValueError: If either is out of its range.
    """
    if not 0.5 <= share < 1 or freedom < 1:  # the upper half
        msg = f"no quantile {share} with {freedom} degrees of freedom"
        raise ValueError(msg)
    low, high = 0.0, 1.0
    while _below(high, freedom) < share:
        low, high = high, high * 2
    for _step in range(_STEPS):
        middle = (low + high) / 2
        if middle in {low, high}:
            break
        low, high = (middle, high) if _below(middle, freedom) < share else (low, middle)
    return (low + high) / 2


def _below(value: float, freedom: int) -> float:
    """Return the probability of less than a value that is not negative."""
    at = freedom / (freedom + value * value)
    return 1 - _beta(at, freedom / 2, 0.5) / 2


def _beta(x: float, a: float, b: float) -> float:
    """Return the regularised incomplete beta function, by its continued fraction.

    Lentz's method; NIST Digital Library of Mathematical Functions, 8.17.22.
    """
    if x <= 0 or x >= 1:
        return float(x >= 1)
    scale = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    front = math.exp(scale + a * math.log(x) + b * math.log1p(-x))
    if x > (a + 1) / (a + b + 2):
        return 1 - front * _fraction(1 - x, b, a) / b
    return front * _fraction(x, a, b) / a


def _fraction(x: float, a: float, b: float) -> float:
    c, d = 1.0, 1 / _apart(1 - (a + b) * x / (a + 1))
    found = d
    for m in range(1, _STEPS):
        for term in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / _apart(1 + term * d)
            c = _apart(1 + term / c)
            found *= c * d
        if abs(c * d - 1) < _CLOSE:
            break
    return found


def _apart(value: float) -> float:
    """Return a value that can be divided by."""
    return value if abs(value) > _TINY else _TINY
