-- Where key results and objectives would stand, measured against the targets as they were when the cycle started; null
-- where the reports of now say nothing of the target of then.
create view original_progress as
with original (org_id, id, objective_id, visibility, original_value) as not materialized (
  select
    k.org_id, k.id, k.objective_id, k.visibility,
    case
      when k.original is null then k.value
      when k.kind = 'BY_DATE' and k.original ->> 'kind' = 'BY_DATE' then clamped(supported(
        k.org_id, k.id,
        case when k.current is not null then coalesce((k.done_on <= (k.original ->> 'by')::date)::int, 0) end
      ))
      when in_numbers(k.kind) and in_numbers(k.original ->> 'kind') and k.formula in ('linear/1', 'threshold/1')
        then clamped(supported(
          k.org_id, k.id, measured(jsonb_populate_record(null::metric, k.original), k.current)
        ))
      when k.kind = k.original ->> 'kind' or in_numbers(k.kind) and in_numbers(k.original ->> 'kind') then k.value
    end
  from key_result k
)
select * from original
union all
select
  o.org_id, o.id, o.id, o.visibility,
  (
    select clamped(capped(coalesce(w.own + w.summed, w.own, w.summed), w.least_of, w.complete))
    from weighed(
      array(
        select row(i.node_id, i.role, coalesce(k.original_value, i.value), i.weight, i.counted, i.because)::input
        from objective_inputs(o.org_id, o.id) i
        left join original k on k.org_id = o.org_id and k.id = i.node_id
      ),
      null
    ) w
  )
from objectives o;
