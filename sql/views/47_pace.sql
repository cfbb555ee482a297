-- How far key results and objectives are on a day beside how far they should be. An objective should be as far as its
-- key results in the mean, and where it has none as the share of its days that has passed.
create function pace(day date) returns table (
  org_id uuid, id uuid, objective_id uuid, visibility text, cycle_id uuid, due_on date,
  expected numeric, actual numeric, difference numeric, ratio numeric, verdict text, because text, "on" date
)
language sql stable
begin atomic
  with compared as (
    select
      e.org_id, e.key_result_id as id, e.objective_id, e.visibility, o.cycle_id, e.due_on,
      e.progress as expected, p.value as actual, e.because
    from key_result_expected(pace.day) e
    join objectives o on o.org_id = e.org_id and o.id = e.objective_id
    left join progress p on p.org_id = e.org_id and p.id = e.key_result_id
    union all
    select
      o.org_id, o.id, o.id, o.visibility, o.cycle_id, coalesce(o.due_on, c.ends_on),
      (
        select case
          when count(*) = 0 then between_days(0, 1, c.starts_on, coalesce(o.due_on, c.ends_on), pace.day)
          else quotient(
            sum(e.progress * k.weight), sum(k.weight) filter (where e.progress is not null)
          )
        end
        from key_results k
        join key_result_expected(pace.day) e
          -- Named once more, for its index: else each asks all key results of the organization.
          on e.org_id = k.org_id and e.objective_id = k.objective_id and e.key_result_id = k.id
        where k.org_id = o.org_id and k.objective_id = o.id and k.state <> 'WITHDRAWN' and k.weight > 0
          and k.part_of_id is null
      ),
      p.value, 'None of its key results says where it begins.'
    from objectives o
    join cycles c on c.org_id = o.org_id and c.id = o.cycle_id
    left join progress p on p.org_id = o.org_id and p.id = o.id
  )
  select
    m.org_id, m.id, m.objective_id, m.visibility, m.cycle_id, m.due_on, m.expected, m.actual,
    m.actual - m.expected, quotient(m.actual, m.expected),
    case
      when m.actual is null or m.expected is null then null
      when m.actual - m.expected > t.tolerance then 'AHEAD'
      when m.expected - m.actual > t.tolerance then 'BEHIND'
      else 'ON_PACE'
    end,
    case
      when m.actual is null then 'Nobody has reported where it stands.'
      when m.expected is null then m.because
    end,
    pace.day
  from compared m
  join policy a on a.org_id = m.org_id and a.id = m.cycle_id
  cross join lateral (select coalesce(a.pace_tolerance, 0.05)) t (tolerance);
end;
