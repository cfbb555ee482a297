-- Where a key result stood from report to report, in the order in which what they say was true: with corrections in
-- their places, and without what was retracted.
create function occurred_values(org_id uuid, key_result_id uuid) returns table (
  day date, place bigint, "position" bigint, recorded_at timestamptz, current numeric, raw numeric, confidence numeric,
  check_in_id uuid
)
language sql stable
begin atomic
  select
    c.occurred_on, (c.occurred_on - date '0001-01-01') * 100000000000 + c.place, c.created_position, c.recorded_at,
    s.current, s.raw,
    (
      select f.confidence from check_ins f
      where f.org_id = c.org_id and f.key_result_id = c.key_result_id and f.corrected_by_id is null
        and not f.retracted and f.confidence is not null and (f.occurred_on, f.place) <= (c.occurred_on, c.place)
      order by f.occurred_on desc, f.place desc limit 1
    ),
    c.id
  from check_ins c
  left join lateral stood_at(c.org_id, c.key_result_id, c.occurred_on, c.place) s on true
  where c.org_id = occurred_values.org_id and c.key_result_id = occurred_values.key_result_id
    and c.corrected_by_id is null and not c.retracted;
end;
