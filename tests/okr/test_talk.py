"""Rules about what people make known, answer, resolve and recognize."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from server.okr import events
from server.okr.announcements import (
    PublishAnnouncement,
    WithdrawAnnouncement,
    publish_announcement,
    withdraw_announcement,
)
from server.okr.comments import AddComment, ResolveComment, add_comment, resolve_comment
from server.okr.recognitions import (
    AddRecognition,
    WithdrawRecognition,
    add_recognition,
    withdraw_recognition,
)
from server.okr.said_now import CommentNow
from server.okr.talk_now import AnnouncementNow, RecognitionNow, ReviewNow
from server.okr.terms import CommentKind
from tests.okr.standings import (
    ANY,
    CYCLE,
    DRAFTERS,
    KEY_RESULT,
    ME,
    OBJECTIVE,
    OWNERS,
    RELATIONS,
    SOMEBODY,
    TEAM,
    a_cycle,
    a_manager,
    a_planner,
    a_standing,
    a_stranger,
    a_team,
    about,
    an_id,
    an_objective,
    reasons,
    refused,
    rests_on,
    saying,
    stale,
    the_fact,
    who_may,
)

KNOWN, PRAISE, COMMENT, REVIEW = map(an_id, ("known", "praise", "comment", "review"))
ONE = PublishAnnouncement(objective_id=OBJECTIVE, text="This is why.")
ALL = PublishAnnouncement(cycle_id=CYCLE, text="This is why.")
WELL_DONE = AddRecognition(key_result_id=KEY_RESULT, text="Well done.")
RESOLVING = ResolveComment(comment_id=COMMENT, outcome="We left it out.")
ANSWER = AddComment(answers_id=COMMENT, text="Why?")


def announced(**known: Any) -> AnnouncementNow:
    said: dict[str, Any] = {"id": KNOWN, "version": 1, "author_id": SOMEBODY, "withdrawn": False}
    return AnnouncementNow(**(said | known))


def praised(**known: Any) -> RecognitionNow:
    said: dict[str, Any] = {"id": PRAISE, "version": 1, "author_id": ME, "withdrawn": False}
    return RecognitionNow(**(said | known))


def a_comment(**known: Any) -> CommentNow:
    said: dict[str, Any] = {"id": COMMENT, "version": 1, "author_id": SOMEBODY, "withdrawn": False}
    return CommentNow(**(said | {"open": True, "objective_id": OBJECTIVE} | known))


def test_whoever_answers_for_it_makes_it_known() -> None:
    assert who_may(publish_announcement, ONE) == OWNERS
    of_team = saying(ALL, team_id=TEAM)
    whole = a_standing(cycle=a_cycle(), team=a_team())
    for actor, said in ((a_planner(), ALL), (a_planner(), of_team), (a_manager(), of_team)):
        assert reasons(publish_announcement, replace(whole, actor=actor), said) == []
    leads = replace(whole, actor=a_manager())
    assert refused(publish_announcement, leads, ALL) == {"NOT_ALLOWED"}


def test_what_is_made_known_tells_its_cycle() -> None:
    assert the_fact(publish_announcement, about(), ONE) == events.AnnouncementPublished(
        announcement_id=UUID(int=1), cycle_id=CYCLE, objective_id=OBJECTIVE, text="This is why."
    )
    assert rests_on(publish_announcement, about(), ONE) == {OBJECTIVE: ANY, CYCLE: ANY}
    assert rests_on(publish_announcement, a_standing(cycle=a_cycle()), ALL) == {CYCLE: ANY}


def test_what_is_made_known_has_begun_and_goes_on() -> None:
    draft = about(objective=an_objective("DRAFT"))
    assert refused(publish_announcement, draft, ONE) == {"WRONG_STATE objective_id"}
    closed = about(objective=an_objective(cycle="CLOSED"))
    assert refused(publish_announcement, closed, ONE) == {"CYCLE_IS_CLOSED objective_id"}
    assert refused(publish_announcement, a_standing(cycle=a_cycle("CLOSED")), ALL) == {
        "CYCLE_IS_CLOSED cycle_id"
    }
    both = saying(ONE, cycle_id=CYCLE)
    assert refused(publish_announcement, about(cycle=a_cycle()), both) == {"INVALID cycle_id"}


def test_what_was_made_known_is_taken_back_once() -> None:
    said = WithdrawAnnouncement(announcement_id=KNOWN)
    mine = a_standing(a_stranger(), announcement=announced(author_id=ME))
    theirs = replace(mine, announcement=announced())
    gone = replace(mine, announcement=announced(author_id=ME, withdrawn=True, version=2))

    fact = the_fact(withdraw_announcement, mine, said)
    assert fact == events.AnnouncementWithdrawn(announcement_id=KNOWN)
    assert refused(withdraw_announcement, theirs, said) == {"NOT_ALLOWED"}
    assert refused(withdraw_announcement, gone, said) == {"WRONG_STATE announcement_id"}
    assert stale(withdraw_announcement, gone, said)[1] == 2


def test_an_answer_stands_in_the_thread_of_what_it_answers() -> None:
    standing = about(comment=a_comment(key_result_id=KEY_RESULT, answers_id=an_id("first")))
    assert the_fact(add_comment, standing, ANSWER) == events.CommentAdded(
        comment_id=UUID(int=1),
        objective_id=OBJECTIVE,
        key_result_id=KEY_RESULT,
        answers_id=an_id("first"),
        text="Why?",
    )
    of_cycle = a_standing(
        comment=a_comment(objective_id=None, announcement_id=KNOWN), announcement=announced()
    )
    assert the_fact(add_comment, of_cycle, ANSWER) == events.CommentAdded(
        comment_id=UUID(int=1), announcement_id=KNOWN, answers_id=COMMENT, text="Why?"
    )
    both = saying(ANSWER, key_result_id=KEY_RESULT)
    assert refused(add_comment, standing, both) == {"INVALID key_result_id"}
    gone = replace(of_cycle, announcement=announced(withdrawn=True))
    assert refused(add_comment, gone, ANSWER) == {"WRONG_STATE answers_id"}


def test_who_can_change_it_says_what_came_of_it() -> None:
    assert who_may(resolve_comment, RESOLVING, about(comment=a_comment())) == DRAFTERS
    mine = about(a_stranger(), comment=a_comment(author_id=ME))
    assert the_fact(resolve_comment, mine, RESOLVING) == events.CommentResolved(
        comment_id=COMMENT, objective_id=OBJECTIVE, outcome="We left it out."
    )
    known = a_comment(objective_id=None, announcement_id=KNOWN)
    told = a_standing(a_planner(), comment=known, announcement=announced())
    assert reasons(resolve_comment, told, RESOLVING) == []
    other = replace(told, actor=a_stranger())
    assert refused(resolve_comment, other, RESOLVING) == {"NOT_ALLOWED"}


def test_only_what_waits_comes_to_an_outcome() -> None:
    closed = about(comment=a_comment(open=False, version=3))
    assert refused(resolve_comment, closed, RESOLVING) == {"WRONG_STATE comment_id"}
    assert stale(resolve_comment, closed, RESOLVING)[1] == 3
    blank = saying(RESOLVING, outcome=" ")
    assert refused(resolve_comment, about(comment=a_comment()), blank) == {"INVALID outcome"}
    asked = AddComment(objective_id=OBJECTIVE, kind=CommentKind.QUESTION, text="Why?")
    fact = the_fact(add_comment, about(), asked)
    assert vars(fact)["kind"] is CommentKind.QUESTION


def test_everybody_who_sees_it_recognizes_it() -> None:
    assert who_may(add_recognition, WELL_DONE) == set(RELATIONS)
    assert the_fact(add_recognition, about(), WELL_DONE) == events.RecognitionAdded(
        recognition_id=UUID(int=1),
        objective_id=OBJECTIVE,
        key_result_id=KEY_RESULT,
        text="Well done.",
    )
    of_review = AddRecognition(team_id=TEAM, review_id=REVIEW, text="Well done.")
    held = a_standing(team=a_team(), review=ReviewNow(id=REVIEW, objective_id=OBJECTIVE))
    assert vars(the_fact(add_recognition, held, of_review))["objective_id"] == OBJECTIVE


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"key_result_id": None}, "objective_id"),
        ({"objective_id": OBJECTIVE}, "key_result_id"),
        ({"text": " "}, "text"),
    ],
)
def test_recognition_says_what_for(words: dict[str, Any], field: str) -> None:
    said = saying(WELL_DONE, **words)
    assert refused(add_recognition, about(), said) == {f"INVALID {field}"}


def test_who_recognized_takes_it_back_once() -> None:
    said = WithdrawRecognition(recognition_id=PRAISE)
    mine = a_standing(a_stranger(), recognition=praised())
    theirs = replace(mine, recognition=praised(author_id=SOMEBODY))
    gone = replace(mine, recognition=praised(withdrawn=True))

    fact = the_fact(withdraw_recognition, mine, said)
    assert fact == events.RecognitionWithdrawn(recognition_id=PRAISE)
    assert refused(withdraw_recognition, theirs, said) == {"NOT_ALLOWED"}
    assert refused(withdraw_recognition, gone, said) == {"WRONG_STATE recognition_id"}
