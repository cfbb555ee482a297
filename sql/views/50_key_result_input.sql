-- What a key result's progress rests on, each input by what it is.
create view key_result_input as
select
  k.org_id, k.id as noun_id, i.*, coalesce(i.node_id::text, i.label) collate "C" as place,
  coalesce(s.id, k.objective_id) as objective_id, v.visibility
from key_results k
cross join lateral (
  select null as label, e.* from key_result_explanation(k.org_id, k.id) e
  union all
  select null, c.* from components(k.org_id, k.id) c
  union all
  select null, h.* from people_counted(k.org_id, k.id) h
  union all
  select p.label, null, 'PERIOD', p.value, p.weight, p.counted, p.because
  from key_result_periods(k.org_id, k.id) p
) i
left join objectives s on s.org_id = k.org_id and s.id = i.node_id
join objectives v on v.org_id = k.org_id and v.id = coalesce(s.id, k.objective_id);
