-- A decision with what followed of it, seen by who sees what it is about and, for a trade-off, what it favours.
create view review_decision as
select
  d.*,
  coalesce(o.visibility, 'ORGANIZATION') as visibility,
  r.objective_id as reviewed_objective_id,
  r.visibility as reviewed_visibility,
  f.id as favoured_objective_id,
  coalesce(f.visibility, 'ORGANIZATION') as favoured_visibility,
  n.revision_id,
  case when d.work_item_id is null then coalesce(k.withdrawn_because, o.withdrawn_because) end as withdrawn_because,
  case d.decision
    when 'KEEP' then s.state not in ('WITHDRAWN', 'DROPPED')
    when 'ADJUST' then s.changed
    when 'STOP' then s.state in ('WITHDRAWN', 'CLOSED', 'DROPPED', 'DONE')
    else s.changed or s.state in ('WITHDRAWN', 'CLOSED', 'DROPPED', 'DONE')
  end as carried_out
from review_decisions d
join review r on r.org_id = d.org_id and r.id = d.review_id
left join objectives o on o.org_id = d.org_id and o.id = d.of_objective_id
left join key_results k on k.org_id = d.org_id and k.id = d.key_result_id
left join work_items w on w.org_id = d.org_id and w.id = d.work_item_id
left join key_results g on g.org_id = d.org_id and g.id = d.in_favour_of_key_result_id
left join objectives f on f.org_id = d.org_id and f.id = coalesce(d.in_favour_of_objective_id, g.objective_id)
cross join lateral (
  select coalesce(
    (
      select v.id from key_result_revisions v
      where v.org_id = d.org_id and v.key_result_id = d.key_result_id and v.created_position > d.created_position
      order by v.created_position limit 1
    ),
    (
      select v.id from objective_revisions v
      where v.org_id = d.org_id and v.objective_id = d.objective_id and v.created_position > d.created_position
      order by v.created_position limit 1
    )
  )
) n (revision_id)
cross join lateral (
  select coalesce(w.state, k.state, o.state), n.revision_id is not null or coalesce(w.edits > d.edits, false)
) s (state, changed);
