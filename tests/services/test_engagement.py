"""The inventory of tools of engagement."""

from entente.domain.engagement import ENGAGEMENT_TOOL
from entente.i18n import use_language
from entente.services import engagement, records
from entente.store.gate import Gate


def test_usual_tools_are_added_once_whatever_the_language(gate: Gate) -> None:
    gate.run(
        "Add", lambda s: records.create(s, ENGAGEMENT_TOOL, {"name": "blog", "verdict": "reuse"})
    )
    gate.run("Add", engagement.add_usual)
    use_language("fr")
    gate.run("Add", engagement.add_usual)
    rows = gate.read(lambda session: records.list_rows(session, ENGAGEMENT_TOOL).dicts())
    names = [row["name"] for row in rows]
    assert len(names) == len(set(names)) == 12
    assert "blog" in names
    assert "Blog" not in names
    # Nobody has judged them yet, and those that are no more say so.
    assert {row["verdict"] for row in rows} == {None, "reuse"}
    assert [row["name"] for row in rows if row["notes"]] == ["Google+ page", "Twitter account"]
