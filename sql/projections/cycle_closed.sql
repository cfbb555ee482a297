-- The cycle is closed, and with it its active objectives; drafts are withdrawn, and what was asked and not answered
-- lapses.
create function project_cycle_closed(fact fact) returns void
language plpgsql as $$
declare
  cycle uuid := (fact.data ->> 'cycle_id')::uuid;
  active uuid[];
  drafts uuid[];
begin
  perform revise('cycles', fact, cycle, jsonb_build_object('state', 'CLOSED', 'closed_at', fact.recorded_at));
  select
    coalesce(array_agg(o.id order by o.id) filter (where o.state = 'ACTIVE'), '{}'),
    coalesce(array_agg(o.id order by o.id) filter (where o.state = 'DRAFT'), '{}')
  into active, drafts
  from objectives o
  where o.org_id = fact.org_id and o.cycle_id = cycle and o.to_position = open_end();
  perform end_objectives(fact, active, 'CLOSED', null);
  perform end_objectives(fact, drafts, 'WITHDRAWN', 'The cycle closed while it was a draft.');
  perform revise('requests', fact, q.id, '{"state": "LAPSED"}')
  from requests q
  join objectives o on o.org_id = q.org_id and o.id = q.objective_id and o.to_position = open_end()
  where q.org_id = fact.org_id and o.cycle_id = cycle and q.state = 'OPEN' and q.to_position = open_end();
end
$$;
