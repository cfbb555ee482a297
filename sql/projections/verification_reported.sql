-- It is known who checked the log, and what they found.
create function project_verification_reported(fact fact) returns void
language plpgsql as $$
begin
  insert into verifications
  select r.* from jsonb_populate_record(
    null::verifications,
    fact.data || created(fact, 'verification_id') || jsonb_build_object('author_id', fact.actor_id)
  ) r;
end
$$;
