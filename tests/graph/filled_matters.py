"""Something to show for cases, meetings and their steps, and for what is measured."""

from typing import Any

from tests.graph.client import Client
from tests.graph.office import Office


async def matters(office: Office, team: str, cycle: str, member: Client) -> dict[str, list[str]]:
    """A case of each end and a meeting of each, the one with most to show first; by noun."""
    made: dict[str, list[str]] = {"Case": [], "Meeting": [], "Step": [], "Capacity": []}
    me = {"ownerPersonId": str(member.person_id)}

    async def said(noun: str, mutation: str, **stated: Any) -> str:
        shows = f"{noun.lower()} {{ id }}"
        id_ = str((await office.admin.do(mutation, shows, **stated))["id"])
        made[noun] += [id_] if id_ not in made[noun] else []
        return id_

    days = {"teamId": team, "cycleId": cycle, "days": "40", "note": "One is ill."}
    await said("Capacity", "recordCapacity", **days)
    about = {"teamId": team, "cycleId": cycle}
    words = {"title": "It may rain.", "text": "In May.", "dueOn": "2026-12-01"}
    extent = {"likelihood": "HIGH", "impact": "LOW", "ofTeamId": team}
    risk = await said("Case", "openCase", kind="RISK", **about, **words, **extent, **me)
    step = {"text": "Buy a tent.", "dueOn": "2026-11-01", **me}
    bought = await said("Step", "addStep", caseId=risk, **step)
    await said("Step", "completeStep", stepId=bought, doneOn="2026-10-02", note="A large one.")
    await said("Case", "closeCase", caseId=risk, state="SOLVED", outcome="It did not.")
    there = {"startsAt": "09:30", "timeZone": "Europe/Zurich", "joinAt": "https://example.org/room"}
    plan = {"plannedOn": "2026-10-01", "topics": "Names.", "title": "Kick-off", **there, **about}
    took = {"participantIds": [me["ownerPersonId"]]}
    held = await said("Meeting", "planMeeting", kind="KICK_OFF", **plan, **took)
    await said("Step", "addStep", meetingId=held, text="Say your names.")
    await said("Meeting", "holdMeeting", meetingId=held, note="All were there.")
    skipped = await said("Meeting", "planMeeting", kind="CHECK_IN", plannedOn="2026-10-08", **about)
    await said("Meeting", "skipMeeting", meetingId=skipped, reason="A holiday.")
    return made


async def measured(
    office: Office, team: str, member: Client, key_result: str
) -> dict[str, list[str]]:
    """What is measured all the time: healthy once, and not any more; a key result follows it."""
    kpi = await office.kpi(
        ownerTeamId=team,
        ownerPersonId=str(member.person_id),
        description="Whether we can be reached.",
        alarmBelow="90",
        lower="95",
        upper="100",
        alarmAbove="101",
    )
    wrong = await office.measured(kpi, "99", occurredOn="2026-10-01", source="The monitor")
    right = await office.admin.do(
        "correctKpiValue",
        "kpiValue { id }",
        kpiValueId=wrong,
        value="97",
        source="The monitor",
        note="Without the night.",
        reason="A slip.",
    )
    follows = {"keyResultId": key_result, "kpiId": kpi, "reason": "It is the same."}
    await office.admin.do("bindKeyResult", "keyResult { id }", **follows)
    later = await office.measured(kpi, "93", occurredOn="2026-10-02")
    said = {"kpiId": kpi, "name": "Reached", "reason": "It says more."}
    await office.admin.do("editKpi", "kpi { id }", **said)
    return {"Kpi": [kpi], "KpiValue": [right["id"], wrong, later]}
