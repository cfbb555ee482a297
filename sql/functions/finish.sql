-- Closes the current row of a noun for good; its earlier versions stay.
create function finish(name text, fact fact, id uuid) returns void
language plpgsql as $$
begin
  execute format(
    'update %I t set to_position = $1 where t.org_id = $2 and t.id = $3 and t.to_position = open_end()', name
  ) using fact.position, fact.org_id, id;
end $$;
