-- Redaction of a whole person touches many commands: they are found by their ids, however many there are.
create or replace function log.redact(redaction log.event) returns setof log.private
language plpgsql set enable_hashjoin = on as $$
declare
  gone log.private[];
begin
  if not pg_try_advisory_xact_lock_shared(7311990452) then
    raise exception 'the state is being rebuilt' using errcode = 'lock_not_available';
  end if;
  select array_agg(p) into gone
  from log.private p
  join log.event e on e.org_id = p.org_id and e.position = p.position
  where p.org_id = redaction.org_id and p.salt is not null and log.takes_away(redaction, e, p);
  perform set_config('okrlog.redaction', redaction.position::text, true);
  update log.private p
  set salt = null, value = case when p.needed then '[redacted]' end
  from unnest(gone) g
  where p.org_id = redaction.org_id and p.position = g.position and p.field = g.field;
  update log.command c
  set salt = null
  where c.org_id = redaction.org_id and c.salt is not null and c.command_id in (
    select e.command_id
    from unnest(gone) g
    join log.event e on e.org_id = redaction.org_id and e.position = g.position
  );
  perform set_config('okrlog.redaction', '', true);
  return query select * from unnest(gone);
end $$;
