-- Which objectives of each cycle, as far as somebody sees them, follow KPIs with a key result of theirs, and which are to
-- change something that no KPI measures.
create function kpi_use(org_id uuid, viewer uuid) returns table (
  org_id uuid, cycle_id uuid, kpi_bound uuid[], change uuid[], share numeric
)
language sql stable
begin atomic
  select
    c.org_id, c.id,
    coalesce(array_agg(o.id order by o.created_position, o.id) filter (where o.follows), '{}'),
    coalesce(array_agg(o.id order by o.created_position, o.id) filter (where not o.follows), '{}'),
    quotient(count(*) filter (where o.follows), count(o.id))
  from cycles c
  left join lateral (
    select b.id, b.created_position, exists (
      select from key_results k
      where k.org_id = b.org_id and k.objective_id = b.id and k.kpi_id is not null and k.state <> 'WITHDRAWN'
    ) as follows
    from objectives b
    where b.org_id = c.org_id and b.cycle_id = c.id and b.state <> 'WITHDRAWN'
      and sees(b.org_id, kpi_use.viewer, b.id, b.visibility)
  ) o on true
  where c.org_id = kpi_use.org_id
  group by c.org_id, c.id;
end;
