-- Notes where a node stands from this fact on, if that is anywhere else than before.
create function set_progress(fact fact, next progress) returns void
language plpgsql as $$
declare
  before progress;
begin
  select p.* into before from progress p
  where p.org_id = fact.org_id and p.id = next.id and p.to_position = 9223372036854775807;
  if found and (before.current, before.raw, before.value, before.own, before.formula)
      is not distinct from (next.current, next.raw, next.value, next.own, next.formula) then
    return;
  end if;
  update progress p set to_position = fact.position
  where p.org_id = fact.org_id and p.id = next.id and p.to_position = 9223372036854775807;
  next.org_id := fact.org_id;
  next.from_position := fact.position;
  next.to_position := open_end();
  next.created_position := coalesce(before.created_position, fact.position);
  next.caused_by := fact.position;
  insert into progress select next.*;
end $$;
