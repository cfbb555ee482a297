"""What is followed in one organization, and when it is asked again."""

import asyncio
import time
from collections import Counter
from collections.abc import Hashable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import asyncpg
import structlog

from server.database import Database
from server.live.feeds import CannotBeTold, Feed
from server.live.followers import Ending, Follower
from server.live.questions import CannotBeFollowed, Eyes, OtherEyes, Question, eyes_of
from server.live.views import View
from server.losses import DatabaseUnavailable, TookTooLong
from server.observed import alone

log = structlog.get_logger()

Group = View | Feed

AT_ONCE = 4
"""How many groups are asked for at the same time; the other connections are for requests."""
PAUSE_SECONDS = 1
ENDED = "something cannot be followed any more"


class Watch:
    """Wakes once for many facts, and asks once for all who ask the same with the same eyes."""

    def __init__(
        self,
        organization_id: UUID,
        database: Database,
        *,
        debounce: float,
        counts: Counter[str],
    ) -> None:
        self._counts = counts
        self._seating: set[asyncio.Task[None]] = set()
        self._organization_id = organization_id
        self._database = database
        self._debounce = debounce
        self._groups: dict[Hashable, Group] = {}
        self._at: dict[Follower, Hashable] = {}
        self._stirred = asyncio.Event()
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._day_ends: datetime | None = None
        self.epoch = 0
        self.position = -1
        self._heard_of = -1
        self._doubted = False
        self._waiting_since: float | None = None
        self._task = asyncio.create_task(self._follow())
        self.joining = 0

    @property
    def followers(self) -> list[Follower]:
        """Who follows anything here."""
        return list(self._at)

    @property
    def is_idle(self) -> bool:
        """Whether nobody follows anything here, nor is about to."""
        return not self._at and not self.joining and not self._seating

    @property
    def groups(self) -> int:
        """How many different things are followed here."""
        return len(self._groups)

    @property
    def lag(self) -> tuple[int, float]:
        """How many facts it is known to be behind, and for how many seconds it has been."""
        if self._waiting_since is None:
            return 0, 0.0
        return max(0, self._heard_of - self.position), time.monotonic() - self._waiting_since

    def stir(self, position: int | None = None) -> None:
        """Something may have been recorded, up to a position if it is known."""
        if position is None or position > self.position:
            self._heard_of = max(self._heard_of, position or 0)
            self._waiting_since = self._waiting_since or time.monotonic()
            self._stirred.set()

    async def join(self, question: Question, follower: Follower) -> None:
        """Let somebody follow; raises GraphQLError where that cannot be."""
        position = follower.viewer.position
        if self.position < 0:
            self.epoch, self.position = follower.viewer.epoch, position
            self._turn_page(follower.viewer.time_zone)
        known = await question.start(position)
        eyes = await self._eyes_now(follower)
        self._at[follower] = None
        await self._seat(question, follower, eyes, position, known)

    def leave(self, follower: Follower) -> Any:
        """Let somebody go who follows no longer; answers what they have come to know."""
        key = self._at.pop(follower, None)
        group = self._groups.get(key)
        if group is None:
            return None
        known = group.leave(follower)
        if not group.followers:
            del self._groups[key]
        return known

    async def close(self) -> None:
        """Wake no more."""
        for task in (self._task, *self._seating):
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    async def _seat(
        self, question: Question, follower: Follower, eyes: Eyes | None, position: int, known: Any
    ) -> None:
        """Put a follower to those who ask the same with the same eyes, unless they left."""
        try:
            while eyes is not None and follower in self._at:
                key = (question.key, eyes)
                if key not in self._groups:
                    self._groups[key] = self._group(question, eyes)
                self._at[follower] = key
                try:
                    await self._groups[key].join(follower, position, known)
                except OtherEyes:
                    if follower not in self._at:
                        return
                    known = self._stand_up(follower)
                    eyes = await self._eyes_now(follower)
                else:
                    return
        except BaseException:
            self.leave(follower)
            raise
        if follower in self._at:
            self._let_go(follower, Ending.NOT_ALLOWED)

    def _stand_up(self, follower: Follower) -> Any:
        """Let somebody leave their group, to be seated in another one unless they leave."""
        known = self.leave(follower)
        self._at[follower] = None
        return known

    def _group(self, question: Question, eyes: Eyes) -> Group:
        if question.is_feed:
            return Feed(question=question, eyes=eyes, let_go=self._let_go)
        return View(question=question, eyes=eyes)

    def _let_go(self, follower: Follower, why: Ending, cursor: str | None = None) -> None:
        self.leave(follower)
        follower.end(why, cursor)
        self._counts["resyncs"] += why is Ending.LAGGING

    async def _follow(self) -> None:
        alone()
        while True:
            await self._stirred_or_midnight()
            await asyncio.sleep(self._debounce)
            self._stirred.clear()
            try:
                await self._catch_up()
            except DatabaseUnavailable as error:
                await self._try_again(str(error))
            except Exception:
                log.exception("those who follow something were not told")
                await self._try_again("a fault")

    async def _try_again(self, cause: str) -> None:
        log.warning("those who follow something wait", cause=cause)
        self._stirred.set()
        await asyncio.sleep(PAUSE_SECONDS)

    async def _stirred_or_midnight(self) -> None:
        seconds = None
        if self._day_ends is not None:
            seconds = max(0.0, (self._day_ends - datetime.now(UTC)).total_seconds())
        with suppress(TimeoutError):
            await asyncio.wait_for(self._stirred.wait(), seconds)

    async def _catch_up(self) -> None:
        heard_of = self._heard_of
        head = await self._database.fetch_newest(self._organization_id, "watched")
        if head is None:
            return
        if head["epoch"] != self.epoch:
            self._begin_again(head)
        last, day_ends, doubted = self.position, self._day_ends, self._doubted
        again = self._turn_page(head["time_zone"]) or doubted
        self.position, self._doubted = max(last, head["position"]), False
        try:
            await self._show(last, self.position, again=again)
        except BaseException:
            self.position, self._day_ends, self._doubted = last, day_ends, doubted
            raise
        # What was heard of before the head was read is not beyond it, unless it was never recorded.
        if self._heard_of <= max(heard_of, self.position):
            self._heard_of, self._waiting_since = self.position, None

    def _begin_again(self, head: asyncpg.Record) -> None:
        """The log goes on in another epoch: what was told may be lost, and each cursor knows."""
        self.epoch, self.position = head["epoch"], head["position"]
        for follower in self.followers:
            self._let_go(follower, Ending.MOVED)

    async def _show(self, last: int, position: int, *, again: bool) -> None:
        if position == last and not again:
            return
        cycles: list[str] | None = None
        if not again:
            cycles = await self._stirred_cycles(last, position)
        if cycles is None:
            await self._look_again(position)
        concerned = [
            group
            for group in list(self._groups.values())
            if cycles is None
            or group.question.cycles is None
            or not group.question.cycles.isdisjoint(cycles)
        ]
        await asyncio.gather(*(self._refresh(group, position, again=again) for group in concerned))

    async def _stirred_cycles(self, last: int, position: int) -> Any:
        """In which cycles alone something was recorded; None where it may be anywhere."""
        try:
            [row] = await self._database.fetch(self._organization_id, "stirred", last, position)
        except asyncpg.PostgresError:
            return None  # a fact cannot be read: that is told to whom it would have been told
        return row["cycles"]

    async def _refresh(self, group: Group, position: int, *, again: bool) -> None:
        async with self._turns:
            try:
                await group.refresh(position, again=again)
            except OtherEyes:
                # Whoever asked is seated anew before anybody asks again.
                self._doubted = True
                self._stirred.set()
            except (CannotBeFollowed, CannotBeTold, TookTooLong) as error:
                why = Ending.TIMEOUT if isinstance(error, TookTooLong) else Ending.FAULT
                log.warning(ENDED, cause=str(error), organization=str(self._organization_id))
                for follower in group.followers:
                    self._let_go(follower, why, group.last)

    async def _look_again(self, position: int) -> None:
        """Let those go who may see nothing any more; seat anew who sees something else now."""
        followers = list(self._at)
        for follower, eyes in zip(followers, await self._eyes(followers), strict=True):
            key: Any = self._at.get(follower)
            if key is None:
                continue
            if eyes is None:
                self._let_go(follower, Ending.NOT_ALLOWED)
            elif key[1] != eyes:
                question, known = self._groups[key].question, self._stand_up(follower)
                seating = asyncio.create_task(
                    self._seat_again(question, follower, eyes, position, known)
                )
                self._seating.add(seating)
                seating.add_done_callback(self._seating.discard)

    async def _seat_again(self, question: Question, follower: Follower, *more: Any) -> None:
        """Nobody waits for somebody who has much to catch up with."""
        try:
            await self._seat(question, follower, *more)
        except Exception:
            log.exception("somebody who sees something else now cannot follow any more")
            follower.end(Ending.FAULT)

    async def _eyes_now(self, follower: Follower) -> Eyes | None:
        """Who is not seated yet is not looked at again when something was recorded meanwhile."""
        while True:
            position, [eyes] = self.position, await self._eyes([follower])
            if position == self.position:
                return eyes

    async def _eyes(self, followers: list[Follower]) -> list[Eyes | None]:
        """With which eyes each sees; None where they may see nothing."""
        asked = {(each.viewer.person_id, each.viewer.token_id): each for each in followers}
        people, tokens = zip(*asked, strict=True) if asked else ((), ())
        rows = await self._database.fetch(self._organization_id, "eyes", people, tokens)
        eyes = {whose: eyes_of(row) for whose, row in zip(asked, rows, strict=True)}
        return [eyes[each.viewer.person_id, each.viewer.token_id] for each in followers]

    def _turn_page(self, time_zone: str) -> bool:
        """Whether a day has ended since this was asked last; asked the first time, none has."""
        now = datetime.now(UTC)
        ended = self._day_ends is not None and now >= self._day_ends
        tomorrow = now.astimezone(ZoneInfo(time_zone)).date() + timedelta(days=1)
        midnight = datetime(tomorrow.year, tomorrow.month, tomorrow.day, tzinfo=ZoneInfo(time_zone))
        self._day_ends = midnight.astimezone(UTC)
        return ended
