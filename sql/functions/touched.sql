-- Everything whose number rests on these key results and objectives, themselves included.
create function touched(org_id uuid, key_results uuid[], objectives uuid[]) returns table (kind text, id uuid)
language sql stable as $$
  with recursive reached (kind, id) as (
    select 'KEY_RESULT', unnest(key_results)
    union
    select 'OBJECTIVE', unnest(objectives)
    union
    select above.kind, above.id
    from reached r, lateral rests_on(touched.org_id, r.kind, r.id) above
  )
  select r.kind, r.id from reached r
$$;
