"""What makes score bands whole: they cover 0 to 1 without gaps, and one may lie above."""

import re
from decimal import Decimal

from server.okr import checks
from server.okr.refusals import Invalid, LimitReached, Objections
from server.okr.terms import Absent, ScoreBand

BANDS_OF_A_POLICY = 20
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def whole(objections: Objections, bands: list[ScoreBand] | None | Absent, path: str) -> None:
    """Bands ascend from 0, each from where the last one ended; what lies above 1 is a bonus."""
    if bands is None or isinstance(bands, Absent):
        return
    objections.when(not bands, Invalid("There is at least one band.", path))
    objections.when(
        len(bands) > BANDS_OF_A_POLICY,
        LimitReached(f"There are at most {BANDS_OF_A_POLICY} bands.", path),
    )
    begins = Decimal(0)
    for index, band in enumerate(bands):
        place = (path, str(index))
        _shown(objections, band, *place)
        objections.when(
            band.from_ != begins,
            Invalid(f"This band begins where the one before it ends: at {begins}.", *place, "from"),
        )
        objections.when(
            band.to <= band.from_, Invalid("A band ends above its beginning.", *place, "to")
        )
        objections.when(
            band.from_ < 1 < band.to,
            Invalid("A band ends at 1 or before, or begins there.", *place, "to"),
        )
        begins = band.to
    objections.when(bands and begins < 1, Invalid("The bands reach up to 1.", path))
    _once(objections, bands, path)


def _shown(objections: Objections, band: ScoreBand, *place: str) -> None:
    checks.named(objections, band.label, *place, "label")
    objections.when(
        not COLOUR.fullmatch(band.color),
        Invalid("A colour is written #rrggbb: #27ae60.", *place, "color"),
    )


def _once(objections: Objections, bands: list[ScoreBand], path: str) -> None:
    aims = [index for index, band in enumerate(bands) if band.aim]
    for index in aims[1:]:
        objections.append(Invalid("A cycle aims at one band.", path, str(index), "aim"))
    above = [index for index, band in enumerate(bands) if band.from_ >= 1]
    for index in above[1:]:
        objections.append(Invalid("There is one bonus, for all above 1.", path, str(index), "from"))
