"""Long lists of what people were asked."""

from tests.graph.crowd_of_voices import Lists
from tests.graph.office import Office
from tests.graph.pulses import opened

QUESTIONS = ["TRUST", "SAFETY", "ENGAGEMENT", "SATISFACTION", "LEARNED"]
"""The same people are asked the same once at a time."""
LENGTH = len(QUESTIONS)


async def pulses(office: Office) -> tuple[Lists, dict[str, list[str]]]:
    """The lists by connection, each with its owner; and what else stands in the organization's."""
    cycles = [
        await office.cycle(str(year), startsOn=f"{year}-01-01", endsOn=f"{year}-12-31")
        for year in range(2001, 2001 + LENGTH)
    ]
    teams = [await office.team() for _ in range(LENGTH)]
    of_team = [
        await opened(office, cycle, question, teamId=teams[0])
        for cycle, question in zip(cycles, QUESTIONS, strict=True)
    ]
    others = [await opened(office, cycles[0], teamId=each) for each in teams[1:]]
    return {
        "Cycle.pulses": (cycles[0], [of_team[0], *others]),
        "Team.pulses": (teams[0], of_team),
    }, {"Organization.cycles": cycles, "Organization.teams": teams}
