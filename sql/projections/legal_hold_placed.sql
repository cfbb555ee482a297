-- From here on nothing is redacted, for the reason that is stated.
create function project_legal_hold_placed(fact fact) returns void
language plpgsql as $$
begin
  perform revise('organizations', fact, (fact.data ->> 'organization_id')::uuid, jsonb_build_object(
    'legal_hold', fact.data -> 'reason'
  ));
end
$$;
