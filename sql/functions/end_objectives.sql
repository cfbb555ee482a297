-- Closes or withdraws objectives; key results that were measured close with them. Who belongs to the team from here on
-- is nothing to them.
create function end_objectives(fact fact, objectives uuid[], state text, because text) returns void
language plpgsql as $$
begin
  perform revise('objectives', fact, o, jsonb_build_object(
    'state', state, 'withdrawn_because', because, 'closed_at', case state when 'CLOSED' then fact.recorded_at end,
    'members', array(
      select m.person_id
      from objectives t
      join team_members m on m.org_id = t.org_id and m.team_id = t.owner_team_id and m.to_position = 9223372036854775807
      join people p on p.org_id = m.org_id and p.id = m.person_id and p.active and p.to_position = 9223372036854775807
      where t.org_id = fact.org_id and t.id = o and t.to_position = 9223372036854775807
      order by m.person_id
    )
  ))
  from unnest(objectives) o;
  perform revise('key_results', fact, k.id, '{"state": "CLOSED"}')
  from key_results k
  where k.org_id = fact.org_id and k.objective_id = any (objectives) and k.state = 'ACTIVE'
    and k.to_position = 9223372036854775807;
  perform roll_up(fact, '{}', objectives);
end $$;
