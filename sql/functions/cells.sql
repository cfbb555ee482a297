-- Where in a column words stand that are gone, what is to stand there, and whether that is in doubt. A row's words come
-- from the facts that name the row itself, if there are any, else from those that name anything that the row names: where
-- some of these are gone and others not, only folding anew can tell. In JSON words stand under a key.
create function cells(org_id uuid, said utterance[], name name, field name, kind text)
returns table (id uuid, to_position bigint, key text, value text, shown text, doubtful boolean)
language plpgsql stable set enable_hashjoin = on as $$
declare
  named text := (
    select string_agg(format('t.%I', a.attname), ', ')
    from pg_attribute a
    where a.attrelid = format('%I.%I', this_schema(), cells.name)::regclass
      and a.atttypid = 'uuid'::regtype and a.attname <> 'org_id'
  );
begin
  return query execute format(
    $query$
      select h.id, h.to_position, h.key, h.value, min(h.shown), not bool_and(h.gone) or count(distinct h.shown is null) > 1
      from (
        select
          t.id, t.to_position, k.key, u.value, u.shown, u.gone,
          t.id = any (u.ids) as direct,
          bool_or(t.id = any (u.ids)) over (partition by t.id, t.to_position, k.key, u.value) as known
        from %1$I t
        join unnest($2) u on %2$s
        cross join unnest(heard_as(u.name)) k (key)
        where t.org_id = $1 and u.position <= t.from_position and array[%3$s] && u.ids and %4$s
      ) h
      where h.direct = h.known
      group by h.id, h.to_position, h.key, h.value
      having bool_or(h.gone)
    $query$,
    name,
    case kind when 'text' then format('u.value = t.%I', field) else 'true' end,
    named,
    case kind
      when 'text' then format('k.key = %L', field)
      else format('strpos(t.%I::text, in_json(k.key, u.value)) > 0', field)
    end
  ) using org_id, said;
end $$;
