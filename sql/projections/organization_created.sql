-- An organization is there, with its policy.
create function project_organization_created(fact fact) returns void
language plpgsql as $$
begin
  insert into organizations
  select r.* from jsonb_populate_record(null::organizations, fact.data || created(fact, 'organization_id')) r;
  insert into policies
  select r.* from jsonb_populate_record(null::policies, fact.data || created(fact, 'organization_id')) r;
end
$$;
