-- The people, and whether each owns something that was begun, answers for it, or has a part in it; those are left out whose
-- teams all need not have objectives on the day.
create function number_people_adoption(org_id uuid, viewer uuid, teams uuid[], cycles uuid[], day date)
returns setof numbered
language sql stable
begin atomic
  with begun as (
    select o.org_id, o.id, o.owner_person_id, o.accountable_person_id
    from begun_objective(number_people_adoption.org_id, number_people_adoption.viewer, null, number_people_adoption.cycles) o
  ),
  engaged (id) as (
    select b.owner_person_id from begun b
    union
    select b.accountable_person_id from begun b
    union
    select k.owner_person_id
    from begun b
    join key_results k on k.org_id = b.org_id and k.objective_id = b.id and k.state <> 'WITHDRAWN'
    union
    select c.person_id
    from begun b
    join key_results k on k.org_id = b.org_id and k.objective_id = b.id and k.state <> 'WITHDRAWN'
    join contributions c on c.org_id = k.org_id and c.key_result_id = k.id and not c.released
  )
  select
    p.id, p.created_position, null::uuid, p.id,
    case when not r.exempt then exists (select from engaged e where e.id = p.id)::int::numeric end,
    case when r.exempt then 'No team of theirs needs to have objectives.' end
  from people_within(number_people_adoption.org_id, number_people_adoption.teams) p
  cross join lateral (
    select coalesce(bool_and(t.participation in ('AWARE', 'OPTED_OUT')), false) as exempt
    from team_members m
    join participation(
      number_people_adoption.org_id, number_people_adoption.viewer, number_people_adoption.day
    ) t on t.team_id = m.team_id
    where m.org_id = number_people_adoption.org_id and m.person_id = p.id
  ) r;
end;
