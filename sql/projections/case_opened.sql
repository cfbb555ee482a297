-- The case is open; a career is for its owner alone, or for the two of the mentorship that it names.
create function project_case_opened(fact fact) returns void
language plpgsql as $$
declare
  own boolean := fact.data ->> 'kind' = 'CAREER';
begin
  insert into cases
  select r.* from jsonb_populate_record(
    null::cases, fact.data || created(fact, 'case_id') || to_jsonb(subject(fact.org_id, fact.data))
    || jsonb_build_object(
      'author_id', fact.actor_id, 'state', 'OPEN',
      'circle_id', case when own then coalesce(fact.data ->> 'mentorship_id', fact.data ->> 'case_id') end
    )
  ) r;
  if own and fact.data ->> 'mentorship_id' is null then
    perform encircle(fact, 'case_id', array[(fact.data ->> 'owner_person_id')::uuid]);
  end if;
end
$$;
