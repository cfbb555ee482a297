-- Where a key result stood by the reports up to a place on a day, as they are known now and as it is measured now, with
-- what SUM supporters had added by then. Other supporters are counted where the number is worked out; a compound one has
-- no reports.
create function stood_at(
  org_id uuid, key_result_id uuid, through_day date, through_place bigint, supported numeric default null
)
returns table (current numeric, raw numeric)
language sql stable
begin atomic
  with measures as (
    select k.*, jsonb_populate_record(null::metric, to_jsonb(k)) as metric
    from key_results k
    where k.org_id = stood_at.org_id and k.id = stood_at.key_result_id and k.kind <> 'COMPOUND'
  ),
  told (value, rest) as (
    select s.value, s.rest
    from measures m
    cross join lateral (
      select r.value, c.rest
      from reports_of(m.org_id, m.id, null, stood_at.through_day, stood_at.through_place) r
      join check_ins c on c.org_id = m.org_id and c.id = r.id
      order by r.occurred_on desc, r.place desc
      limit 1
    ) s
    where m.reading = 'LATEST'
    union all
    select r.value, r.value
    from measures m
    cross join lateral reading_of(m.org_id, m.id, null, stood_at.through_day, stood_at.through_place) r (value)
    where m.reading <> 'LATEST'
  ),
  parts (amount) as (
    select sum(a.amount)
    from (
      select round(r.value, 12)
      from contributions c
      cross join lateral reading_of(
        c.org_id, c.key_result_id, c.id, stood_at.through_day, stood_at.through_place
      ) r (value)
      where c.org_id = stood_at.org_id and c.key_result_id = stood_at.key_result_id
      union all
      select stood_at.supported
    ) a (amount)
  ),
  reached as (
    select
      m.*,
      case
        when m.per_person is not null then null
        when m.kind = 'MILESTONES' then milestones_by(m.org_id, m.id, stood_at.through_day, stood_at.through_place)
        when m.kind = 'BY_DATE' then case when t.value is not null then coalesce(
          (done_on(m.org_id, m.id, stood_at.through_day, stood_at.through_place) <= m.by)::int, 0
        )::numeric end
        when direction(m.kind) is null or m.reading not in ('LATEST', 'SUM') then t.value
        else added_up(
          m.kind, m.reading, m.baseline, m.shift, p.amount, t.value, coalesce(t.rest + coalesce(m.shift, 0), m.shift)
        )
      end as current
    from measures m
    cross join parts p
    left join told t on true
  )
  select
    r.current,
    case
      when r.per_person is not null then compounded(
        case r.per_person when 'MEAN' then 'WEIGHTED' else r.per_person end,
        array(select p from people_counted(r.org_id, r.id, stood_at.through_day, stood_at.through_place) p)
      )
      when r.per is not null then (
        select case when count(a.actual) > 0 then quotient(sum(coalesce(a.attainment, 0)), count(*)) end
        from attained(r.org_id, r.id, stood_at.through_day, stood_at.through_place) a
      )
      when r.kind = 'MILESTONES' then quotient(
        r.current,
        (select sum(s.weight) from milestones s where s.org_id = r.org_id and s.key_result_id = r.id)
      )
      when r.reading = 'TIME_IN_BOUNDS' then quotient(r.current, 100)
      else measured(r.metric, r.current)
    end
  from reached r;
end;
