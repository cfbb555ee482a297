-- The organization's head, locked; made here for an organization whose first command this is.
create function locked_head(org_id uuid, commands jsonb) returns log.head
language plpgsql as $$
declare
  head log.head;
  clock text := commands #>> '{0,begins}';
begin
  if clock is not null then
    insert into log.epoch values (org_id, 1, 1, decode(repeat('00', 32), 'hex'), 'The log began.');
    insert into log.head
    values (org_id, 1, 0, decode(repeat('00', 32), 'hex'), '-infinity', clock, this_state_version());
  end if;
  select * into strict head from log.head h where h.org_id = locked_head.org_id for update;
  if head.state_version <> this_state_version() then
    raise exception 'the state of this organization moved on to version %', head.state_version
      using errcode = 'OK003';
  end if;
  return head;
end $$;
