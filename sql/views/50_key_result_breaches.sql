-- How many reports of a threshold broke it; null where there is none, or where it is for many reports together.
create view key_result_breaches as
select
  k.org_id, k.id, k.objective_id, o.visibility,
  case when k.kind in ('AT_LEAST', 'AT_MOST', 'WITHIN') and k.reading <> 'SUM' then (
    select count(*)::int
    from reports_of(k.org_id, k.id, null) r
    where not meets(jsonb_populate_record(null::metric, to_jsonb(k)), r.value)
  ) end as breaches
from key_results k
join objectives o on o.org_id = k.org_id and o.id = k.objective_id;
