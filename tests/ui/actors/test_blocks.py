import itertools

import pytest

from entente.domain.actor import Quadrant
from entente_ui.actors.blocks import blocks
from entente_ui.actors.frame import SCORES, Frame, Score

FRAMES = [
    Frame(1000, 640, strip=30, gap=8, pad=9),
    Frame(420, 260, strip=24, gap=5, pad=3),
    Frame(120, 90, strip=24, gap=5, pad=3),
]


@pytest.mark.parametrize("frame", FRAMES)
def test_every_position_is_in_exactly_one_block(frame: Frame) -> None:
    scores = [score for block in blocks(frame, 28) for score in block.scores]
    assert sorted(scores) == sorted(Score(p, i) for p, i in itertools.product(SCORES, SCORES))


@pytest.mark.parametrize("frame", FRAMES)
def test_a_block_lies_in_one_quadrant_below_its_caption(frame: Frame) -> None:
    for block in blocks(frame, 28):
        (panel,) = [frame.panel(q) for q in Quadrant if frame.panel(q).holds(block.box)]
        assert block.box.top >= panel.top + frame.strip


def test_with_room_enough_each_position_is_a_block_of_its_own() -> None:
    assert len(blocks(FRAMES[0], 28)) == 81


@pytest.mark.parametrize("frame", FRAMES[:2])
def test_a_block_is_large_enough_for_a_token(frame: Frame) -> None:
    for block in blocks(frame, 28):
        assert block.box.right - block.box.left >= 28
        assert block.box.bottom - block.box.top >= 28


def test_a_token_is_put_wholly_inside_its_block() -> None:
    (block, *_others) = blocks(FRAMES[1], 28)
    x, y = block.nearest((-500, 9000), 13)
    assert block.box.left + 13 <= x <= block.box.right - 13
    assert block.box.top + 13 <= y <= block.box.bottom - 13
