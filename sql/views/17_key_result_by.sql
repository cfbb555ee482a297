-- Where a key result stood at the end of a day by the reports of then and by what it rests on, as that stood.
create function key_result_by(org_id uuid, key_result_id uuid, day date, stands jsonb) returns jsonb
language sql stable
begin atomic
  with supporters (inputs) as (
    select standing_inputs(
      key_result_by.org_id, array(select i from key_result_inputs(key_result_by.org_id, key_result_by.key_result_id) i),
      key_result_by.stands, null
    )
  ),
  alone (current, raw) as (
    select s.current, s.raw
    from supporters u
    cross join lateral stood_at(
      key_result_by.org_id, key_result_by.key_result_id, key_result_by.day, 9223372036854775807,
      (select sum(round(i.value * i.weight, 12)) from unnest(u.inputs) i where i.role = 'SUM' and i.counted)
    ) s
    union all
    select
      round(sum(c.value) filter (where k.combine = 'SUM' and c.counted), 12), compounded(k.combine, array_agg(c))
    from key_results k
    cross join lateral components(k.org_id, k.id, key_result_by.stands) c
    where k.org_id = key_result_by.org_id and k.id = key_result_by.key_result_id and k.kind = 'COMPOUND'
    group by k.combine
  )
  select jsonb_build_object('current', a.current, 'raw', r.raw, 'value', clamped(r.raw))
  from supporters u
  left join alone a on true
  cross join lateral weighed(u.inputs, clamped(a.raw)) w
  cross join lateral capped(case when w.weight > 0 then w.own else a.raw end, w.least_of, w.complete) r (raw);
end;
