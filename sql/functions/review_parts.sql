-- The items of a list in a review, each a row of its own in the order of the list.
create function review_parts(fact fact, parts text) returns setof jsonb
language sql stable as $$
  select created(fact, 'review_id') || said.part || jsonb_build_object(
    'review_id', fact.data -> 'review_id', 'author_id', fact.actor_id,
    'place', fact.position * 1000 + said.ordinal
  )
  from jsonb_array_elements(fact.data -> parts) with ordinality as said (part, ordinal)
$$;
