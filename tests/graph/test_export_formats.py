"""The log in other forms than its own: for spreadsheets, for analysis, and for those who watch."""

import csv
import io
import json

import pyarrow.parquet as pq

from tests.graph.office import Office
from tests.graph.taking import facts, taken


async def test_cells_are_harmless_in_a_spreadsheet(office: Office) -> None:
    objective = await office.objective(await office.cycle())
    said = {"objectiveId": objective, "text": "=HYPERLINK(1)"}
    await office.admin.do("addComment", "comment { id }", **said)

    rows = list(csv.DictReader(io.StringIO((await taken(office.admin, format="csv")).text)))

    assert {row["type"] for row in rows} >= {"CommentAdded", "ObjectiveCreated"}
    assert not [cell for row in rows for cell in row.values() if cell[:1] in tuple("=+-@\t\r")]
    (comment,) = [row for row in rows if row["type"] == "CommentAdded"]
    assert comment["words"] == "text: =HYPERLINK(1)"
    assert json.loads(comment["private"])["text"]["value"] == "=HYPERLINK(1)"


async def test_parquet_has_the_lines_in_columns(office: Office) -> None:
    await office.started()

    table = pq.read_table(io.BytesIO((await taken(office.admin, format="parquet")).content))

    rows = table.to_pylist()
    again = facts(await taken(office.admin))[: len(rows)]
    assert [row["chain"] for row in rows] == [fact["chain"] for fact in again]
    assert [row["body"] for row in rows] == [fact["body"] for fact in again]
    assert [row["position"] for row in rows] == [*range(1, len(rows) + 1)]


async def test_cloud_events_are_a_batch_of_version_1(office: Office) -> None:
    answer = await taken(office.admin, format="cloudevents")

    assert answer.headers["content-type"] == "application/cloudevents-batch+json"
    batch = answer.json()
    lines = facts(await taken(office.admin))[: len(batch)]
    assert [each["data"] for each in batch] == lines
    for event, fact in zip(batch, lines, strict=True):
        assert event["specversion"] == "1.0"
        assert (event["id"], event["time"]) == (fact["eventId"], fact["recordedAt"])
        assert event["source"] == f"urn:uuid:{fact['organizationId']}"


async def test_activities_are_those_of_entity_management(office: Office) -> None:
    person = await office.person()
    said = {"personId": str(person.person_id)}
    await office.admin.do("renamePerson", "person { id }", name="Bill", **said)

    told = facts(await taken(office.admin, format="ocsf"))

    names = [(each["metadata"]["event_code"], each["activity_name"]) for each in told]
    assert names[-2:] == [("PersonAdded", "Create"), ("PersonRenamed", "Update")]
    last = told[-1]
    assert (last["class_uid"], last["type_uid"]) == (3004, 300403)
    assert last["actor"]["user"]["uid"] == str(office.admin.person_id)
    assert last["entity"]["uid"] == str(person.person_id)
