-- What may be taken away: private values with their salts, and with them the salts of the idempotency keys of their
-- commands, where a fact in the log says so. Facts, digests and chain stay as they are.

alter table log.private
  alter salt drop not null,
  alter value drop not null,
  -- Whether something has to stand where the value stood.
  add needed boolean not null default true;

alter table log.command alter salt drop not null;

-- Whether a fact takes a private value of another one away: the values that it names, or of a person who is forgotten
-- all that facts about them say and all that they said in their own name. What an organization calls its goals stays
-- its own, whoever wrote it; and a percent sign is no word, but a number rests on it.
create function log.takes_away(redaction log.event, event log.event, private log.private) returns boolean
language sql immutable as $$
  select event.org_id = redaction.org_id and event.position < redaction.position
    and private.org_id = event.org_id and private.position = event.position
    and not (private.field ~ '(^|\.)unit$' and private.value is not distinct from '%')
    and case redaction.type
      when 'EventRedacted' then
        event.position = (redaction.body::jsonb ->> 'event_position')::bigint
        and redaction.body::jsonb -> 'fields' ? private.field
      when 'PersonForgotten' then
        event.stream_id = (redaction.body::jsonb ->> 'person_id')::uuid
        or event.actor_id = (redaction.body::jsonb ->> 'person_id')::uuid and private.field
          ~ '(^|\.)(answer|asked|comment|improvement|note|outcome|reason|text)$|^evidence\.'
      else false
    end
$$;

-- The fact that is being carried out in this transaction, if it is one that takes something away.
create function log.redaction_under_way(org_id uuid) returns log.event
language sql stable as $$
  select e from log.event e
  where e.org_id = redaction_under_way.org_id
    and e.position = nullif(current_setting('okrlog.redaction', true), '')::bigint
$$;

create function log.let_values_go() returns trigger
language plpgsql as $$
declare
  event log.event;
begin
  select e.* into event from log.event e where e.org_id = old.org_id and e.position = old.position;
  if not coalesce(log.takes_away(log.redaction_under_way(old.org_id), event, old), false)
    or (new.org_id, new.position, new.field, new.salt, new.value, new.needed)
      is distinct from
      (old.org_id, old.position, old.field, null::bytea, case when old.needed then '[redacted]' end, old.needed)
  then
    raise exception 'the log is final: % on log.% is refused', tg_op, tg_table_name
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create function log.let_salts_go() returns trigger
language plpgsql as $$
begin
  if to_jsonb(new) <> to_jsonb(old) || '{"salt": null}' or not exists (
    select from log.private p
    where p.org_id = old.org_id and p.position between old.first_position and old.last_position and p.salt is null
  ) then
    raise exception 'the log is final: % on log.% is refused', tg_op, tg_table_name
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

drop trigger final on log.private;
create trigger final before update on log.private
  for each statement when (coalesce(current_setting('okrlog.redaction', true), '') = '') execute function log.refuse();
create trigger gone before delete or truncate on log.private
  for each statement execute function log.refuse();
create trigger only_words_go before update on log.private
  for each row execute function log.let_values_go();

drop trigger final on log.command;
create trigger final before update on log.command
  for each statement when (coalesce(current_setting('okrlog.redaction', true), '') = '') execute function log.refuse();
create trigger gone before delete or truncate on log.command
  for each statement execute function log.refuse();
create trigger only_salts_go before update on log.command
  for each row execute function log.let_salts_go();

-- Does what a fact says that takes words away, and answers what is gone. While a state is being filled nothing can be
-- taken away: what is folded there now would keep it.
create function log.redact(redaction log.event) returns setof log.private
language plpgsql as $$
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
  where p.org_id = g.org_id and p.position = g.position and p.field = g.field;
  update log.command c
  set salt = null
  where c.org_id = redaction.org_id and c.salt is not null
    and exists (select from unnest(gone) g where g.position between c.first_position and c.last_position);
  perform set_config('okrlog.redaction', '', true);
  return query select * from unnest(gone);
end $$;
