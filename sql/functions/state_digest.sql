-- A digest per table of an organization's state as of a position: what closed later counts as still open.
create function state_digest(org_id uuid, as_of bigint) returns table (name text, rows bigint, digest bytea)
language plpgsql stable as $$
begin
  for name in
    select c.relname from pg_class c
    where c.relnamespace = this_schema()::regnamespace and c.relkind = 'r' and c.relname <> 'versioned'
    order by 1
  loop
    execute format(
      $query$
        select count(*), sha256(convert_to(coalesce(string_agg(line, E'\n' order by line collate "C"), ''), 'UTF8'))
        from (
          select jsonb_set(to_jsonb(t), '{to_position}', to_jsonb(
            case when t.to_position > $2 then open_end() else t.to_position end
          ))::text as line
          from %I.%I t
          where t.org_id = $1 and t.from_position <= $2
        ) lines
      $query$, this_schema(), name
    ) into rows, digest using org_id, as_of;
    return next;
  end loop;
end $$;
