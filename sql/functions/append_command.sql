-- Writes one command's facts, keeps what was answered without a name, and remembers its idempotency key; hands
-- the head on for the next one.
create function append_command(head log.head, command jsonb) returns log.head
language plpgsql as $$
declare
  first_position bigint := head.position + 1;
  fact jsonb;
begin
  for fact in select value from jsonb_array_elements(command -> 'facts') loop
    head := append_fact(head, command, fact);
  end loop;
  if command ? 'ballot' then
    insert into log.ballot (org_id, pulse_id, answers)
    values (head.org_id, (command #>> '{ballot,pulse}')::uuid, command #> '{ballot,answers}');
  end if;
  if command ? 'key' then
    insert into log.command values (
      head.org_id,
      command #>> '{key,text}',
      (command ->> 'id')::uuid,
      (command ->> 'actor')::uuid,
      decode(command #>> '{key,salt}', 'hex'),
      decode(command #>> '{key,digest}', 'hex'),
      first_position,
      head.position
    );
  end if;
  return head;
end $$;
