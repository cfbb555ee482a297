-- Writes one fact with its private values, chains it to the one before, and folds it into the state. What it takes
-- away is gone then; so is what was answered without a name, once it is added up.
create function append_fact(head log.head, command jsonb, fact jsonb) returns log.head
language plpgsql as $$
declare
  event log.event;
  body text := fact ->> 'body';
begin
  head.recorded_at := next_time(head, (command ->> 'at')::timestamptz);
  head.position := head.position + 1;
  event := (
    head.org_id, head.epoch, head.position, (fact ->> 'stream')::uuid, null, (fact ->> 'id')::uuid,
    (command ->> 'id')::uuid, fact ->> 'type', 1, head.recorded_at, (command ->> 'actor')::uuid,
    body, sha256(convert_to(body, 'UTF8')), null
  );
  select coalesce(max(e.version), 0) + 1 into event.version
  from log.event e
  where e.org_id = event.org_id and e.stream_id = event.stream_id;
  event.chain := chained(head.chain, event);
  head.chain := event.chain;
  insert into log.event select event.*;
  insert into log.private
  select
    event.org_id, event.position, kept.key, decode(kept.value ->> 0, 'hex'), kept.value ->> 1,
    coalesce((kept.value ->> 2)::boolean, true)
  from jsonb_each(fact -> 'private') kept;
  perform fold(the_fact(event, coalesce(
    (select jsonb_object_agg(key, value -> 1) from jsonb_each(fact -> 'private')), '{}'
  )));
  if event.type in ('EventRedacted', 'PersonForgotten') then
    perform erase(event);
  elsif event.type = 'PulseClosed' then
    delete from log.ballot b where b.org_id = event.org_id and b.pulse_id = event.stream_id;
  end if;
  return head;
end $$;
