"""Something to show for what people were asked, and answered without their names."""

from tests.graph.office import Office
from tests.graph.pulses import answered, closed, opened


async def asked(office: Office, cycle: str) -> dict[str, list[str]]:
    """A pulse with an answer in somebody's own name, and enough without; by noun."""
    team = await office.team()
    people = [await office.member(team) for _ in range(5)]
    pulse = await opened(office, cycle, "TRUST", "CAN_IMPROVE", teamId=team, title="How it goes")
    for who in people:
        await answered(who, pulse, TRUST=4, CAN_IMPROVE="Fewer meetings.")
    own = await answered(await office.member(team), pulse, named=True, TRUST=2)
    await closed(office, pulse)
    return {"Pulse": [pulse], "PulseAnswer": [own]}
