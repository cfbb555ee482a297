-- How ambitious work is: the objectives that were begun, and whether each is COMMITTED; and their key results, with how sure
-- somebody was of each at the start.
create function number_ambition(org_id uuid, viewer uuid, code text, teams uuid[], cycles uuid[], day date)
returns setof numbered
language sql stable
begin atomic
  select
    o.id, o.created_position, o.owner_team_id, null::uuid, (o.ambition = 'COMMITTED')::int::numeric, null
  from begun_objective(number_ambition.org_id, number_ambition.viewer, number_ambition.teams, number_ambition.cycles) o
  where number_ambition.code = 'COMMITTED'
  union all
  select
    k.id, k.created_position, k.team_id, null, k.start_confidence,
    case when k.start_confidence is null then 'Nobody said how sure they were of it at the start.' end
  from begun_key_result(
    number_ambition.org_id, number_ambition.viewer, number_ambition.teams, number_ambition.cycles, number_ambition.day
  ) k
  where number_ambition.code = 'START_CONFIDENCE';
end;
