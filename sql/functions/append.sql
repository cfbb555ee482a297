-- Appends the facts of many commands of one organization, each command whole or not at all, and folds them.
-- READ COMMITTED is required: the head is locked in one statement and everything else is read in later ones.
-- Plans are made once, for indexes and one row at a time: those made while the tables were empty would read them
-- whole when they are full.
create function append(org_id uuid, commands jsonb) returns jsonb
language plpgsql security definer
set search_path from current set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set plan_cache_mode = force_generic_plan as $$
declare
  head log.head;
  command jsonb;
  outcomes jsonb := '[]';
begin
  if append.org_id is distinct from nullif(current_setting('okrlog.organization', true), '')::uuid then
    raise exception 'organization % is not the one of this transaction', append.org_id using errcode = 'OK002';
  end if;
  head := locked_head(append.org_id, commands);
  for command in select value from jsonb_array_elements(commands) loop
    if exists (
      select from log.command c where c.org_id = append.org_id and c.key = command #>> '{key,text}'
    ) then
      outcomes := outcomes || '{"status": "repeated"}'::jsonb;
    elsif guard_moved(append.org_id, (command ->> 'decided_at')::bigint, command -> 'guards') then
      outcomes := outcomes || '{"status": "moved"}'::jsonb;
    else
      outcomes := outcomes || jsonb_build_object('status', 'appended', 'first', head.position + 1);
      head := append_command(head, command);
      outcomes := jsonb_set(outcomes, '{-1,last}', to_jsonb(head.position));
    end if;
  end loop;
  update log.head h
  set position = head.position, chain = head.chain, recorded_at = head.recorded_at
  where h.org_id = append.org_id;
  return outcomes;
end $$;
