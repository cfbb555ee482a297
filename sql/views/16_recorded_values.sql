-- Where a key result or an objective was known to stand, from fact to fact that moved it or was a report of it.
create function recorded_values(org_id uuid, noun_id uuid) returns table (
  "position" bigint, recorded_at timestamptz, current numeric, raw numeric, confidence numeric, check_in_id uuid
)
language sql stable
begin atomic
  with told (position) as (
    select p.from_position
    from progress_versions p
    where p.org_id = recorded_values.org_id and p.id = recorded_values.noun_id
    union
    select v.from_position
    from check_ins c
    join check_ins_versions v on v.org_id = c.org_id and v.id = c.id
    where c.org_id = recorded_values.org_id and c.key_result_id = recorded_values.noun_id
  )
  select
    t.position, e.recorded_at, p.current, p.raw,
    (
      select c.confidence
      from check_ins c
      cross join lateral (
        select v.* from check_ins_versions v
        where v.org_id = c.org_id and v.id = c.id and v.to_position > t.position
        order by v.to_position limit 1
      ) v
      where c.org_id = e.org_id and c.key_result_id = recorded_values.noun_id and c.created_position <= t.position
        and c.confidence is not null and v.corrected_by_id is null and not v.retracted
      order by c.occurred_on desc, c.place desc limit 1
    ),
    coalesce((e.body::jsonb ->> 'check_in_id')::uuid, (
      select c.id from check_ins c
      where c.org_id = recorded_values.org_id and c.key_result_id = recorded_values.noun_id
        and c.created_position = t.position and c.kpi_value_id is not null
    ))
  from told t
  join log.event e on e.org_id = recorded_values.org_id and e.position = t.position
  left join lateral (
    select v.current, v.raw from progress_versions v
    where v.org_id = e.org_id and v.id = recorded_values.noun_id
      and v.from_position <= t.position and v.to_position > t.position
    order by v.to_position limit 1
  ) p on true;
end;
