"""Amounts typed as people write them."""

from entente.domain.offers import read_amount
from entente.domain.records import Field, FieldKind
from entente_ui.pane import Context
from entente_ui.registers.box import FieldBox
from entente_ui.registers.writing import Place, commit, commit_read


def commit_money(
    context: Context, place: Place, box: FieldBox, field: Field, typed: object
) -> bool:
    """Write what was typed into a field as one step; « 18 k€ » is an amount, words are not.

    Returns:
        Whether it was taken; if not, the box says why and keeps what was typed.
    """
    if field.kind is not FieldKind.NUMBER or not isinstance(typed, str):
        return commit(context, place, box, field, typed)
    return commit_read(context, place, box, field, lambda: read_amount(field, typed))
