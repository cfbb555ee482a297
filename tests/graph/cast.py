"""An objective of a team with everything that a command may be about, and one of everybody."""

from dataclasses import dataclass, field, replace
from typing import Any

from tests.graph.client import Client
from tests.graph.confidence import paired
from tests.graph.office import RISING, Office
from tests.graph.pulses import opened
from tests.graph.stage import SOON

WAITING = {"kind": "INCREASE", "unit": "customers", "changeBy": "5"}
AWAITED = RISING | {"opensWith": "The launch", "openForDays": 30}
EACH = {"kind": "AT_LEAST", "unit": "hours", "target": "10", "reading": "SUM", "perPerson": "ALL"}
CONCERN = {"kind": "CONCERN", "text": "Words"}
RISK, MET = {"kind": "RISK", "title": "Words"}, {"kind": "REVIEW", "plannedOn": "2026-10-01"}
READER = "Reading program"
PROGRAMS = ("Program", READER)
PERMITTED = {"Planner": "MANAGE", "Auditor": "AUDIT", "Redactor": "REDACT"}


@dataclass(kw_only=True)
class Cast:
    """The ids of what there is, by what it is, and of what is each one's own."""

    office: Office
    drafter: Client
    people: dict[str, Client] = field(default_factory=dict)
    pair: dict[str, Client] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    own: dict[str, dict[str, str]] = field(default_factory=dict)
    identities: dict[str, str] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)

    @classmethod
    async def gather(cls, office: Office) -> "Cast":
        cast = cls(office=office, drafter=office.admin)
        await cast._people()
        await cast._objectives()
        await cast._work()
        await cast._said()
        for who, client in cast.people.items():
            cast.own[who] = cast._known_by(who) | {"me": str(client.person_id)}
            if who != READER:
                cast.own[who] |= await cast._of(client)
        await cast._parts()
        await cast._kept()
        return cast

    @property
    def everybody(self) -> dict[str, Client]:
        """The people in and around objectives, and the two of the mentorship."""
        return self.people | self.pair

    def person(self, who: str) -> str:
        return str(self.people[who].person_id)

    async def _people(self) -> None:
        office, ids = self.office, self.ids
        ids["department"] = await office.team("DEPARTMENT")
        ids["team"] = await office.team(parentId=ids["department"], wave=1)
        self.people = {
            "Administrator": office.admin,
            "Manager": await office.member(ids["department"], "MANAGER"),
            "Collaborator": await office.member(ids["team"]),
        }
        for who in ("Owner", "Author", "Key result owner", "Contributor", "Member"):
            self.people[who] = await office.person()
        for who in PERMITTED:
            self.people[who] = await office.person()
        for who, client in self.people.items():
            self.identities[who] = await self._known(client)
        for who in ("Mentor", "Mentee"):
            self.pair[who] = await office.person()
            self.own[who] = {"me": str(self.pair[who].person_id)}
        for who in PROGRAMS:
            self.people[who] = await self._program(who)
        for who, permission in PERMITTED.items():
            given = {"personId": self.person(who), "permission": permission}
            await office.admin.do("grantPermission", "person { id }", **given)
        only_reads = {"personId": self.person(READER), "permission": "CONTRIBUTE"}
        await office.admin.do("revokePermission", "person { id }", **only_reads)
        self.drafter, gone = await office.member(ids["team"]), await office.person()
        ids |= {"other": str(self.drafter.person_id), "gone": str(gone.person_id)}
        await office.admin.do("deactivatePerson", "person { id }", personId=ids["gone"])

    async def _program(self, who: str) -> Client:
        """A program of its own, with a key."""
        program = await self.office.person(who, isProgram=True)
        said = {"personId": str(program.person_id), "name": "Words", "expiresOn": SOON}
        made = await self.office.admin.command("createApiKey", "apiKey { id } secret", said)
        self.keys[who] = made["apiKey"]["id"]
        return replace(program, token=made["secret"])

    def _known_by(self, who: str) -> dict[str, str]:
        """By what the server tells who comes in."""
        if who in PROGRAMS:
            return {"own key": self.keys[who]}
        return {"identity": self.identities[who]}

    async def _known(self, client: Client) -> str:
        me = str(client.person_id)
        said = {"personId": me, "issuer": "https://login.example.org", "subject": me}
        return await self._made("linkIdentity", self.office.admin, **said)

    async def _objectives(self) -> None:
        office, ids = self.office, self.ids
        ids["organization"] = str(office.actor.organization_id)
        ids["cycle"] = await office.cycle()
        ids["next"] = await office.cycle(
            "2027-Q1", started=False, startsOn="2027-01-01", endsOn="2027-03-31"
        )
        ids["review"] = await office.cycle("2026-Q3", startsOn="2026-07-01", endsOn="2026-09-30")
        ids["elsewhere"] = await office.objective(ids["cycle"])
        ids["further"] = await office.objective(ids["cycle"])
        for name, more in (
            ("objective", {}),
            ("untouched", {}),
            ("draft", {"active": False}),
            ("private", {"visibility": "PRIVATE"}),
        ):
            ids[name] = await self._objective(**more)

    async def _objective(self, *, active: bool = True, **said: Any) -> str:
        """An objective of the team, written while it was a draft."""
        owned = {"ownerTeamId": self.ids["team"], "accountablePersonId": self.person("Owner")}
        made = await self.office.objective(
            self.ids["cycle"], active=False, by=self.drafter, **said | owned
        )
        wrote = {"objectiveId": made, "personId": self.person("Author"), "role": "CO_AUTHOR"}
        await self.drafter.do("addParticipant", "participant { id }", **wrote)
        if active:
            owner = self.people["Owner"]
            await owner.do("activateObjective", "objective { id }", objectiveId=made)
        return made

    async def _work(self) -> None:
        office, ids = self.office, self.ids
        mine, by = self.person("Key result owner"), self.people["Owner"]
        for name, metric in (("key result", None), ("waiting", WAITING), ("awaited", AWAITED)):
            ids[name] = await office.key_result(ids["objective"], metric, ownerPersonId=mine)
        ids["secret"] = await office.key_result(ids["private"], by=by, ownerPersonId=mine)
        await office.contributor(ids["secret"], self.people["Contributor"], by=by)
        ids["needed"] = await office.key_result(ids["untouched"], ownerPersonId=mine)
        await office.contributor(ids["needed"], self.people["Contributor"])
        ids["free"] = await office.key_result(ids["objective"])
        ids["claimed"] = await office.key_result(ids["objective"])
        ids["each"] = await office.key_result(ids["objective"], EACH)
        ids["report"] = await office.check_in(
            ids["key result"], "12", obstacles=["A wall"], help="A ladder."
        )
        owned = {"ownerTeamId": ids["team"], "ownerPersonId": self.person("Owner")}
        ids["aspiration"] = await office.aspiration()
        ids["kpi"] = await office.kpi(**owned)
        ids["kpi value"] = await office.measured(ids["kpi"], "97")
        ids["customers"] = await office.kpi(unit="customers")
        ids["red"] = await office.kpi(lower="95")
        await office.measured(ids["red"], "9")
        ids["hypothesis"] = await office.hypothesis(ownerTeamId=ids["team"])
        ids["experiment"] = await office.experiment(ids["hypothesis"])
        ids["metric of objective"] = await office.health_metric("9", objectiveId=ids["draft"])
        ids["metric of team"] = await office.health_metric("97", teamId=ids["team"])
        ids["metric of all"] = await office.health_metric("97")
        ids["event"] = await self._fact("KeyResult", ids["key result"], office.admin)
        ids["secret event"] = await self._fact("KeyResult", ids["secret"], self.people["Owner"])
        seen = await office.seen("CheckIn", ids["report"], "obstacles { id kind }", office.admin)
        ids |= {each["kind"]: each["id"] for each in seen["obstacles"]}
        ids |= await paired(office, *self.pair.values())
        mentee = self.pair["Mentee"]
        ids["mentorship event"] = await self._fact("Mentorship", ids["mentorship"], mentee)
        ids["alignment"] = await office.align(ids["objective"], ids["elsewhere"])
        ids["link"] = await office.link(ids["objective"], ids["elsewhere"])
        ids["attachment"] = await office.attached(keyResultId=ids["key result"])
        ids["course"] = await office.attached(kind="LEARNING")

    async def _said(self) -> None:
        """What somebody else said who has no part in it."""
        office, ids = self.office, self.ids
        bob = await office.person()
        objective, key_result = {"objectiveId": ids["objective"]}, {"keyResultId": ids["waiting"]}
        work = {"keyResultId": ids["key result"], "ownerPersonId": str(bob.person_id)}
        ids["work"] = await self._made(
            "addWorkItem", office.admin, title="Words", kind="TASK", **work
        )
        ids["work link"] = await self._tied(office.admin, ids["work"])
        of = {"kind": "INITIATIVE", "sort": "PROJECT", "scope": "Words", **objective}
        days = {"startsOn": "2026-10-01", "endsOn": "2026-10-31"}
        ids["initiative"] = await self._made(
            "addWorkItem", office.admin, title="Words", **of, **days
        )
        ids["comment"] = await self._made("addComment", bob, **objective, **CONCERN)
        told = {**objective, "text": "Words"}
        ids["announcement"] = await self._made("publishAnnouncement", office.admin, **told)
        ids["recognition"] = await self._made("addRecognition", bob, **told)
        for name, about in (("participant", objective), ("reader", {"objectiveId": ids["draft"]})):
            taking = {"personId": str(bob.person_id), "role": "STAKEHOLDER"}
            ids[name] = await self._made("addParticipant", office.admin, **about, **taking)
        ids["case"] = await self._made("openCase", bob, **RISK, **objective)
        ids["step"] = await self._made("addStep", bob, caseId=ids["case"], text="Words")
        ids["meeting"] = await self._made("planMeeting", office.admin, **MET, **objective)
        ids["help"] = await office.help_wanted(bob, **key_result)
        ids["wish"] = await office.part_wanted(ids["key result"], bob)
        proposed = {"title": "Words", "reason": "Words", "category": "OTHER"}
        proposer = await office.member(ids["team"])
        ids["proposal"] = await self._made("proposeRevision", proposer, **key_result, **proposed)
        drafted = {"title": "Words", "metric": RISING, "text": "Words", **objective}
        ids["proposed"] = await self._made("proposeKeyResult", bob, **drafted)
        about = {"forCycleId": ids["next"], "text": "Later"}
        ids["follow-up"] = await self._made("parkItem", office.admin, **about, **objective)
        measure = {"keyResultId": ids["key result"]}
        ids["measure"] = await self._made("parkItem", office.admin, **about, **measure)
        ids["idea"] = await self._made("parkItem", bob, **about)
        ids["pulse"] = await opened(office, ids["cycle"])
        ids["pulse of team"] = await opened(office, ids["cycle"], "SAFETY", teamId=ids["team"])

    async def _of(self, client: Client) -> dict[str, str]:
        """What each has said, or was asked for."""
        ids, me = self.ids, str(client.person_id)
        objective = {"objectiveId": ids["objective"]}
        taking = {"personId": me, "role": "STAKEHOLDER"}
        draft = {"objectiveId": ids["draft"]}
        admin = self.office.admin
        hypothesis = await self.office.hypothesis(client)
        work = await self._made("addWorkItem", client, title="Words", kind="TASK")
        case = await self._made("openCase", client, **RISK, **objective)
        return {
            "hypothesis": hypothesis,
            "experiment": await self.office.experiment(hypothesis),
            "comment": await self._made("addComment", client, **objective, **CONCERN),
            "recognition": await self._made("addRecognition", client, **objective, text="Words"),
            "case": case,
            "step": await self._made("addStep", client, caseId=case, text="Words"),
            "meeting": await self._made("planMeeting", client, **MET),
            "work": work,
            "work link": await self._tied(client, work),
            "help": await self.office.help_wanted(client, objectiveId=ids["objective"]),
            "asked": await self.office.help_wanted(objectiveId=ids["objective"], ofPersonId=me),
            "participant": await self._made("addParticipant", admin, **objective, **taking),
            "reader": await self._made("addParticipant", admin, **draft, **taking),
        }

    async def _tied(self, by: Client, work: str) -> str:
        said = {"workItemId": work, "kind": "SERVES", "toObjectiveId": self.ids["elsewhere"]}
        return await self._made("linkWork", by, **said)

    async def _parts(self) -> None:
        office, ids, people = self.office, self.ids, self.people
        part = await office.contributor(ids["key result"], people["Contributor"])
        report = await office.check_in(ids["key result"], "1", by=people["Contributor"])
        self.own["Contributor"] |= {"part": part, "report": report}
        report = await office.check_in(ids["claimed"], "12", by=people["Collaborator"])
        self.own["Collaborator"]["report"] = report
        for name, of in (("claim", "claimed"), ("part", "key result")):
            ids[name] = await office.contributor(ids[of], await office.person())

    async def _kept(self) -> None:
        """What was taken out of the log, and where it went."""
        ids, redactor = self.ids, self.people["Redactor"]
        program = await self.office.person("Program", isProgram=True)
        ids["program"] = str(program.person_id)
        made = {"personId": ids["program"], "name": "Words", "expiresOn": SOON}
        ids["key"] = await self._made("createApiKey", self.office.admin, **made)
        ids["identity"] = await self._known(self.drafter)
        linked = await self.office.admin.ask(
            "{ organization { events(last: 1) { nodes { __typename id } } } }"
        )
        [fact] = linked["organization"]["events"]["nodes"]
        assert fact["__typename"] == "IdentityLinked"
        ids["linked"] = fact["id"]
        ids["granted"] = await self._fact("Person", self.person("Redactor"), redactor)
        words = await self._fact("KeyResult", ids["each"], redactor)
        await redactor.do("redactEvent", "redaction { id }", eventId=words, reason="Words")
        headers = {"Authorization": f"Bearer {self.people['Auditor'].token}"}
        taken = await self.office.http.get("/audit/events", headers=headers)
        taken.raise_for_status()

    async def _fact(self, kind: str, noun_id: str, by: Client) -> str:
        """The last fact about something."""
        shows = "events(last: 1) { nodes { id } }"
        seen = await self.office.seen(kind, noun_id, shows, by)
        return str(seen["events"]["nodes"][0]["id"])

    async def _made(self, mutation: str, by: Client, **said: Any) -> str:
        noun = {
            "addComment": "comment",
            "addRecognition": "recognition",
            "publishAnnouncement": "announcement",
            "addParticipant": "participant",
            "createApiKey": "apiKey",
            "linkIdentity": "identity",
            "parkItem": "followUp",
            "addWorkItem": "workItem",
            "linkWork": "workLink",
            "openCase": "case",
            "addStep": "step",
            "planMeeting": "meeting",
        }
        shows = noun.get(mutation, "request")
        return str((await by.do(mutation, f"{shows} {{ id }}", **said))["id"])
