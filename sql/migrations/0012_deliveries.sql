-- What was given away to somebody outside, so that several servers give it away once: who has begun holds it for a
-- while, and where they end before it arrived the next one begins. It is no fact: nobody decided anything.
create table log.delivery (
  org_id uuid not null,
  key text not null,
  held_until timestamptz not null,
  arrived boolean not null default false,
  primary key (org_id, key)
);

-- Whether it is for whoever asks to give it away now; null where it has arrived. It is forgotten after a month.
create function log.take_delivery(org_id uuid, key text, seconds int) returns boolean
language plpgsql security definer set search_path = log, pg_temp as $$
declare
  taken boolean;
begin
  perform log.check_organization(org_id);
  delete from log.delivery d
  where d.org_id = take_delivery.org_id and d.key <> take_delivery.key and d.held_until < now() - interval '30 days';
  insert into log.delivery as d values (take_delivery.org_id, take_delivery.key, now() + seconds * interval '1 second')
  on conflict on constraint delivery_pkey do update set held_until = excluded.held_until
  where not d.arrived and d.held_until <= now()
  returning true into taken;
  if taken is null then
    select case when not d.arrived then false end into taken
    from log.delivery d
    where d.org_id = take_delivery.org_id and d.key = take_delivery.key;
  end if;
  return taken;
end $$;

-- It arrived, or it did not: then it is for whoever asks next.
create function log.note_delivery(org_id uuid, key text, arrived boolean) returns void
language plpgsql security definer set search_path = log, pg_temp as $$
begin
  perform log.check_organization(org_id);
  update log.delivery d
  set arrived = d.arrived or note_delivery.arrived, held_until = now()
  where d.org_id = note_delivery.org_id and d.key = note_delivery.key;
end $$;

grant select on log.delivery to okrlog_request;
select log.wall('log');
