"""How what was found can be said otherwise: an example for each finding that has one."""

from server.okr.findings import FindingCode as Code


def _instead(of: str, said: str) -> str:
    return f"Instead of “{of}”: “{said}”."


REWRITES = {
    Code.STATUS_QUO: _instead("Maintain our service", "Delight everybody who calls us"),
    Code.NUMBERS_IN_TITLE: _instead("Grow by 20 %", "Become the first choice of schools"),
    Code.SUBJECTIVE: _instead("Better service", "Raise satisfaction from 7.2 to 8.5"),
    Code.ACTIVITY: _instead("Launch an e-mail campaign", "Raise conversion from 20 % to 30 %"),
    Code.NO_END_STATE: _instead("Get advice", "Hold meetings with two mentors, and decide"),
    Code.AMBIGUOUS: _instead("Talk to several schools soon", "Sign contracts with 5 schools"),
    Code.VANITY: _instead("10 000 page views", "Raise sign-ups from 2 % to 4 % of visitors"),
    Code.OVER_SPECIFIC: "Leave steps to work and numbers to key results; then say “so that …”.",
    Code.ONLY_A_NOUN: _instead("Customer service", "Delight everybody who calls us"),
    Code.NO_VERB: _instead("Our customers come first", "Win the hearts of our customers"),
    Code.NO_PURPOSE: "“…, so that no child drops out of school.”",
    Code.NO_FROM_TO: _instead("Improve conversion", "Raise conversion from 20 % to 30 %"),
}
