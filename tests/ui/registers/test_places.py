"""Where one is in a register, while rows come and go."""

from entente_ui.registers.register import Register
from tests.ui.registers.conftest import Mission


def test_a_projected_register_keeps_the_chosen_record_though_rows_vanish(
    mission: Mission, actors: Register
) -> None:
    model = actors.model
    (public,) = (
        model.key_at(row) for row in range(model.rowCount()) if model.level_at(row) == "public"
    )
    last = model.key_at(model.rowCount() - 1)
    actors.table.select_keys([last])
    mission.document.present(on=True)
    assert model.rowCount() == 1
    mission.document.present(on=False)
    actors.table.select_keys([public])
    mission.document.present(on=True)
    assert actors.table.selected_keys() == [public]
