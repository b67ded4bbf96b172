import datetime as dt
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from entente.domain.actor import ACTOR, Camp
from entente.domain.alignment import Side
from entente.domain.canvas_layout import covers
from entente.services import records
from entente_ui.actors.map.arranging import ARRANGEMENTS, Arrangement
from entente_ui.actors.map.filters import MapFilter, Sign

if TYPE_CHECKING:
    from tests.ui.actors.map.conftest import Hands


def test_opening_the_map_changes_nothing(hands: "Hands") -> None:
    assert len(hands.document.steps()) == 1
    assert hands.data.views == ()


def test_a_filter_is_kept_in_the_file_and_can_be_undone(hands: "Hands") -> None:
    hands.view.choices.toggle_sign(Sign.BAD)
    assert [relation.quality for relation in hands.canvas.chart.relations] == [-2]
    assert hands.data.view.filters == ("sign:bad",)
    hands.document.undo()
    assert len(hands.canvas.chart.relations) == 3


def test_a_filter_is_the_same_after_being_written_down() -> None:
    chosen = MapFilter(
        camps=frozenset({"digital", ""}),
        kinds=frozenset({"informal"}),
        signs=frozenset({Sign.GOOD, Sign.UNRATED}),
        unsure=True,
        tied=True,
        boxes=False,
        folded=frozenset({"abc"}),
    )
    assert MapFilter.from_words(chosen.to_words()) == chosen


def test_junk_among_the_filters_is_passed_over() -> None:
    assert MapFilter.from_words(("", "sign", "sign:great", ":", "x:y")) == MapFilter()


def test_other_camps_step_back(hands: "Hands") -> None:
    hands.view.choices.choose_camps(frozenset({Camp.DIGITAL}))
    faded = {hands.canvas.chart.actors[key].name for key in hands.canvas.chart.faded}
    assert faded == {"Bo", "Cy", "Dan", "Eve"}
    hands.view.choices.clear_filters()
    assert not hands.canvas.chart.faded


def test_only_who_has_relations_is_shown(hands: "Hands") -> None:
    hands.view.choices.toggle_tied()
    assert hands.shown() == {"Ada", "Bo", "Cy", "Dan"}


def test_a_folded_organisation_hides_its_people(hands: "Hands") -> None:
    hands.view.reveal("organisation", hands.house("Delta"))
    hands.view.choices.toggle_fold()
    assert hands.shown() == {"Ada", "Bo", "Eve"}
    assert hands.house("Delta") in hands.canvas.chart.boxes


def test_a_named_view_has_places_of_its_own(hands: "Hands") -> None:
    hands.view.add_view("Bureau")
    hands.pick("Ada")
    hands.view.deeds.move({hands.key("Ada"): (800, 800)}, {})
    first = next(view for view in hands.data.views if view.name == "Whole map")
    hands.view.show_view(first.id)
    assert hands.spot("Ada") != (800, 800)
    assert {view.name for view in hands.data.views} == {"Whole map", "Bureau"}


def test_removing_a_view_shows_another(hands: "Hands") -> None:
    hands.view.add_view("Bureau")
    hands.view.choices.remove_view()
    assert hands.canvas.chart.data.view.name == "Whole map"
    hands.document.undo()
    assert {view.name for view in hands.data.views} == {"Whole map", "Bureau"}


@pytest.mark.parametrize("arrangement", ARRANGEMENTS, ids=lambda each: each.name)
def test_an_arrangement_puts_nobody_on_another_and_leaves_the_pinned(
    hands: "Hands", arrangement: Arrangement
) -> None:
    hands.pick("Ada")
    hands.view.work.toggle_pin()
    before = hands.spot("Ada")
    hands.view.work.arrange(arrangement)
    assert hands.spot("Ada") == before
    spots = [(round(x), round(y)) for x, y in hands.canvas.chart.at.values()]
    assert not any(covers(one, other) for one, other in combinations(spots, 2))


def test_an_arrangement_is_one_step(hands: "Hands") -> None:
    before = dict(hands.canvas.chart.at)
    hands.view.work.arrange(ARRANGEMENTS[1])
    assert hands.canvas.chart.at != before
    hands.document.undo()
    assert hands.canvas.chart.at == before


def test_those_selected_are_brought_into_a_column(hands: "Hands") -> None:
    hands.pick("Ada", "Cy", "Eve")
    hands.view.work.align(Side.LEFT)
    assert len({hands.spot(name)[0] for name in ("Ada", "Cy", "Eve")}) == 1


def test_the_table_selects_the_same(hands: "Hands") -> None:
    hands.pick("Bo", "Dan")
    hands.view.actions_.table.setChecked(True)
    assert set(hands.view.twin.keys) == {hands.key("Bo"), hands.key("Dan")}
    hands.view.twin.selectRow(hands.view.twin.people.row_of(hands.key("Eve")))
    hands.view.actions_.table.setChecked(False)
    assert hands.canvas.picks.actors == (hands.key("Eve"),)


def test_the_table_counts_what_joins_each(hands: "Hands") -> None:
    hands.view.actions_.table.setChecked(True)
    people = hands.view.twin.people
    row = people.row_of(hands.key("Bo"))
    texts = [people.data(people.index(row, column)) for column in range(1, 8)]
    assert texts[0] == "Bo"
    assert texts[3:6] == ["2", "1", "1"]
    assert "Ada" in texts[6]


def test_an_earlier_day_is_shown_and_not_edited(hands: "Hands") -> None:
    hands.view.show_as_of(dt.date(2026, 1, 1))
    assert {relation.quality for relation in hands.canvas.chart.relations} == {None}
    steps = len(hands.document.steps())
    hands.pick("Ada")
    hands.view.work.remove()
    hands.view.work.arrange(ARRANGEMENTS[0])
    hands.view.work.notes.add()
    hands.drag(hands.at("Ada"), hands.at("Ada") + hands.canvas.rect().center() / 3)
    assert len(hands.document.steps()) == steps
    hands.view.show_as_of(None)
    assert {relation.quality for relation in hands.canvas.chart.relations} == {2, -2, 1}


def test_others_see_roles_and_cannot_change_the_map(hands: "Hands") -> None:
    hands.document.present(on=True)
    assert not any(name in hands.shown() for name in ("Ada", "Bo"))
    assert hands.canvas.chart.relations == []
    steps = len(hands.document.steps())
    hands.drag(hands.canvas.rect().center(), hands.canvas.rect().center() / 2)
    hands.view.choices.toggle_tied()
    assert len(hands.document.steps()) == steps
    assert hands.shown() == set()


def test_a_new_actor_stands_beside_its_colleagues_and_on_nobody(hands: "Hands") -> None:
    hands.view.deeds.move({hands.key("Ada"): (0, 0)}, {})
    house = hands.house("Rive")
    values = {"name": "Gil", "organisation_id": house}
    hands.document.run("add", lambda s: records.create(s, ACTOR, values))
    spots = {key: (round(x), round(y)) for key, (x, y) in hands.canvas.chart.at.items()}
    mine = spots.pop(hands.key("Gil"))
    assert hands.key("Gil") in hands.canvas.chart.boxes[house].members
    assert not any(covers(mine, other) for other in spots.values())


def test_what_was_in_view_comes_back(hands: "Hands") -> None:
    hands.pick("Cy")
    hands.canvas.zoom(3)
    state = hands.view.state()
    hands.canvas.fit()
    hands.canvas.picks.pick([])
    hands.view.restore(state)
    assert hands.canvas.camera.state == state["camera"]
    assert hands.canvas.picks.actors == (hands.key("Cy"),)


def test_finding_selects_whoever_has_the_words(hands: "Hands") -> None:
    hands.view.choices.find("rôle c")
    assert hands.canvas.picks.actors == (hands.key("Cy"),)


def test_a_frame_takes_along_what_it_holds(hands: "Hands") -> None:
    hands.pick("Eve")
    hands.view.work.notes.add_frame()
    (note,) = hands.canvas.chart.notes
    hands.view.deeds.move({}, {note.id: replace(note, y=note.y)})
    before = hands.spot("Eve")
    hands.canvas.setFocus()
    rect = hands.canvas.rect_of(hands.canvas.picks.things[0])
    hands.drag(rect.topLeft() + (rect.topRight() - rect.topLeft()) / 2, rect.center())
    assert hands.spot("Eve")[1] > before[1]


def test_every_action_offered_has_a_name(hands: "Hands") -> None:
    assert all(action.text() for action in hands.view.offered())


def test_a_pasted_list_stands_in_a_block_that_is_read_like_a_page(hands: "Hands") -> None:
    names = [f"Personne {number:02}" for number in range(20)]
    before = dict(hands.canvas.chart.at)
    QGuiApplication.clipboard().setText("\n".join(names))
    hands.view.work.paste()
    spots = [hands.spot(name) for name in names]
    assert spots == sorted(spots, key=lambda spot: (spot[1], spot[0]))
    everybody = [*spots, *(hands.canvas.chart.at[key] for key in before)]
    rounded = [(round(x), round(y)) for x, y in everybody]
    assert not any(covers(one, other) for one, other in combinations(rounded, 2))


@pytest.mark.parametrize(
    ("typed", "quality"), [("-2", -2), ("-1", -1), ("-", -1), ("0", 0), ("1", 1), ("+2", 2)]
)
def test_a_quality_is_typed_as_it_is_read(hands: "Hands", typed: str, quality: int) -> None:
    hands.view.work.ask_relation(hands.key("Dan"), hands.key("Eve"))
    question = hands.popover()
    QTest.keyClicks(question, typed)
    QTest.keyClick(question, Qt.Key.Key_Return)
    found = [r for r in hands.canvas.chart.relations if r.from_id == hands.key("Dan")]
    assert [relation.quality for relation in found] == [quality]
