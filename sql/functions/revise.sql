-- Closes the current row of a noun and opens the next one with the changes in it, one version later
-- unless the changes state the version.
-- Dynamic, because a change states any of a table's columns; check-ins and progress have static text.
create function revise(name text, fact fact, id uuid, changes jsonb default '{}') returns void
language plpgsql as $$
declare
  closed bigint;
begin
  execute format(
    $sql$
      with closed as (
        update %1$I t set to_position = $1
        where t.org_id = $2 and t.id = $3 and t.to_position = open_end()
        returning t as line, to_jsonb(t) -> 'version' as version
      )
      insert into %1$I
      select next.*
      from closed, jsonb_populate_record(
        closed.line,
        jsonb_build_object('version', closed.version::int + 1) || $4
        || jsonb_build_object('from_position', $1, 'to_position', open_end())
      ) next
    $sql$, name
  ) using fact.position, fact.org_id, id, changes;
  get diagnostics closed = row_count;
  if closed <> 1 then
    raise exception '% % is not there to be revised', name, id using errcode = 'OK004';
  end if;
end $$;
