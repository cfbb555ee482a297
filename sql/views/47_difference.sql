-- What became of a noun between two positions, with the positions of the facts that did it; null where nothing did.
-- `moved` are the positions of the facts that moved numbers of it.
create function difference(
  org_id uuid, id uuid, name text, before jsonb, after jsonb, from_at bigint, to_at bigint, moved bigint[]
) returns jsonb
language sql stable
begin atomic
  select jsonb_build_object(
    'id', difference.id, 'noun_id', difference.id, 'change', w.change, 'before', difference.before, 'after', difference.after,
    'fields', case when difference.before is null or difference.after is null then '{}' else f.fields end,
    'positions', (
      select coalesce(jsonb_agg(distinct p.position order by p.position), '[]')
      from (
        select r.position from revision r
        where r.org_id = difference.org_id and r.id = difference.id and r.name = difference.name
        union all
        select (difference.after ->> 'created_position')::bigint
        union all
        select (difference.before ->> 'to_position')::bigint where difference.after is null
        union all
        select m.position from unnest(difference.moved) m (position)
      ) p
      where p.position > difference.from_at and p.position <= difference.to_at
    )
  )
  from (select differing(difference.name, difference.before, difference.after)) f (fields)
  cross join lateral (select case
    when difference.after is null then case when difference.before is not null then 'ENDED' end
    when difference.before is null then 'ADDED'
    when ended(difference.after) and not ended(difference.before) then 'ENDED'
    when f.fields <> '{}' then 'CHANGED'
    when array_remove(difference.moved, null) <> '{}' then 'MOVED'
  end) w (change)
  where w.change is not null;
end;
