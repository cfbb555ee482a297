-- $1: organization, $2: after this position, $3: up to this one. The facts between, each a line of JSON with everything
-- that its chain depends on, and whether they tell more than that the log was taken away.
select
  convert_to(string_agg(f.line, E'\n') || E'\n', 'UTF8') as lines,
  bool_or(f.type <> 'LogExported') as telling
from (
  select
    e.type,
    '{"organizationId":"' || e.org_id::text
    || '","epoch":' || e.epoch::text
    || ',"position":' || e.position::text
    || ',"streamId":"' || e.stream_id::text
    || '","version":' || e.version::text
    || ',"eventId":"' || e.event_id::text
    || '","commandId":"' || e.command_id::text
    || '","type":"' || e.type
    || '","schemaVersion":' || e.schema_version::text
    || ',"recordedAt":"' || to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
    || '","actorId":"' || e.actor_id::text
    || '","body":' || case when w.withheld then 'null' else to_json(e.body)::text end
    || ',"bodyDigest":"' || encode(e.body_digest, 'hex')
    || '","private":' || case when w.withheld then 'null' else coalesce(p.private, '{}') end
    || ',"previousChain":"' || encode(coalesce(
      lag(e.chain) over (order by e.position),
      (select b.chain from log.event b where b.org_id = e.org_id and b.position = e.position - 1),
      decode(repeat('00', 32), 'hex')
    ), 'hex')
    || '","chain":"' || encode(e.chain, 'hex')
    || case when w.withheld then '","withheld":true}' else '"}' end as line
  from log.event e
  left join (
    select
      k.position,
      '{' || string_agg(
        to_json(k.field)::text || ':' || case
          when k.salt is null then 'null'
          else '{"salt":"' || encode(k.salt, 'hex') || '","value":' || to_json(k.value)::text || '}'
        end, ',' order by k.field
      ) || '}' as private
    from log.private k
    where k.org_id = $1 and k.position > $2 and k.position <= $3
    group by k.position
  ) p on p.position = e.position
  cross join lateral (
    select case when (select has_private($1)) then about_private(e.org_id, e.position) else false end
  ) w (withheld)
  where e.org_id = $1 and e.position > $2 and e.position <= $3
  order by e.position
) f;
