-- Where key results and objectives would stand, measured against the targets as they were when the cycle started.
create view original_progress as
with original (org_id, id, objective_id, visibility, original_value) as (
  select
    k.org_id, k.id, k.objective_id, k.visibility,
    case
      when k.kind = 'BY_DATE' and k.original ->> 'kind' = 'BY_DATE' and k.current is not null
        then coalesce((k.done_on <= (k.original ->> 'by')::date)::int, 0)::numeric
      when k.original is null or k.original ->> 'kind' = 'MILESTONES'
        or k.formula not in ('linear/1', 'threshold/1', 'done/1') then k.value
      else clamped(measured(jsonb_populate_record(null::metric, k.original), k.current))
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
