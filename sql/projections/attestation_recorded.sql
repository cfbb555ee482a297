-- The latest word of a person on one thing stands; what they said before is kept.
create function project_attestation_recorded(fact fact) returns void
language plpgsql as $$
declare
  said attestations := jsonb_populate_record(
    null::attestations, fact.data || created(fact, 'attestation_id') || jsonb_build_object(
      'person_id', fact.actor_id, 'stands', true
    )
  );
begin
  perform revise('attestations', fact, a.id, '{"stands": false}')
  from attestations a
  where a.org_id = said.org_id and said.announcement_id is null and a.objective_id = said.objective_id
    and a.announcement_id is null
    and (a.key_result_id, a.request_id) is not distinct from (said.key_result_id, said.request_id)
    and a.person_id = said.person_id and a.kind = said.kind and a.stands and a.to_position = open_end();
  perform revise('attestations', fact, a.id, '{"stands": false}')
  from attestations a
  where a.org_id = said.org_id and a.announcement_id = said.announcement_id
    and a.person_id = said.person_id and a.kind = said.kind and a.stands and a.to_position = open_end();
  insert into attestations select said.*;
end
$$;
