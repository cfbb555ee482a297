-- The shift that keeps a key result where it stood under its new metric.
create function shifted(earlier key_results, later key_results, stood numeric) returns numeric
language plpgsql stable as $$
begin
  if not adds_up(later) then
    return later.shift;
  elsif stood is null or earlier.kind in ('DONE', 'BY_DATE', 'MILESTONES', 'COMPOUND') then
    return null;
  end if;
  return direction(later.kind) * (stood - coalesce(later.baseline, 0))
    - coalesce(assigned_amount(later.org_id, later.id), 0) - coalesce((last_word(later)).rest, 0);
end $$;
