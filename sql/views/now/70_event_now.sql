-- The fact that a command is about, with the names of its words that could be redacted; nothing where it names none. Of an
-- answer to a pulse these are all that it could have: nobody finds out whether it was given with a name.
create function event_now(org_id uuid, said jsonb) returns jsonb
language sql stable
return case when said ? 'event_id' then coalesce((
  select jsonb_build_object('event', jsonb_build_object('position', e.position, 'fields', case
    when e.type = 'PulseAnswered' then array(
      select f.name
      from pulses p
      cross join generate_series(0, jsonb_array_length(p.questions) - 1) n
      cross join format('answers.%s.text', n) f (name)
      where p.org_id = e.org_id and p.id = (e.body::jsonb ->> 'pulse_id')::uuid
        and not exists (
          select from redactions r
          where r.org_id = e.org_id and r.event_position = e.position and f.name = any (r.fields)
        )
      order by f.name
    )
    else array(
      select p.field from log.private p
      where p.org_id = e.org_id and p.position = e.position and p.salt is not null
        and not (p.field ~ '(^|\.)unit$' and p.value = '%')
      order by p.field
    )
  end))
  from log.event e
  where e.org_id = event_now.org_id and e.event_id = (said ->> 'event_id')::uuid
), '{}') else '{}' end;
