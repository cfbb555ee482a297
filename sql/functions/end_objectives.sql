-- Closes or withdraws objectives; key results that were measured close with them.
create function end_objectives(fact fact, objectives uuid[], state text, because text) returns void
language plpgsql as $$
begin
  perform revise('objectives', fact, o, jsonb_build_object(
    'state', state, 'withdrawn_because', because, 'closed_at', case state when 'CLOSED' then fact.recorded_at end
  ))
  from unnest(objectives) o;
  perform revise('key_results', fact, k.id, '{"state": "CLOSED"}')
  from key_results k
  where k.org_id = fact.org_id and k.objective_id = any (objectives) and k.state = 'ACTIVE'
    and k.to_position = 9223372036854775807;
  perform roll_up(fact, '{}', objectives);
end $$;
