"""Who belonged to a team when, told by the rows of all times."""

from uuid import UUID

from tests.measures import Row

Rows = dict[str, list[Row]]
ENDED = ("CLOSED", "WITHDRAWN")


def at(rows: Rows, position: int) -> Rows:
    """Those of the rows of all times that held at a position."""
    return {
        name: [row for row in some if row["from_position"] <= position < row["to_position"]]
        for name, some in rows.items()
    }


def counted(ever: Rows, held: Rows, objective: Row) -> set[UUID]:
    """The members of the owning team, as it is while the objective goes on and was at its end."""
    if objective["state"] in ENDED:
        ended = min(
            row["from_position"]
            for row in ever["objectives"]
            if row["id"] == objective["id"] and row["state"] in ENDED
        )
        held = at(ever, ended)
    active = {row["id"] for row in held["people"] if row["active"]}
    members = (
        row["person_id"]
        for row in held["team_members"]
        if row["team_id"] == objective["owner_team_id"]
    )
    return active.intersection(members)
