-- Something else is agreed for the organization, or for one cycle, which gets a policy of its own with its first change.
create function project_policy_changed(fact fact) returns void
language plpgsql as $$
declare
  place uuid := coalesce(fact.data ->> 'cycle_id', fact.data ->> 'organization_id')::uuid;
begin
  if exists (
    select from policies p where p.org_id = fact.org_id and p.id = place and p.to_position = open_end()
  ) then
    perform revise('policies', fact, place, fact.data -> 'changes');
  else
    insert into policies
    select r.* from jsonb_populate_record(
      null::policies, (fact.data -> 'changes') || created(fact, 'cycle_id')
    ) r;
  end if;
  perform revise('organizations', fact, (fact.data ->> 'organization_id')::uuid);
end
$$;
