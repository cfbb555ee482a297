-- It was held, by those who took part.
create function project_meeting_held(fact fact) returns void
language plpgsql as $$
begin
  perform revise(
    'meetings', fact, (fact.data ->> 'meeting_id')::uuid,
    fact.data || jsonb_build_object('state', 'HELD')
  );
end
$$;
