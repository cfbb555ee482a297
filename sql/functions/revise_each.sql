-- For each table the function that changes a noun's row: `revise_key_results` for key_results.
-- Made with its columns written out, so that Postgres plans it once and not with every change.
do $$
declare
  name name;
  columns text;
begin
  for name, columns in
    select c.relname, string_agg(quote_ident(a.attname), ', ' order by a.attnum)
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname <> 'versioned'
    group by c.relname
  loop
    execute format(
      $text$ create function revise_%1$s(fact fact, noun uuid, changes jsonb) returns boolean
      language plpgsql as $body$
      declare
        earlier %1$I;
        later %1$I;
      begin
        select t.* into earlier from %1$I t
        where t.org_id = fact.org_id and t.id = noun and t.to_position = 9223372036854775807;
        if not found then
          return false;
        end if;
        later := jsonb_populate_record(
          earlier, jsonb_build_object('version', (to_jsonb(earlier) ->> 'version')::int + 1) || changes
        );
        later.from_position := fact.position;
        update %1$I t set (%2$s) = (select later.*)
        where t.org_id = fact.org_id and t.id = noun and t.to_position = 9223372036854775807;
        earlier.to_position := fact.position;
        insert into %1$I select earlier.*;
        return true;
      end $body$ $text$, name, columns
    );
  end loop;
end $$;
