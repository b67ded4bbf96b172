"""The eight waves of a barometer, as counts of the answers 1 to 5, and what is known of them."""

from typing import Final

#: By item, one row of counts a wave.
ITEMS: Final = {
    "Q1": "1,4,8,6,1 1,5,9,5,1 1,6,7,4,1 2,6,7,3,0 1,6,8,4,1 0,6,7,6,2 0,4,8,7,3 0,4,7,7,4",
    "Q2": "4,7,6,3,0 3,6,8,4,0 2,6,7,4,0 2,5,6,5,0 1,4,8,6,1 0,5,7,7,2 0,3,7,8,4 0,3,6,8,5",
    "Q3": "1,5,8,5,1 1,5,7,7,1 1,5,7,5,1 1,5,7,5,0 1,4,8,6,1 0,5,7,7,2 0,4,8,7,3 0,4,7,7,4",
    "Q4": "1,12,2,0,5 1,14,1,0,5 2,12,1,0,4 4,9,2,0,3 2,13,0,1,4 0,14,0,2,5 0,13,2,1,6 0,12,2,2,6",
    "Q5": "1,6,8,4,1 1,5,9,5,1 1,5,7,5,1 2,5,7,4,0 1,4,8,6,1 0,4,8,6,3 0,4,7,7,4 0,3,7,8,4",
    "Q6": "3,6,7,4,0 3,8,7,3,0 4,6,6,3,0 5,6,5,2,0 3,6,7,4,0 1,5,9,5,1 0,6,8,6,2 0,4,8,7,3",
    "Q7": "1,6,8,4,1 2,6,7,6,0 2,6,7,4,0 3,6,6,3,0 3,6,7,4,0 2,6,7,6,0 1,6,8,6,1 1,6,8,6,1",
    "Q8": "0,5,8,5,2 1,5,9,5,1 2,7,6,4,0 6,6,4,2,0 3,7,7,3,0 1,5,9,5,1 0,5,8,7,2 0,4,7,7,4",
    "Q9": "2,6,8,4,0 3,8,7,3,0 4,6,6,3,0 5,6,5,2,0 5,8,5,2,0 4,8,6,3,0 4,7,7,4,0 4,7,7,4,0",
    "Q10": "1,5,8,5,1 1,7,7,5,1 2,7,6,4,0 7,5,5,1,0 5,8,5,2,0 2,7,7,5,0 1,6,8,6,1 0,6,8,6,2",
}
WAVES: Final = range(8)
#: How many of the 24 asked answered each wave.
ANSWERED: Final = (20, 21, 19, 18, 20, 21, 22, 22)
#: Would recommend, neither, would not.
RECOMMENDATION: Final = (
    *((5, 8, 7), (5, 8, 8), (4, 7, 8), (2, 6, 10)),
    *((3, 8, 9), (5, 9, 7), (7, 9, 6), (8, 9, 5)),
)


def counts(item: str, wave: int) -> tuple[int, ...]:
    """Return the counts of the answers to an item in a wave, from 1 on."""
    return tuple(int(count) for count in ITEMS[item].split()[wave].split(","))


def means(item: str) -> list[float]:
    """Return the mean of every wave, reckoned here by hand from the counts."""
    rows = [counts(item, wave) for wave in WAVES]
    return [sum(a * c for a, c in enumerate(row, 1)) / sum(row) for row in rows]


def indexes() -> list[float]:
    """Return the mean over the items of every wave."""
    by_item = [means(item) for item in ITEMS]
    return [sum(each[wave] for each in by_item) / len(by_item) for wave in WAVES]
