"""What may be worth a second look: findings, each with its sentence and how much it matters."""

from enum import auto

from server.okr.judged import Judged
from server.okr.words import Severity


class FindingCode(Judged):
    """What is worth a second look; a finding refuses nothing by itself."""

    UNALIGNED = (
        auto(),
        "It supports nothing: align it with what it helps, or ask whether it is needed.",
        Severity.WARNING,
    )
    ORPHANED = (
        auto(),
        (
            "No way leads from it over active objectives to one of the company: "
            "align it with work that goes on, or stop it."
        ),
        Severity.WARNING,
    )
    LACKS_COMPANY_PARENT = (
        auto(),
        "It supports no objective of the company directly: align it with one that it helps.",
        Severity.HINT,
    )
    LACKS_DEPARTMENT_PARENT = (
        auto(),
        "It supports no objective of a department directly: align it with one that it helps.",
        Severity.HINT,
    )
    NO_CONTRIBUTION_STATEMENT = (
        auto(),
        "It does not say how the supporter can contribute most: ask its team, and write it down.",
        Severity.HINT,
    )
    STARVED = (
        auto(),
        (
            "Nobody works on it: no report, no contributor, no supporter. "
            "Find somebody who takes it on, or withdraw it."
        ),
        Severity.PROBLEM,
    )
    NO_INITIATIVE = (
        auto(),
        "Nothing is undertaken so that it moves: plan an initiative, or say why none is needed.",
        Severity.WARNING,
    )
    ORPHANED_WORK = (
        auto(),
        "It is for no objective that is active: plan it for one that it helps, or drop it.",
        Severity.WARNING,
    )
    LIKE_A_KEY_RESULT = (
        auto(),
        "It says what is to be reached, not what is done: measure it, or say what you do.",
        Severity.HINT,
    )
    NOT_A_METRIC = (
        auto(),
        (
            "It says whether something was done and not how far it is: "
            "ask what would be measurably different then, and measure that."
        ),
        Severity.HINT,
    )
    SPLITS_TARGET = (
        auto(),
        (
            "The key results of its supporters only split its number: "
            "let each supporter say in measures of its own how it helps."
        ),
        Severity.HINT,
    )
    TARGETS_UNDER = (
        auto(),
        (
            "The targets of its contributors come to less than its own: "
            "somebody has to take on the rest."
        ),
        Severity.WARNING,
    )
    TARGETS_OVER = (
        auto(),
        (
            "The targets of its contributors come to more than its own: "
            "agree whether that is a reserve or a mistake."
        ),
        Severity.HINT,
    )
    NO_EVIDENCE = (
        auto(),
        (
            "It has come forward, and no report says what that rests on: "
            "add a mail, an invoice, an entry in a calendar or a page to the next one."
        ),
        Severity.HINT,
    )
    CHECK_IN_OVERDUE = (
        auto(),
        ("The day of its report has passed: say how it stands, or that nothing changed."),
        Severity.WARNING,
    )
    BEFORE_COMPANY = (
        auto(),
        (
            "The company has not agreed on its objectives for this cycle yet: "
            "wait for something to align with, or see that it does."
        ),
        Severity.WARNING,
    )
    COMPANY_LATE = (
        auto(),
        (
            "The first day has come and the company has not agreed on its objectives: "
            "agree on them now."
        ),
        Severity.WARNING,
    )
    COMPANY_OVERLOADED = (
        auto(),
        (
            "The company has more objectives in this cycle than the policy says: "
            "keep those that matter most."
        ),
        Severity.WARNING,
    )
    UNRANKED = (
        auto(),
        "It has no rank among the company's objectives of this cycle: say which one comes first.",
        Severity.HINT,
    )
    UNSCORED = (
        auto(),
        (
            "No score was agreed on: look back on it together, and agree on one "
            "before the cycle closes."
        ),
        Severity.WARNING,
    )
    UNFINISHED = (
        auto(),
        (
            "It has not come as far as was agreed to count as reached: carry it forward, "
            "or close it to say that it ends here."
        ),
        Severity.HINT,
    )
    MISS_WITHOUT_REASON = (
        auto(),
        (
            "A score below the cut-off was agreed on, and nobody says why it was missed: "
            "tell what happened, and what to do otherwise."
        ),
        Severity.WARNING,
    )
    SANDBAGGING = (
        auto(),
        (
            "All its key results were reached in full, before the last quarter of the cycle, "
            "and from the first report with a confidence of 0.9 or more: aim higher next time."
        ),
        Severity.HINT,
    )
    OPTIMISM = (
        auto(),
        (
            "It began with a confidence of 0.7 or more and ended below the cut-off: "
            "ask what was overlooked at the start."
        ),
        Severity.HINT,
    )
    STATUS_QUO = (
        auto(),
        "It keeps things as they are: say what will be different.",
        Severity.WARNING,
    )
    NUMBERS_IN_TITLE = (
        auto(),
        "Its title is a number: leave numbers to its key results, and say what is wanted.",
        Severity.WARNING,
    )
    SUBJECTIVE = (
        auto(),
        "It is a matter of opinion whether it was reached: say from which number to which.",
        Severity.WARNING,
    )
    ACTIVITY = (
        auto(),
        "It tells what is done and not what comes of it: measure what changes.",
        Severity.WARNING,
    )
    NO_END_STATE = (
        auto(),
        "It can go on for ever: say what will be there when it is done.",
        Severity.HINT,
    )
    AMBIGUOUS = (
        auto(),
        "Some of its words mean something else to everybody: say which, how many, until when.",
        Severity.HINT,
    )
    VANITY = (
        auto(),
        "What it counts looks good and changes little: count what people do because of it.",
        Severity.HINT,
    )
    JARGON = (
        auto(),
        "It has words that only insiders understand: say it so that everybody does.",
        Severity.HINT,
    )
    HARD_TO_READ = (
        auto(),
        "It has more than 20 words, or long ones: say it so that it is easy to recall.",
        Severity.HINT,
    )
    LONG_TITLE = (
        auto(),
        "Its title has more than 80 characters: say it so that it is easy to recall.",
        Severity.HINT,
    )
    OVER_SPECIFIC = (
        auto(),
        "Its title has more than 80 characters and no purpose: say less of how, and what for.",
        Severity.WARNING,
    )
    ONLY_A_NOUN = (
        auto(),
        "It names a matter and not what is wanted of it: say what is to be done.",
        Severity.WARNING,
    )
    NO_VERB = (
        auto(),
        "No verb that we know stands at its beginning or end: say what is to be done.",
        Severity.HINT,
    )
    NO_PURPOSE = (
        auto(),
        "It does not say what for: add a purpose.",
        Severity.HINT,
    )
    NO_MEANING = (
        auto(),
        "It does not say what it means to anybody, nor why it matters: say one of these.",
        Severity.HINT,
    )
    NO_FROM_TO = (
        auto(),
        "No numbers lead from where it is to where it is to be: say both.",
        Severity.WARNING,
    )
    UNREALISTIC = (
        auto(),
        (
            "It begins with less confidence than was agreed: say what would have to be "
            "there, or aim lower."
        ),
        Severity.WARNING,
    )
    TOO_EASY = (
        auto(),
        "It begins with more confidence than was agreed: aim higher.",
        Severity.HINT,
    )
    ONE_SIDED = (
        auto(),
        (
            "Its key results say only how much, or only how good: pair them with one of the "
            "other kind."
        ),
        Severity.HINT,
    )
    TOO_FEW_KRS = (
        auto(),
        (
            "It has fewer key results than was agreed: they may not suffice to tell whether "
            "it is reached."
        ),
        Severity.HINT,
    )
    TOO_MANY_KRS = (
        auto(),
        "It has more key results than are recommended: keep those without which it is not reached.",
        Severity.WARNING,
    )
    TOO_MANY_OBJECTIVES = (
        auto(),
        (
            "Its owner had as many active objectives as was agreed already: keep those that "
            "matter most."
        ),
        Severity.WARNING,
    )
