-- What contributors, past ones included, and SUM supporters have added to a key result; null where nobody spoke.
create function assigned_amount(org_id uuid, key_result_id uuid) returns numeric
language sql stable as $$
  select sum(round(i.value * i.weight, 12))
  from key_result_inputs(org_id, key_result_id) i
  where i.role in ('PART', 'SUM') and i.counted
$$;
