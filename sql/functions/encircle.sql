-- Says who is in on something from here on.
create function encircle(fact fact, id_field text, people uuid[]) returns void
language sql as $$
  insert into circles
  select r.* from jsonb_populate_record(
    null::circles, created(fact, id_field) || jsonb_build_object('people', people)
  ) r
$$;
