-- The periods that a key result's progress is the mean of, silent ones as nothing attained once anybody reported.
create function key_result_periods(org_id uuid, key_result_id uuid)
returns table (label text, value numeric, weight numeric, counted boolean, because text)
language sql stable
begin atomic
  with known as (
    select a.*, count(a.actual) over () > 0 as reported
    from attained(key_result_periods.org_id, key_result_periods.key_result_id) a
  )
  select
    k.starts_on::text || '/' || k.ends_on, case when k.reported then coalesce(k.attainment, 0) end,
    1::numeric, k.reported, case when not k.reported then 'Nothing is known of it yet.' end
  from known k;
end;
