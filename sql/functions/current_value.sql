-- Where a key result stands in its own unit; null while nobody has reported.
create function current_value(key_result key_results) returns numeric
language plpgsql stable as $$
declare
  said record;
  assigned numeric;
  rest numeric;
begin
  if key_result.kind = 'COMPOUND' then
    return (
      select round(sum(c.value) filter (where key_result.combine = 'SUM' and c.counted), 12)
      from components(key_result.org_id, key_result.id) c
    );
  elsif key_result.per_person is not null then
    return null;
  elsif key_result.kind = 'MILESTONES' then
    return milestones_done(key_result.org_id, key_result.id);
  end if;
  said := last_word(key_result);
  if key_result.kind = 'BY_DATE' then
    return case when said.value is not null then in_time(key_result) end;
  end if;
  if not adds_up(key_result) then
    return said.value;
  end if;
  rest := coalesce(said.rest + coalesce(key_result.shift, 0), key_result.shift);
  assigned := assigned_amount(key_result.org_id, key_result.id);
  return added_up(
    key_result.kind, key_result.reading, key_result.baseline, key_result.shift, assigned, said.value, rest
  );
end $$;
