-- All that a key result's number rests on: parts, milestones and supporters, the reports that count as they are read,
-- and what revisions carried over. From these and the metric anybody can compute it again.
create function key_result_explanation(org_id uuid, key_result_id uuid) returns setof input
language sql stable
begin atomic
  with key_result as (
    select
      k.*, p.current,
      k.kind in ('INCREASE', 'DECREASE') and k.reading in ('LATEST', 'SUM') and k.per_person is null as adds_up
    from key_results k
    left join progress p on p.org_id = k.org_id and p.id = k.id
    where k.org_id = key_result_explanation.org_id and k.id = key_result_explanation.key_result_id
  ),
  reports as (
    select
      r.id, c.rest, r.value,
      row_number() over (order by r.occurred_on desc, r.place desc) as back,
      row_number() over (
        order by r.value = 1 and r.occurred_on = done_on(k.org_id, k.id) desc nulls last, r.occurred_on desc, r.place desc
      ) as back_from_done,
      row_number() over (partition by r.occurred_on order by r.place desc) as back_that_day
    from key_result k
    cross join lateral reports_of(k.org_id, k.id, null) r
    join check_ins c on c.org_id = k.org_id and c.id = r.id
  ),
  told (node_id, role, value, weight, because) as (
    select
      i.node_id, i.role,
      case when i.role <> 'MILESTONE' or k.current is not null then i.value end,
      i.weight,
      case
        when i.because is not null then i.because
        when i.role = 'MILESTONE' and k.current is null then 'Nothing is known of it yet.'
        when i.role in ('PART', 'SUM') and not k.adds_up then 'Reports are not added up.'
      end
    from key_result k
    cross join lateral key_result_inputs(k.org_id, k.id) i
    union all
    select
      r.id,
      case when k.reading <> 'LATEST' then 'ENTRY' when k.adds_up then 'REST' else 'REPORT' end,
      case when k.reading = 'LATEST' and k.adds_up then r.rest else r.value end,
      1::numeric,
      case
        when k.reading = 'LATEST' and k.adds_up and r.rest is null then 'It was reported when nothing was added up.'
        when k.reading = 'TIME_IN_BOUNDS' and r.back_that_day > 1 then 'Another one of its day came later.'
      end
    from key_result k
    cross join reports r
    where k.kind <> 'MILESTONES' and k.per_person is null and (
        k.reading <> 'LATEST' or case k.kind when 'BY_DATE' then r.back_from_done = 1 else r.back = 1 end
      )
    union all
    select k.id, 'SHIFT', k.shift, 1::numeric, case when k.current is null then 'Nothing is known yet.' end
    from key_result k
    where k.adds_up and k.shift is not null
  )
  select t.node_id, t.role, t.value, t.weight, t.because is null, t.because from told t;
end;
