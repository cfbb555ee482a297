-- How much work each person and each team has, in each sprint and beside all sprints, as far as somebody sees it: what
-- is made of other pieces is counted by these.
create function work_load(org_id uuid, viewer uuid) returns table (
  org_id uuid, sprint_id uuid, owner_person_id uuid, owner_team_id uuid, items int, open int, effort numeric,
  spent numeric, created_position bigint
)
language sql stable
begin atomic
  select
    w.org_id, s.id, w.owner_person_id, w.owner_team_id, count(*)::int,
    count(*) filter (where w.state in ('PLANNED', 'UNDER_WAY'))::int,
    coalesce(sum(w.effort), 0), coalesce(sum(w.spent), 0), min(w.created_position)
  from work_item w
  left join lateral (
    select l.to_work_item_id from work_link l
    join work_item s on s.org_id = l.org_id and s.id = l.to_work_item_id and s.kind = 'SPRINT'
    where l.org_id = w.org_id and l.work_item_id = w.id and l.kind = 'FEEDS'
      and sees(l.org_id, work_load.viewer, l.of_objective_id, l.other_visibility)
    union
    select s.id from work_items s
    where s.org_id = w.org_id and s.id = w.within_id and s.kind = 'SPRINT'
  ) s (id) on true
  where w.org_id = work_load.org_id and w.state <> 'DROPPED' and w.kind not in ('SPRINT', 'MILESTONE')
    and sees(w.org_id, work_load.viewer, w.objective_id, w.visibility)
    and not exists (
      select from work_items p
      where p.org_id = w.org_id and p.within_id = w.id and p.state <> 'DROPPED' and p.kind <> 'MILESTONE'
    )
  group by w.org_id, s.id, w.owner_person_id, w.owner_team_id;
end;
