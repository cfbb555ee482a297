-- Which kind of noun an id names, and which objective decides who sees it.
create view node as
select org_id, id, 'Person' as kind from people
union all select org_id, id, 'Organization' from organizations
union all select org_id, id, 'Team' from teams
union all select org_id, id, 'Cycle' from cycles
union all select org_id, id, 'Objective' from objectives
union all select org_id, id, 'KeyResult' from key_results
union all select org_id, id, 'Milestone' from milestones
union all select org_id, id, 'Contribution' from contributions
union all select org_id, id, 'CheckIn' from check_ins
union all select org_id, id, 'Obstacle' from obstacles
union all select org_id, id, 'Evidence' from evidence
union all select org_id, id, 'Link' from links
union all select org_id, id, 'Alignment' from alignments
union all select org_id, id, 'KeyResultRevision' from key_result_revisions
union all select org_id, id, 'ObjectiveRevision' from objective_revisions
union all select org_id, id, 'Request' from requests
union all select org_id, id, 'Comment' from comments
union all select org_id, id, 'Participant' from participants
union all select org_id, id, 'SignOff' from sign_offs
union all select org_id, id, 'Offer' from offers
union all select org_id, id, 'Review' from reviews
union all select org_id, id, 'Answer' from answers
union all select org_id, id, 'ReviewDecision' from review_decisions
union all select org_id, id, 'FollowUp' from follow_ups
union all select org_id, id, 'Redaction' from redactions
union all select org_id, id, 'Export' from exports;
