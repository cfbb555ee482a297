-- A fact as it was recorded; `value` is what it says, with the private texts in their places.
create view event as
select
  e.org_id,
  e.event_id as id,
  e.position,
  e.type,
  e.recorded_at,
  e.actor_id,
  md5('revision ' || e.event_id)::uuid as revision_id,
  coalesce(e.body::jsonb ->> 'cycle_id', e.body::jsonb ->> 'organization_id')::uuid as policy_id,
  encode(e.chain, 'hex') as chain,
  e.epoch || '.' || e.position || '.' || left(encode(e.chain, 'hex'), 16) as cursor,
  revealed(e.body::jsonb, coalesce(
    (
      select jsonb_object_agg(p.field, p.value) from log.private p
      where p.org_id = e.org_id and p.position = e.position
    ), '{}'
  )) as value
from logged e;
