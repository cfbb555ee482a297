-- What was stated of the mission, vision or theme changes.
create function project_aspiration_edited(fact fact) returns void
language plpgsql as $$
begin
  perform revise('aspirations', fact, (fact.data ->> 'aspiration_id')::uuid, fact.data -> 'changes');
end
$$;
