-- What each piece of work waits for, and what that waits for in turn, as far as somebody sees it: each piece once, the
-- nearest first. What has ended is waited for no more, and what lies behind it neither.
create function work_awaited(org_id uuid, viewer uuid, starts uuid[]) returns table (
  org_id uuid, start_id uuid, depth int, for_id uuid, work_item_id uuid, place bigint
)
language sql stable
begin atomic
  with recursive awaited (start_id, depth, for_id, id) as (
    select s.id, 0, null::uuid, s.id
    from unnest(work_awaited.starts) s (id)
    union
    select a.start_id, a.depth + 1, a.id, w.id
    from awaited a
    join work_link l on l.org_id = work_awaited.org_id and l.work_item_id = a.id and l.kind = 'WAITS_FOR'
    join work_items w
      on w.org_id = l.org_id and w.id = l.to_work_item_id and w.state in ('PLANNED', 'UNDER_WAY')
    where sees(l.org_id, work_awaited.viewer, l.objective_id, l.visibility)
      and sees(l.org_id, work_awaited.viewer, l.of_objective_id, l.other_visibility)
  ),
  once as (
    select distinct on (a.start_id, a.id) a.*
    from awaited a
    where a.depth > 0
    order by a.start_id, a.id, a.depth, a.for_id
  )
  select
    work_awaited.org_id, o.start_id, o.depth, o.for_id, o.id,
    row_number() over (partition by o.start_id order by o.depth, o.id)
  from once o;
end;
