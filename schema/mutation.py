"""Ways in for commands: each carries out the rule of its name and shows the noun it acted on."""

from typing import Any

from schema import nouns
from schema.api_key import secretly
from schema.commands import mutation
from server.okr import (
    agreements,
    alignments,
    announcements,
    api_keys,
    aspirations,
    attachments,
    attestations,
    baselines,
    bindings,
    calendars,
    capacities,
    carrying,
    cases,
    check_ins,
    comments,
    contributions,
    conversions,
    corrections,
    cycles,
    deferrals,
    follow_ups,
    health,
    holds,
    hypotheses,
    identities,
    insights,
    key_result_proposals,
    key_results,
    kpi_values,
    kpis,
    links,
    meetings,
    mentoring,
    mentorships,
    misses,
    objectives,
    participants,
    people,
    phases,
    policies,
    proposals,
    pulses,
    recognitions,
    recoveries,
    redactions,
    requests,
    reviews,
    score_exports,
    scores,
    steps,
    stories,
    teams,
    verifications,
    windows,
    withdrawals,
    work,
    work_links,
)


@nouns.shown(None)
class Mutation:
    """Ways in for commands."""

    change_policy: Any = mutation(policies.change_policy, "Organization")
    add_person: Any = mutation(people.add_person, "Person")
    rename_person: Any = mutation(people.rename_person, "Person")
    deactivate_person: Any = mutation(people.deactivate_person, "Person")
    grant_permission: Any = mutation(people.grant_permission, "Person")
    revoke_permission: Any = mutation(people.revoke_permission, "Person")
    revoke_token: Any = mutation(people.revoke_token, "Person")
    link_identity: Any = mutation(identities.link_identity, "Identity")
    unlink_identity: Any = mutation(identities.unlink_identity, "Person")
    create_api_key: Any = mutation(api_keys.create_api_key, "ApiKey", makes=secretly)
    revoke_api_key: Any = mutation(api_keys.revoke_api_key, "ApiKey")
    add_team: Any = mutation(teams.add_team, "Team")
    edit_team: Any = mutation(teams.edit_team, "Team")
    add_team_member: Any = mutation(teams.add_team_member, "Team")
    remove_team_member: Any = mutation(teams.remove_team_member, "Team")
    open_cycle: Any = mutation(cycles.open_cycle, "Cycle")
    plan_cycles: Any = mutation(calendars.plan_cycles, "Cycle", many=True)
    plan_phases: Any = mutation(phases.plan_phases, "Cycle")
    start_cycle: Any = mutation(cycles.start_cycle, "Cycle")
    review_cycle: Any = mutation(cycles.review_cycle, "Cycle")
    close_cycle: Any = mutation(cycles.close_cycle, "Cycle")
    create_objective: Any = mutation(objectives.create_objective, "Objective")
    activate_objective: Any = mutation(objectives.activate_objective, "Objective")
    edit_objective: Any = mutation(objectives.edit_objective, "Objective")
    close_objective: Any = mutation(objectives.close_objective, "Objective")
    withdraw_objective: Any = mutation(objectives.withdraw_objective, "Objective")
    carry_objective_forward: Any = mutation(carrying.carry_objective_forward, "Objective")
    score_objective: Any = mutation(scores.score_objective, "Objective")
    align_objective: Any = mutation(alignments.align_objective, "Alignment")
    revise_alignment: Any = mutation(alignments.revise_alignment, "Alignment")
    remove_alignment: Any = mutation(alignments.remove_alignment, "Objective")
    link_objectives: Any = mutation(links.link_objectives, "Link")
    unlink_objectives: Any = mutation(links.unlink_objectives, "Objective")
    add_key_result: Any = mutation(key_results.add_key_result, "KeyResult")
    revise_key_result: Any = mutation(key_results.revise_key_result, "KeyResult")
    withdraw_key_result: Any = mutation(withdrawals.withdraw_key_result, "KeyResult")
    open_window: Any = mutation(windows.open_window, "KeyResult")
    establish_baseline: Any = mutation(baselines.establish_baseline, "KeyResult")
    score_key_result: Any = mutation(scores.score_key_result, "KeyResult")
    assign_contributor: Any = mutation(contributions.assign_contributor, "KeyResult")
    change_contribution: Any = mutation(contributions.change_contribution, "KeyResult")
    remove_contributor: Any = mutation(contributions.remove_contributor, "KeyResult")
    record_check_in: Any = mutation(check_ins.record_check_in, "CheckIn")
    record_check_ins: Any = mutation(check_ins.record_check_ins, "CheckIn", many=True)
    correct_check_in: Any = mutation(corrections.correct_check_in, "CheckIn")
    retract_check_in: Any = mutation(corrections.retract_check_in, "CheckIn")
    answer_obstacle: Any = mutation(check_ins.answer_obstacle, "Obstacle")
    add_comment: Any = mutation(comments.add_comment, "Comment")
    resolve_comment: Any = mutation(comments.resolve_comment, "Comment")
    withdraw_comment: Any = mutation(comments.withdraw_comment, "Comment")
    add_participant: Any = mutation(participants.add_participant, "Participant")
    remove_participant: Any = mutation(participants.remove_participant, "Objective")
    sign_off_objective: Any = mutation(agreements.sign_off_objective, "SignOff")
    publish_announcement: Any = mutation(announcements.publish_announcement, "Announcement")
    withdraw_announcement: Any = mutation(announcements.withdraw_announcement, "Announcement")
    add_recognition: Any = mutation(recognitions.add_recognition, "Recognition")
    withdraw_recognition: Any = mutation(recognitions.withdraw_recognition, "Recognition")
    record_attestation: Any = mutation(attestations.record_attestation, "Attestation")
    request_contribution: Any = mutation(requests.request_contribution, "Request")
    request_help: Any = mutation(requests.request_help, "Request")
    propose_revision: Any = mutation(proposals.propose_revision, "Request")
    propose_key_result: Any = mutation(key_result_proposals.propose_key_result, "Request")
    offer_help: Any = mutation(requests.offer_help, "Request")
    accept_request: Any = mutation(requests.accept_request, "Request")
    decline_request: Any = mutation(requests.decline_request, "Request")
    withdraw_request: Any = mutation(requests.withdraw_request, "Request")
    explain_miss: Any = mutation(misses.explain_miss, "KeyResult")
    record_review: Any = mutation(reviews.record_review, "Review")
    open_pulse: Any = mutation(pulses.open_pulse, "Pulse")
    answer_pulse: Any = mutation(pulses.answer_pulse, "PulseAnswer")
    close_pulse: Any = mutation(pulses.close_pulse, "Pulse")
    park_item: Any = mutation(follow_ups.park_item, "FollowUp")
    resolve_follow_up: Any = mutation(follow_ups.resolve_follow_up, "FollowUp")
    add_work_item: Any = mutation(work.add_work_item, "WorkItem")
    edit_work_item: Any = mutation(work.edit_work_item, "WorkItem")
    report_work: Any = mutation(work.report_work, "WorkItem")
    add_aspiration: Any = mutation(aspirations.add_aspiration, "Aspiration")
    edit_aspiration: Any = mutation(aspirations.edit_aspiration, "Aspiration")
    add_attachment: Any = mutation(attachments.add_attachment, "Attachment")
    remove_attachment: Any = mutation(attachments.remove_attachment, "Objective")
    link_work: Any = mutation(work_links.link_work, "WorkLink")
    unlink_work: Any = mutation(work_links.unlink_work, "WorkItem")
    record_capacity: Any = mutation(capacities.record_capacity, "Capacity")
    open_case: Any = mutation(cases.open_case, "Case")
    edit_case: Any = mutation(cases.edit_case, "Case")
    close_case: Any = mutation(cases.close_case, "Case")
    plan_meeting: Any = mutation(meetings.plan_meeting, "Meeting")
    edit_meeting: Any = mutation(meetings.edit_meeting, "Meeting")
    hold_meeting: Any = mutation(meetings.hold_meeting, "Meeting")
    skip_meeting: Any = mutation(meetings.skip_meeting, "Meeting")
    add_step: Any = mutation(steps.add_step, "Step")
    edit_step: Any = mutation(steps.edit_step, "Step")
    complete_step: Any = mutation(steps.complete_step, "Step")
    add_kpi: Any = mutation(kpis.add_kpi, "Kpi")
    edit_kpi: Any = mutation(kpis.edit_kpi, "Kpi")
    record_kpi_value: Any = mutation(kpi_values.record_kpi_value, "KpiValue")
    correct_kpi_value: Any = mutation(kpi_values.correct_kpi_value, "KpiValue")
    start_mentorship: Any = mutation(mentorships.start_mentorship, "Mentorship")
    edit_mentorship: Any = mutation(mentorships.edit_mentorship, "Mentorship")
    end_mentorship: Any = mutation(mentorships.end_mentorship, "Mentorship")
    add_mentoring_entry: Any = mutation(mentoring.add_mentoring_entry, "MentoringEntry")
    settle_mentoring_entry: Any = mutation(mentoring.settle_mentoring_entry, "MentoringEntry")
    defer_mentoring_entry: Any = mutation(deferrals.defer_mentoring_entry, "MentoringEntry")
    give_consent: Any = mutation(stories.give_consent, "MentoringEntry")
    withdraw_consent: Any = mutation(stories.withdraw_consent, "MentoringEntry")
    convert_key_result_to_initiative: Any = mutation(
        conversions.convert_key_result_to_initiative, "WorkItem"
    )
    convert_initiative_to_key_result: Any = mutation(
        conversions.convert_initiative_to_key_result, "KeyResult"
    )
    add_health_metric: Any = mutation(health.add_health_metric, "HealthMetric")
    remove_health_metric: Any = mutation(health.remove_health_metric, "Kpi")
    accept_health_action: Any = mutation(health.accept_health_action, "HealthMetric")
    draft_recovery_objective: Any = mutation(recoveries.draft_recovery_objective, "Objective")
    add_hypothesis: Any = mutation(hypotheses.add_hypothesis, "Hypothesis")
    conclude_hypothesis: Any = mutation(hypotheses.conclude_hypothesis, "Hypothesis")
    add_experiment: Any = mutation(hypotheses.add_experiment, "Experiment")
    record_experiment_result: Any = mutation(hypotheses.record_experiment_result, "Experiment")
    add_insight: Any = mutation(insights.add_insight, "Insight")
    bind_key_result: Any = mutation(bindings.bind_key_result, "KeyResult")
    redact_event: Any = mutation(redactions.redact_event, "Redaction")
    forget_person: Any = mutation(redactions.forget_person, "Redaction")
    report_verification: Any = mutation(verifications.report_verification, "Verification")
    export_scores: Any = mutation(score_exports.export_scores, "ScoreExport")
    place_legal_hold: Any = mutation(holds.place_legal_hold, "Organization")
    release_legal_hold: Any = mutation(holds.release_legal_hold, "Organization")
