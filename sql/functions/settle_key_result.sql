-- Works out where a key result stands: what was measured, then what supports it.
create function settle_key_result(fact fact, key_result_id uuid) returns void
language plpgsql as $$
declare
  key_result key_results;
  next progress;
  supporters record;
begin
  select k.* into key_result from key_results k
  where k.org_id = fact.org_id and k.id = key_result_id and k.to_position = 9223372036854775807;
  next.id := key_result_id;
  next.formula := formula_of(key_result);
  next.current := current_value(key_result);
  next.raw := raw_progress(key_result, next.current);
  select * into supporters from weighed(
    array(select i from key_result_inputs(fact.org_id, key_result_id) i), clamped(next.raw)
  );
  if supporters.weight > 0 then
    next.raw := supporters.own;
  end if;
  next.raw := capped(next.raw, supporters.least_of, supporters.complete);
  next.value := clamped(next.raw);
  perform set_progress(fact, next);
end $$;
