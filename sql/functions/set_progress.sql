-- Notes where a node stands from this fact on, if that is anywhere else than before, and keeps where it stood.
create function set_progress(fact fact, next progress) returns void
language plpgsql as $$
declare
  earlier progress;
begin
  select p.* into earlier from progress p
  where p.org_id = fact.org_id and p.id = next.id and p.to_position = 9223372036854775807;
  if not found then
    next.org_id := fact.org_id;
    next.from_position := fact.position;
    next.to_position := open_end();
    next.created_position := fact.position;
    next.caused_by := fact.position;
    insert into progress select next.*;
  elsif (earlier.current, earlier.raw, earlier.value, earlier.own, earlier.formula)
      is distinct from (next.current, next.raw, next.value, next.own, next.formula) then
    update progress p
    set
      from_position = fact.position, caused_by = fact.position, current = next.current, raw = next.raw,
      value = next.value, own = next.own, formula = next.formula
    where p.org_id = fact.org_id and p.id = next.id and p.to_position = 9223372036854775807;
    earlier.to_position := fact.position;
    insert into progress select earlier.*;
  end if;
end $$;
