-- Folds the logged facts of an organization after one position up to another; returns how many.
-- Plans are made as those of `append` are.
create function replay(org_id uuid, after bigint, up_to bigint) returns bigint
language plpgsql set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set plan_cache_mode = force_generic_plan as $$
declare
  event log.event;
  folded bigint := 0;
begin
  for event in
    select e.* from log.event e
    where e.org_id = replay.org_id and e.position > replay.after and e.position <= replay.up_to
    order by e.position
  loop
    perform fold(the_fact(event, coalesce(
      (
        select jsonb_object_agg(p.field, p.value) from log.private p
        where p.org_id = event.org_id and p.position = event.position
      ), '{}'
    )));
    folded := folded + 1;
  end loop;
  return folded;
end $$;
