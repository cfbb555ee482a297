"""What waits for a slow reader stays little, and nobody else waits with them."""

import asyncio
from dataclasses import dataclass, field

import pytest

from server.live.outbox import Outbox


@dataclass(kw_only=True)
class Slow:
    """A reader who takes a frame only when told to."""

    frames: list[str] = field(default_factory=list)
    gone: int = 0
    reads: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(0))

    async def take(self, frame: str) -> None:
        await self.reads.acquire()
        self.frames.append(frame)

    def lost(self) -> None:
        self.gone += 1

    def outbox(self, longest: float = 20) -> Outbox:
        return Outbox(self.take, self.lost, most=3, longest=longest)

    async def read_all(self, outbox: Outbox) -> None:
        for _ in range(20):
            self.reads.release()
        await outbox.emptied()


async def test_of_a_view_only_the_newest_answer_waits() -> None:
    slow = Slow()
    outbox = slow.outbox()
    outbox.put_newest("1", "shown first")
    await asyncio.sleep(0)
    for number in range(1_000):
        outbox.put_newest("1", f"answer {number}")
        outbox.put_newest("2", f"other {number}")
    await slow.read_all(outbox)
    assert slow.frames == ["shown first", "answer 999", "other 999"]


async def test_of_a_feed_everything_waits_in_order_until_there_is_no_room() -> None:
    slow = Slow()
    outbox = slow.outbox()
    taken = 0
    while outbox.has_room:
        outbox.put(str(taken))
        taken += 1
    assert taken == 4, "one is on its way, three wait"
    await slow.read_all(outbox)
    assert slow.frames == ["0", "1", "2", "3"]
    assert outbox.has_room


async def test_whoever_takes_nothing_in_time_is_let_go_once() -> None:
    slow = Slow()
    outbox = slow.outbox(longest=0.05)
    outbox.put("a")
    outbox.put("b")
    await outbox.emptied()
    assert (slow.frames, slow.gone) == ([], 1)


async def test_who_is_gone_is_told_nothing_more() -> None:
    slow = Slow()
    outbox = slow.outbox()
    outbox.put("a")
    await asyncio.sleep(0)
    outbox.close()
    with pytest.raises(asyncio.CancelledError):
        await outbox._writing  # type: ignore[misc]
    assert slow.frames == []


async def test_what_need_not_wait_is_sent_at_once() -> None:
    slow = Slow()
    outbox = slow.outbox()
    for _ in range(3):
        slow.reads.release()
    for frame in "abc":
        outbox.put(frame)
    assert slow.frames == ["a", "b", "c"]


async def test_what_is_closed_before_a_frame_began_to_wait_holds_nobody_up() -> None:
    slow = Slow()
    outbox = slow.outbox()
    outbox.put("a")
    outbox.close()
    await asyncio.sleep(0)
    for frame in "bcdef":
        outbox.put(frame)
    assert outbox.has_room
    await outbox.emptied()
    slow.reads.release()
    await asyncio.sleep(0)
    assert slow.frames == []
