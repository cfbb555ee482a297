-- Whose milestones serve each key result, as far as somebody sees them, by the topmost piece of work that they lie in:
-- how many, how many are done, and how much of all that serves it they are by weight.
create function work_share(org_id uuid, viewer uuid, starts uuid[]) returns table (
  org_id uuid, start_id uuid, work_item_id uuid, milestones int, done int, share numeric, created_position bigint
)
language sql stable
begin atomic
  with recursive above (start_id, weight, state, id, within_id) as (
    select l.to_key_result_id, l.weight, w.state, w.id, w.within_id
    from work_link l
    join work_items w on w.org_id = l.org_id and w.id = l.work_item_id and w.kind = 'MILESTONE' and w.state <> 'DROPPED'
    where l.org_id = work_share.org_id and l.to_key_result_id = any (work_share.starts) and l.kind = 'SERVES'
      and sees(l.org_id, work_share.viewer, l.objective_id, l.visibility)
      and sees(l.org_id, work_share.viewer, l.of_objective_id, l.other_visibility)
    union all
    select a.start_id, a.weight, a.state, w.id, w.within_id
    from above a
    join work_items w on w.org_id = work_share.org_id and w.id = a.within_id
  )
  select
    w.org_id, a.start_id, w.id, count(*)::int, count(*) filter (where a.state = 'DONE')::int,
    quotient(sum(a.weight), sum(sum(a.weight)) over (partition by a.start_id)), w.created_position
  from above a
  join work_items w on w.org_id = work_share.org_id and w.id = a.id
  where a.within_id is null
  group by w.org_id, a.start_id, w.id, w.created_position;
end;
