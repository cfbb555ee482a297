-- Whether what was said by a day settled a key result: nothing came later but what had been said before, or it had
-- gone all the way by then. Null where nobody has said how far it is.
create function settled_by(org_id uuid, key_result_id uuid, day date) returns boolean
language sql stable
begin atomic
  with said as (
    select
      c.contribution_id, c.person_id, c.value, c.occurred_on, c.place, c.occurred_on > settled_by.day as late,
      c.milestones_done <> '{}' or c.milestones_undone <> '{}' as stepped
    from check_ins c
    where c.org_id = settled_by.org_id and c.key_result_id = settled_by.key_result_id
      and c.corrected_by_id is null and not c.retracted
      and (c.value is not null or c.milestones_done <> '{}' or c.milestones_undone <> '{}')
  ),
  -- Where it stood by the day, if reports of the whole say so alone.
  stood as (
    select m.metric, case
      when k.reading = 'SUM' and m.linear
        then k.baseline + direction(k.kind) * (e.value + coalesce(k.shift, 0))
      else e.value
    end as value
    from key_results k
    cross join lateral (
      select jsonb_populate_record(null::metric, to_jsonb(k)), direction(k.kind) is not null
    ) m (metric, linear)
    cross join lateral (
      select read_as(k.reading, m.metric, array_agg(row(s.occurred_on, s.place, s.value)::report))
      from said s
      where not s.late and s.contribution_id is null and s.value is not null
    ) e (value)
    where k.org_id = settled_by.org_id and k.id = settled_by.key_result_id
      and k.reading in ('LATEST', 'SUM') and goal(m.metric) is not null and k.per is null and k.per_person is null
      and not exists (
        select from contributions c where c.org_id = k.org_id and c.key_result_id = k.id
      )
      and not exists (
        select from alignments a
        where a.org_id = k.org_id and a.to_key_result_id = k.id and a.roll_up = 'SUM'
      )
  ),
  repeated as (
    select bool_and(not s.late or k.reading = 'LATEST' and not s.stepped and s.value is not distinct from (
      select b.value
      from said b
      where not b.late and b.value is not null
        and (b.contribution_id, b.person_id) is not distinct from (s.contribution_id, s.person_id)
      order by b.occurred_on desc, b.place desc
      limit 1
    )) as settled
    from said s
    join key_results k on k.org_id = settled_by.org_id and k.id = settled_by.key_result_id
  )
  select r.settled or coalesce((select measured(s.metric, s.value) >= 1 from stood s), false)
  from repeated r
  where r.settled is not null;
end;
