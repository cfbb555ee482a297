-- The fact that a command is about, with the names of its words that could be redacted; nothing where it names none.
create function event_now(org_id uuid, said jsonb) returns jsonb
language sql stable
return case when said ? 'event_id' then coalesce((
  select jsonb_build_object('event', jsonb_build_object('position', e.position, 'fields', array(
    select p.field from log.private p
    where p.org_id = e.org_id and p.position = e.position and p.salt is not null
      and not (p.field ~ '(^|\.)unit$' and p.value = '%')
    order by p.field
  )))
  from log.event e
  where e.org_id = event_now.org_id and e.event_id = (said ->> 'event_id')::uuid
), '{}') else '{}' end;
