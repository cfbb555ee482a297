-- The scores of key results and objectives for which something was computed or given.
create function score(usual jsonb) returns table (
  org_id uuid, noun_id uuid, objective_id uuid, visibility text, computed numeric, computed_original numeric,
  learnings int, band jsonb
)
language sql stable
begin atomic
  with stands as (
    select k.org_id, k.id, k.objective_id, o.visibility, o.cycle_id, p.value, p.raw
    from key_results k
    join objectives o on o.org_id = k.org_id and o.id = k.objective_id
    left join progress p on p.org_id = k.org_id and p.id = k.id
    union all
    select o.org_id, o.id, o.id, o.visibility, o.cycle_id, p.value, p.raw
    from objectives o
    left join progress p on p.org_id = o.org_id and p.id = o.id
  )
  select
    s.org_id, s.id, s.objective_id, s.visibility, s.value,
    (select g.original_value from original_progress g where g.org_id = s.org_id and g.id = s.id),
    (
      select count(*)::int from answer a
      where a.org_id = s.org_id and a.question = 'LEARNED' and s.id in (a.objective_id, a.key_result_id)
    ),
    band_of(s.org_id, s.cycle_id, usual, coalesce(a.value, s.value), s.raw)
  from stands s
  left join assessments a on a.org_id = s.org_id and a.noun_id = s.id and a.kind = 'AGREED'
  where s.value is not null
    or exists (select from assessments g where g.org_id = s.org_id and g.noun_id = s.id);
end;
