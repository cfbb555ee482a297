-- The id of a person's place in a team, made of both.
create function membership(fact fact) returns uuid
language sql immutable as $$
  select md5((fact.data ->> 'team_id') || (fact.data ->> 'person_id'))::uuid
$$;
