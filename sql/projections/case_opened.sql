-- The case is open.
create function project_case_opened(fact fact) returns void
language plpgsql as $$
begin
  insert into cases
  select r.* from jsonb_populate_record(
    null::cases, fact.data || created(fact, 'case_id') || to_jsonb(subject(fact.org_id, fact.data))
    || jsonb_build_object('author_id', fact.actor_id, 'state', 'OPEN')
  ) r;
end
$$;
