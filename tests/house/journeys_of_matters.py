"""How cases, meetings and steps are said."""

from server.okr import terms
from tests.house.beside import asking, of_a_case, of_a_milestone, of_a_team_in_a_cycle
from tests.house.journey import Journey

MATTERS = [
    Journey(
        noun=terms.Case, mutation="openCase", shows="case", table="cases", stated={"kind": "RISK"}
    ),
    Journey(
        noun=terms.Meeting,
        mutation="planMeeting",
        shows="meeting",
        table="meetings",
        stated={
            "kind": "KICK_OFF",
            "starts_at": "09:30",
            "time_zone": "Europe/Zurich",
            "join_at": "https://example.org/room",
        },
    ),
    Journey(
        noun=terms.Capacity,
        mutation="recordCapacity",
        shows="capacity",
        table="capacities",
        beside=of_a_team_in_a_cycle,
    ),
    Journey(
        noun=terms.Review,
        mutation="recordReview",
        shows="review",
        table="reviews",
        beside=of_a_milestone,
        stated={"kind": "MILESTONE"},
    ),
    Journey(noun=terms.Pulse, mutation="openPulse", shows="pulse", table="pulses", beside=asking),
    Journey(noun=terms.Step, mutation="addStep", shows="step", table="steps", beside=of_a_case),
]
