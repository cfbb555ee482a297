-- A digest per table of an organization's state as of a position, in any schema of tables: what closed later counts as
-- still open. Rows are put together by where they begin, a thousand positions at a time, so that however long the log is
-- no text grows with it.
create function state_digest(org_id uuid, as_of bigint, in_schema name default this_schema())
returns table (name text, rows bigint, digest bytea)
language plpgsql stable as $$
begin
  for name in
    select c.relname from pg_class c
    where c.relnamespace = in_schema::text::regnamespace and c.relkind = 'r' and c.relname <> 'versioned'
    order by 1
  loop
    execute format(
      $query$
        select coalesce(sum(piece.rows), 0)::bigint,
          sha256(coalesce(string_agg(piece.digest, ''::bytea order by piece.number), ''::bytea))
        from (
          select line.number, count(*) as rows,
            sha256(convert_to(string_agg(line.told, E'\n' order by line.told collate "C"), 'UTF8')) as digest
          from (
            select t.from_position / 1000 as number, jsonb_set(to_jsonb(t), '{to_position}', to_jsonb(
              case when t.to_position > $2 then open_end() else t.to_position end
            ))::text as told
            from %I.%I t
            where t.org_id = $1 and t.from_position <= $2
          ) line
          group by line.number
        ) piece
      $query$, in_schema, name
    ) into rows, digest using org_id, as_of;
    return next;
  end loop;
end $$;
