"""Rules about comments: what people say about objectives, key results and reports."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from server.okr import events
from server.okr.comments import AddComment, WithdrawComment, add_comment, withdraw_comment
from server.okr.said_now import CommentNow
from tests.okr.standings import (
    ANY,
    CHECK_IN,
    CYCLE,
    KEY_RESULT,
    ME,
    OBJECTIVE,
    RELATIONS,
    SOMEBODY,
    a_check_in,
    a_stranger,
    about,
    an_id,
    an_objective,
    refused,
    rests_on,
    saying,
    stale,
    the_fact,
    who_may,
)

COMMENT = an_id("comment")
SAYING = AddComment(key_result_id=KEY_RESULT, text="How can we help?")
TAKING_BACK = WithdrawComment(comment_id=COMMENT)


def a_comment(**known: Any) -> CommentNow:
    comment: dict[str, Any] = {"id": COMMENT, "version": 1, "author_id": ME, "withdrawn": False}
    return CommentNow(**(comment | {"objective_id": OBJECTIVE} | known))


def test_everybody_who_sees_it_speaks_about_it() -> None:
    assert who_may(add_comment, SAYING) == set(RELATIONS)


@pytest.mark.parametrize(
    ("words", "key_result"),
    [
        ({"objective_id": OBJECTIVE}, None),
        ({"key_result_id": KEY_RESULT}, KEY_RESULT),
        ({"check_in_id": CHECK_IN}, KEY_RESULT),
    ],
)
def test_a_comment_knows_all_that_it_is_about(words: Any, key_result: UUID | None) -> None:
    said = AddComment(text="Hm.", **words)
    assert the_fact(add_comment, about(check_in=a_check_in()), said) == events.CommentAdded(
        comment_id=UUID(int=1),
        objective_id=OBJECTIVE,
        key_result_id=key_result,
        check_in_id=words.get("check_in_id"),
        text="Hm.",
    )


def test_a_comment_is_about_one_thing_and_says_something() -> None:
    both, neither = saying(SAYING, objective_id=OBJECTIVE), saying(SAYING, key_result_id=None)
    for said in (both, neither):
        assert refused(add_comment, about(), said) == {"INVALID objective_id"}
    closed = about(objective=an_objective(cycle="CLOSED"))
    assert refused(add_comment, closed, saying(SAYING, text=" ")) == {
        "INVALID text",
        "CYCLE_IS_CLOSED key_result_id",
    }
    assert rests_on(add_comment, about(), SAYING) == {OBJECTIVE: ANY, CYCLE: ANY}


def test_who_said_it_takes_it_back_once() -> None:
    mine = about(a_stranger(), comment=a_comment())
    theirs = replace(mine, comment=a_comment(author_id=SOMEBODY))
    gone = replace(mine, comment=a_comment(withdrawn=True, version=2))

    assert the_fact(withdraw_comment, mine, TAKING_BACK) == events.CommentWithdrawn(
        comment_id=COMMENT, objective_id=OBJECTIVE
    )
    assert refused(withdraw_comment, theirs, TAKING_BACK) == {"NOT_ALLOWED"}
    assert refused(withdraw_comment, gone, TAKING_BACK) == {"WRONG_STATE comment_id"}
    assert stale(withdraw_comment, gone, TAKING_BACK)[1] == 2
    assert rests_on(withdraw_comment, mine, TAKING_BACK) == {COMMENT: ANY}
