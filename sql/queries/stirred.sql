-- $1: organization, $2: after this position, $3: up to this one. The cycles, by id and by key, whose numbers reports
-- moved; null where there was anything else than reports.
with fact as (
  select e.type, (e.body::jsonb ->> 'key_result_id')::uuid as key_result_id
  from log.event e
  where e.org_id = $1 and e.position > $2 and e.position <= $3
),
moved as (
  select coalesce(k.objective_id, t.id) as objective_id
  from touched($1, array(select f.key_result_id from fact f where f.key_result_id is not null), '{}') t
  left join key_results k on k.org_id = $1 and t.kind = 'KEY_RESULT' and k.id = t.id
)
select case
  when not exists (
    select from fact f where f.type not in ('CheckInRecorded', 'CheckInCorrected', 'CheckInRetracted')
  )
  then array(
    select name
    from (
      select distinct c.id, c.key
      from moved m
      join objectives o on o.org_id = $1 and o.id = m.objective_id
      join cycles c on c.org_id = $1 and c.id = o.cycle_id
    ) c,
    unnest(array[c.id::text, c.key]) name
  )
end as cycles;
