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
  where programme_item.code = 'BOTTOM_UP';
end;
