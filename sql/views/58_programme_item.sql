-- What a programme number counts in some cycles, of some teams and their members, or of everybody where none are named.
create function programme_item(org_id uuid, viewer uuid, code text, teams uuid[], cycles uuid[], day date)
returns setof numbered
language sql stable
begin atomic
  select n.*
  from number_adoption(
    programme_item.org_id, programme_item.viewer, programme_item.teams, programme_item.cycles, programme_item.day
  ) n
  where programme_item.code = 'ADOPTION'
  union all
  select n.*
  from number_people_adoption(
    programme_item.org_id, programme_item.viewer, programme_item.teams, programme_item.cycles, programme_item.day
  ) n
  where programme_item.code = 'PEOPLE_ADOPTION'
  union all
  select n.*
  from number_alignment(programme_item.org_id, programme_item.viewer, programme_item.teams, programme_item.cycles) n
  where programme_item.code = 'ALIGNMENT'
  union all
  select n.*
  from number_completion(
    programme_item.org_id, programme_item.viewer, programme_item.teams, programme_item.cycles,
    programme_item.code = 'KEY_RESULT_COMPLETION'
  ) n
  where programme_item.code in ('OBJECTIVE_COMPLETION', 'KEY_RESULT_COMPLETION')
  union all
  select n.*
  from number_bottom_up(programme_item.org_id, programme_item.viewer, programme_item.teams, programme_item.cycles) n
  where programme_item.code = 'BOTTOM_UP'
  union all
  select n.*
  from number_reports(
    programme_item.org_id, programme_item.viewer, programme_item.code, programme_item.teams, programme_item.cycles,
    programme_item.day
  ) n
  where programme_item.code in ('CHECK_INS_PER_WEEK', 'CHECK_IN_GAP', 'CHECK_IN_ON_TIME')
  union all
  select n.*
  from number_scores(
    programme_item.org_id, programme_item.viewer, programme_item.code, programme_item.teams, programme_item.cycles
  ) n
  where programme_item.code in ('FINAL_SCORE', 'ACHIEVED')
  union all
  select n.*
  from number_improvement(
    programme_item.org_id, programme_item.viewer, programme_item.code, programme_item.teams, programme_item.cycles,
    programme_item.day
  ) n
  where programme_item.code in ('SCORE_CHANGE', 'KPIS_IMPROVED')
  union all
  select n.*
  from number_revisions(
    programme_item.org_id, programme_item.viewer, programme_item.code, programme_item.teams, programme_item.cycles
  ) n
  where programme_item.code in ('REVISIONS', 'REVISIONS_WITH_REASON', 'KEY_RESULT_CHURN')
  union all
  select n.*
  from number_answers(
    programme_item.org_id, programme_item.viewer, programme_item.teams, programme_item.cycles, programme_item.day
  ) n
  where programme_item.code = 'DAYS_TO_ANSWER'
  union all
  select n.*
  from number_ambition(
    programme_item.org_id, programme_item.viewer, programme_item.code, programme_item.teams, programme_item.cycles,
    programme_item.day
  ) n
  where programme_item.code in ('COMMITTED', 'START_CONFIDENCE')
  union all
  select n.*
  from number_calibration(
    programme_item.org_id, programme_item.viewer, programme_item.code, programme_item.teams, programme_item.cycles
  ) n
  where programme_item.code in ('CALIBRATION', 'SELF_SCORE_GAP')
  union all
  select n.*
  from number_meetings(programme_item.org_id, programme_item.viewer, programme_item.teams, programme_item.cycles) n
  where programme_item.code = 'MEETINGS_SKIPPED'
  union all
  select n.*
  from number_pulse(programme_item.org_id, programme_item.code, programme_item.teams, programme_item.cycles) n
  where programme_item.code in ('ENGAGEMENT', 'SATISFACTION', 'TRUST', 'SAFETY');
end;
