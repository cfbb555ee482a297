"""Statements that tell beside an answer who asked, all of it as of one moment."""

from server.queries import query
from server.reads.pieces import ASKER, ASKER_THEN, WITH_ASKER, WITH_EYES

OF_ONE = (
    query("eyes").replace("$2::uuid[]", "array[$2::uuid]").replace("$3::uuid[]", "array[$3::uuid]")
)

AT_ONCE = WITH_ASKER.replace("{asker}", ASKER)
AT_ONCE_THEN = WITH_ASKER.replace("{asker}", ASKER_THEN)
SEEN = WITH_EYES.replace("{eyes}", OF_ONE.strip().removesuffix(";"))
