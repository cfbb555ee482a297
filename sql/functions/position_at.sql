-- The last position recorded at or before a moment, 0 before the first fact; null for no moment.
-- Times rise with positions, so halving finds it in the primary key, and appends keep no index for it.
create function position_at(org_id uuid, moment timestamptz) returns bigint
language plpgsql stable as $$
declare
  low bigint := 0;
  high bigint := (select h.position from log.head h where h.org_id = position_at.org_id);
  middle bigint;
begin
  while low < high and moment is not null loop
    middle := (low + high + 1) / 2;
    if (
      select e.recorded_at <= moment from log.event e
      where e.org_id = position_at.org_id and e.position = middle
    ) then
      low := middle;
    else
      high := middle - 1;
    end if;
  end loop;
  return case when moment is not null then low end;
end $$;
