-- All ways from each start, up or down, step by step and the nearest first; a step that several ways share stands once.
-- With a discipline only steps to what is of it are told, whatever they lead through.
create function lineage(
  org_id uuid, viewer uuid, starts uuid[], direction text, steps int, discipline text default null
) returns table (
  org_id uuid, start_id uuid, depth int, from_id uuid, node_id uuid, alignment_id uuid, roll_up text, place bigint
)
language sql stable
begin atomic
  with recursive reached (start_id, depth, from_id, node_id, alignment_id, roll_up, since) as (
    select s.id, 0, null::uuid, s.id, null::uuid, null, 0::bigint
    from unnest(lineage.starts) s (id)
    union
    select r.start_id, r.depth + 1, r.node_id, w.node_id, w.alignment_id, w.roll_up, w.since
    from reached r
    cross join lateral (
      select * from ways_up(lineage.org_id, lineage.viewer, r.node_id) where lineage.direction = 'UP'
      union all
      select * from ways_down(lineage.org_id, lineage.viewer, r.node_id) where lineage.direction = 'DOWN'
    ) w
    where r.depth < lineage.steps
  ),
  once as (
    select distinct on (r.start_id, r.from_id, r.node_id) r.*
    from reached r
    where r.depth > 0
    order by r.start_id, r.from_id, r.node_id, r.depth
  )
  select lineage.org_id, w.start_id, w.depth, w.from_id, w.node_id, w.alignment_id, w.roll_up, w.place
  from (
    select o.*, row_number() over (partition by o.start_id order by o.depth, o.since, o.node_id) as place
    from once o
  ) w
  where w.place <= 1000
    and (lineage.discipline is null or exists (
      select from key_results k
      where k.org_id = lineage.org_id and k.id = w.node_id and k.discipline = lineage.discipline
      union all
      select from objectives o
      where o.org_id = lineage.org_id and o.id = w.node_id and o.discipline = lineage.discipline
    ));
end;
