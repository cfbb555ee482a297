-- The reports of the whole that a reading of more than the latest takes into account.
create function key_result_entries(org_id uuid, key_result_id uuid) returns setof input
language sql stable
begin atomic
  select r.id, 'ENTRY', r.value, 1::numeric, true, null::text
  from key_results k
  cross join lateral reports_of(k.org_id, k.id, null) r
  where k.org_id = key_result_entries.org_id and k.id = key_result_entries.key_result_id and k.reading <> 'LATEST';
end;
