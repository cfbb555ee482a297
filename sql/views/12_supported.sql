-- How far a key result would be that were so far by itself, with what supports it; `settle_key_result` says the same of
-- where it is.
create function supported(org_id uuid, key_result_id uuid, raw numeric) returns numeric
language sql stable
return (
  select capped(case when s.weight > 0 then s.own else supported.raw end, s.least_of, s.complete)
  from weighed(
    array(select i from key_result_inputs(supported.org_id, supported.key_result_id) i), clamped(supported.raw)
  ) s
);
