-- The whole sequence that each start stands in, as far as somebody sees it: all that come before it and all that come
-- after, in the order of their cycles, with the mean of those that count.
create function chain(org_id uuid, viewer uuid, starts uuid[]) returns table (
  org_id uuid, start_id uuid, id uuid, place bigint, value numeric, counted boolean, because text, mean numeric
)
language sql stable
begin atomic
  with recursive reached (start_id, id, way) as (
    select s.id, s.id, null
    from unnest(chain.starts) s (id)
    union
    select r.start_id, n.id, n.way
    from reached r
    cross join lateral (
      select l.to_objective_id, 'BEFORE'
      from link l
      where l.org_id = chain.org_id and l.objective_id = r.id and l.kind = 'FOLLOWS'
        and coalesce(r.way, 'BEFORE') = 'BEFORE' and sees(l.org_id, chain.viewer, l.to_objective_id, l.other_visibility)
      union all
      select l.objective_id, 'AFTER'
      from link l
      where l.org_id = chain.org_id and l.to_objective_id = r.id and l.kind = 'FOLLOWS'
        and coalesce(r.way, 'AFTER') = 'AFTER' and sees(l.org_id, chain.viewer, l.objective_id, l.visibility)
    ) n (id, way)
  ),
  placed as (
    select
      r.start_id, o.id, p.value, uncounted('MEAN', o.state, p.value, 1) as because,
      row_number() over (partition by r.start_id order by c.starts_on, o.created_position) as place
    from (select distinct start_id, id from reached) r
    join objectives o on o.org_id = chain.org_id and o.id = r.id
    join cycles c on c.org_id = o.org_id and c.id = o.cycle_id
    left join progress p on p.org_id = o.org_id and p.id = o.id
  )
  select
    chain.org_id, s.start_id, s.id, s.place, s.value, s.because is null, s.because,
    quotient(
      sum(s.value) filter (where s.because is null) over (partition by s.start_id),
      count(*) filter (where s.because is null) over (partition by s.start_id)
    )
  from placed s;
end;
