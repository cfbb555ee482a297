-- Words may be redacted again.
create function project_legal_hold_released(fact fact) returns void
language plpgsql as $$
begin
  perform revise('organizations', fact, (fact.data ->> 'organization_id')::uuid, '{"legal_hold": null}');
end
$$;
