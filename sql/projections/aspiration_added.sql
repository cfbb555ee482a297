-- The mission, vision or theme is there.
create function project_aspiration_added(fact fact) returns void
language plpgsql as $$
begin
  insert into aspirations
  select r.* from jsonb_populate_record(null::aspirations, fact.data || created(fact, 'aspiration_id')) r;
end
$$;
