-- Everything whose number rests on these key results and objectives, themselves included, from the bottom to the top:
-- `height` is the longest way to it. What leads in a circle climbs for ever and is stopped at a height that no
-- organization has.
create function touched(org_id uuid, key_results uuid[], objectives uuid[])
returns table (kind text, id uuid, height int)
language sql stable as $$
  with recursive reached (kind, id, height) as (
    select 'KEY_RESULT', unnest(key_results), 0
    union
    select 'OBJECTIVE', unnest(objectives), 0
    union
    select above.kind, above.id, r.height + 1
    from reached r, lateral rests_on(touched.org_id, r.kind, r.id) above
    where r.height < 1000
  )
  select r.kind, r.id, max(r.height) from reached r group by r.kind, r.id order by 3
$$;
