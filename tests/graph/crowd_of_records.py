"""Long lists of what stands beside the goals: who comes in, what is measured, who checked."""

from tests.graph.crowd_of_voices import Lists
from tests.graph.office import Office

LENGTH = 5
SOON = "2026-12-01"


async def records(office: Office) -> tuple[Lists, dict[str, list[str]]]:
    """The lists by connection, each with its owner; and what else stands in the organization's."""
    organization, team = str(office.actor.organization_id), await office.team()
    person = str((await office.person()).person_id)
    program = str((await office.person("Program", isProgram=True)).person_id)

    async def five(mutation: str, noun: str, **said: object) -> list[str]:
        """Made in a row; what has to differ says its number."""
        return [
            (
                await office.admin.do(
                    mutation,
                    f"{noun} {{ id }}",
                    **{
                        name: text(number) if callable(text) else text
                        for name, text in said.items()
                    },
                )
            )["id"]
            for number in range(LENGTH)
        ]

    identities = await five(
        "linkIdentity",
        "identity",
        personId=person,
        issuer="https://login.example.org",
        subject="person-{}".format,
    )
    keys = await five(
        "createApiKey", "apiKey", personId=program, name="Key {}".format, expiresOn=SOON
    )
    of_team = await five("addKpi", "kpi", name="Measure {}".format, ownerTeamId=team)
    assumed = {"problem": "So.", "assumption": "So.", "statement": "So {}.".format}
    assumptions = await five("addHypothesis", "hypothesis", **assumed)
    learned = await five("addInsight", "insight", hypothesisId=assumptions[0], text="{}.".format)
    checks = await five("reportVerification", "verification", lastPosition=1, chain="0" * 64)
    cycle = await office.cycle("2029-Q1", startsOn="2029-01-01", endsOn="2029-03-31")
    ways = await five("addAspiration", "aspiration", kind="THEME", title="Theme {}".format)
    serving = [await office.objective(cycle, ownerTeamId=team) for _ in range(LENGTH)]
    for each in serving:
        await office.serve(each, ways[0])
    asked = {"purpose": "LEARNING", "reason": "So.", "cycleId": cycle}
    taken = await five("exportScores", "scoreExport", personId=person, **asked)
    measured = await office.key_result(serving[0])
    about = {"keyResultId": measured, "kind": "PARTNER"}
    outside = await five("addAttachment", "attachment", title="Partner {}".format, **about)
    lists: Lists = {
        "Organization.attachments": (organization, [*outside]),
        "Objective.attachments": (serving[0], outside),
        "KeyResult.attachments": (measured, outside),
        "Organization.aspirations": (organization, ways),
        "Aspiration.objectives": (ways[0], serving),
        "Person.scoreExports": (person, taken),
        "Organization.scoreExports": (organization, taken),
        "Person.identities": (person, identities),
        "Person.apiKeys": (program, keys),
        "Team.kpis": (team, of_team),
        "Organization.kpis": (organization, of_team),
        "Organization.hypotheses": (organization, assumptions),
        "Organization.insights": (organization, learned),
        "Organization.verifications": (organization, checks),
    }
    return lists, {
        "Organization.teams": [team],
        "Organization.people": [person, program],
        "Organization.cycles": [cycle],
        "Organization.objectives": serving,
        "Organization.keyResults": [measured],
    }
