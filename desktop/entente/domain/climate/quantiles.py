"""Quantiles of the t distribution, for intervals around the mean of few answers."""

import math
from functools import cache
from statistics import NormalDist

_STEPS = 200
_TINY = 1e-300
_CLOSE = 1e-15
#: Newton's steps end with one smaller than this.
_NEAR = 1e-8


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
    value = _nearly(share, freedom)
    for _step in range(_STEPS):
        # The distribution is concave here: a step from below stays below, one from above may
        # fall under nought.
        step = (_below(value, freedom) - share) / _density(value, freedom)
        value = max(value - step, 0.0)
        if abs(step) <= _NEAR * value:  # what is left after it is the square of it
            break
    return value


def _nearly(share: float, freedom: int) -> float:
    """Return the quantile by the first terms of its expansion around the normal one.

    Abramowitz & Stegun, 26.7.5.
    """
    normal = NormalDist().inv_cdf(share)
    first = (normal**3 + normal) / 4
    second = (5 * normal**5 + 16 * normal**3 + 3 * normal) / 96
    return normal + first / freedom + second / freedom**2


def _density(value: float, freedom: int) -> float:
    scale = math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2)
    power = (freedom + 1) / 2 * math.log1p(value * value / freedom)
    return math.exp(scale - power) / math.sqrt(freedom * math.pi)


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
