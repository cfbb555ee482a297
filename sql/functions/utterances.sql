-- What is gone, and all else in the log that says the same words: who sees them cannot tell from which fact they are.
create function utterances(gone log.private[]) returns setof utterance
language sql stable set enable_hashjoin = on as $$
  select
    s.position, substring(s.field from '[^.]+$'), s.value,
    array[e.stream_id, e.event_id] || array(
      select m[1]::uuid from regexp_matches(e.body, '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}', 'g') m
    ),
    s.gone, s.shown
  from (
    select g.org_id, g.position, g.field, g.value, true, case when g.needed then '[redacted]' end
    from unnest(gone) g
    union all
    select p.org_id, p.position, p.field, p.value, false, null
    from log.private p
    where p.org_id = (gone[1]).org_id and p.salt is not null and p.value in (select g.value from unnest(gone) g)
  ) s (org_id, position, field, value, gone, shown)
  join log.event e on e.org_id = s.org_id and e.position = s.position
$$;
