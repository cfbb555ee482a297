"""What may be worth a second look: findings, each with its sentence and how much it matters."""

from server.okr.judged import Judged, hint, problem, warning


class FindingCode(Judged):
    """What is worth a second look; a finding refuses nothing by itself."""

    UNALIGNED = warning(
        "It supports nothing: align it with what it helps, or ask whether it is needed."
    )
    ORPHANED = warning(
        "No way leads from it over active objectives to one of the company: align it with work "
        "that goes on, or stop it."
    )
    LACKS_COMPANY_PARENT = hint(
        "It supports no objective of the company directly: align it with one that it helps."
    )
    LACKS_DEPARTMENT_PARENT = hint(
        "It supports no objective of a department directly: align it with one that it helps."
    )
    NO_CONTRIBUTION_STATEMENT = hint(
        "It does not say how the supporter can contribute most: ask its team, and write it down."
    )
    STARVED = problem(
        "Nobody works on it: no report, no contributor, no supporter. Find somebody who takes it "
        "on, or withdraw it."
    )
    NO_INITIATIVE = warning(
        "Nothing is undertaken so that it moves: plan an initiative, or say why none is needed."
    )
    ORPHANED_WORK = warning(
        "It is for no objective that is active: plan it for one that it helps, or drop it."
    )
    LIKE_A_KEY_RESULT = hint(
        "It says what is to be reached, not what is done: measure it, or say what you do."
    )
    NOT_A_METRIC = hint(
        "It says whether something was done and not how far it is: ask what would be measurably "
        "different then, and measure that."
    )
    SPLITS_TARGET = hint(
        "The key results of its supporters only split its number: let each supporter say in "
        "measures of its own how it helps."
    )
    TARGETS_UNDER = warning(
        "The targets of its contributors come to less than its own: somebody has to take on the "
        "rest."
    )
    TARGETS_OVER = hint(
        "The targets of its contributors come to more than its own: agree whether that is a "
        "reserve or a mistake."
    )
    NO_EVIDENCE = hint(
        "It has come forward, and no report says what that rests on: add a mail, an invoice, an "
        "entry in a calendar or a page to the next one."
    )
    CHECK_IN_OVERDUE = warning(
        "The day of its report has passed: say how it stands, or that nothing changed."
    )
    BEFORE_COMPANY = warning(
        "The company has not agreed on its objectives for this cycle yet: wait for something to "
        "align with, or see that it does."
    )
    COMPANY_LATE = warning(
        "The first day has come and the company has not agreed on its objectives: agree on them "
        "now."
    )
    COMPANY_OVERLOADED = warning(
        "The company has more objectives in this cycle than the policy says: keep those that "
        "matter most."
    )
    UNRANKED = hint(
        "It has no rank among the company's objectives of this cycle: say which one comes first."
    )
    UNSCORED = warning(
        "No score was agreed on: look back on it together, and agree on one before the cycle "
        "closes."
    )
    UNFINISHED = hint(
        "It has not come as far as was agreed to count as reached: carry it forward, or close it "
        "to say that it ends here."
    )
    MISS_WITHOUT_REASON = warning(
        "A score below the cut-off was agreed on, and nobody says why it was missed: tell what "
        "happened, and what to do otherwise."
    )
    SANDBAGGING = hint(
        "All its key results were reached in full, before the last quarter of the cycle, and "
        "from the first report with a confidence of 0.9 or more: aim higher next time."
    )
    OPTIMISM = hint(
        "It began with a confidence of 0.7 or more and ended below the cut-off: ask what was "
        "overlooked at the start."
    )
    STATUS_QUO = warning("It keeps things as they are: say what will be different.")
    NUMBERS_IN_TITLE = warning(
        "Its title is a number: leave numbers to its key results, and say what is wanted."
    )
    SUBJECTIVE = warning(
        "It is a matter of opinion whether it was reached: say from which number to which."
    )
    ACTIVITY = warning("It tells what is done and not what comes of it: measure what changes.")
    NO_END_STATE = hint("It can go on for ever: say what will be there when it is done.")
    AMBIGUOUS = hint(
        "Some of its words mean something else to everybody: say which, how many, until when."
    )
    VANITY = hint(
        "What it counts looks good and changes little: count what people do because of it."
    )
    JARGON = hint("It has words that only insiders understand: say it so that everybody does.")
    HARD_TO_READ = hint(
        "It has more than 20 words, or long ones: say it so that it is easy to recall."
    )
    LONG_TITLE = hint("Its title has more than 80 characters: say it so that it is easy to recall.")
    OVER_SPECIFIC = warning(
        "Its title has more than 80 characters and no purpose: say less of how, and what for."
    )
    ONLY_A_NOUN = warning("It names a matter and not what is wanted of it: say what is to be done.")
    NO_VERB = hint("No verb that we know stands at its beginning or end: say what is to be done.")
    NO_PURPOSE = hint("It does not say what for: add a purpose.")
    NO_ASPIRATION = hint(
        "It serves no mission, vision or theme: link it to one, or ask what it is for."
    )
    NO_MEANING = hint(
        "It does not say what it means to anybody, nor why it matters: say one of these."
    )
    NO_FROM_TO = warning("No numbers lead from where it is to where it is to be: say both.")
    UNREALISTIC = warning(
        "It begins with less confidence than was agreed: say what would have to be there, or aim "
        "lower."
    )
    TOO_EASY = hint("It begins with more confidence than was agreed: aim higher.")
    ONE_SIDED = hint(
        "Its key results say only how much, or only how good: pair them with one of the other kind."
    )
    MAY_BE_PRUNED = hint(
        "The objective was said to be reached without it too: prune it, or say why it is needed."
    )
    NOT_SUFFICIENT = warning(
        "Its key results were said not to suffice: add what is missing, or say that they do."
    )
    UNTESTED = hint(
        "Nobody has said whether it is needed, or whether all together suffice: ask that first."
    )
    TEST_IS_STALE = warning(
        "It was changed since it was found necessary or sufficient: ask that again."
    )
    NOT_ATTESTED = hint(
        "Nobody has said that it is ambitious, achievable, actionable and meaningful: ask for each."
    )
    NOT_WITHIN_CONTROL = warning(
        "Its owner has not said that it is within their control: ask them, or make it smaller."
    )
    TOO_FEW_KRS = hint(
        "It has fewer key results than was agreed: they may not suffice to tell whether it is "
        "reached."
    )
    TOO_MANY_KRS = warning(
        "It has more key results than are recommended: keep those without which it is not reached."
    )
    TOO_MANY_OBJECTIVES = warning(
        "Its owner had as many active objectives as was agreed already: keep those that matter "
        "most."
    )
    OVER_COMMITTED = warning(
        "More work is planned for the team in this cycle than it can take on: drop or move some, "
        "or find more hands."
    )
