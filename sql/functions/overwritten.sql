-- Puts what stands instead of words that are gone wherever a state shows them; false where that could not be told.
create function overwritten(org_id uuid, said utterance[]) returns boolean
language plpgsql as $$
declare
  place record;
  cell record;
begin
  for place in
    select c.relname as name, a.attname as field, format_type(a.atttypid, null) as kind
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = this_schema()::regnamespace and c.relkind = 'r' and c.relname <> 'versioned'
      and (
        a.atttypid = 'jsonb'::regtype
        or a.atttypid = 'text'::regtype
        and a.attname in (select k.key from unnest(said) u, unnest(heard_as(u.name)) k (key))
      )
  loop
    for cell in select * from cells(org_id, said, place.name, place.field, place.kind) loop
      if cell.doubtful then
        return false;
      end if;
      execute format(
        'update %1$I t set %2$I = %3$s where t.org_id = $1 and t.id = $2 and t.to_position = $3',
        place.name, place.field, case place.kind
          when 'text' then '$4'
          else format('replace(t.%I::text, in_json($5, $6), in_json($5, $4))::jsonb', place.field)
        end
      ) using org_id, cell.id, cell.to_position, cell.shown, cell.key, cell.value;
    end loop;
  end loop;
  return true;
end $$;
