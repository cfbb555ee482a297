-- Where key results would stand on a day if they moved along their curves, or where they have none if each day took
-- them equally far, from the first day of the cycle, or the first that is measured, to the day on which they are due;
-- milestones count on the days on which they are due. Where all people are to reach the same, each day takes as many of
-- them there. Null where there is no way to go, or while it waits for its event.
create function key_result_expected(on_day date) returns table (
  org_id uuid, key_result_id uuid, objective_id uuid, visibility text,
  starts_on date, due_on date, value numeric, progress numeric, because text, "on" date
)
language sql stable
begin atomic
  with spans as (
    select
      k.*, o.visibility, coalesce(k.opens_on, c.starts_on) as starts_on,
      coalesce(k.due_on, least(k.closes_on, coalesce(o.due_on, c.ends_on))) as ends_on,
      goal(m.metric) as goal, m.metric,
      case
        when k.opens_with is not null and k.opens_on is null then 'WAITS'
        when k.per_person = 'ALL' then 'ALL'
        else k.kind
      end as way
    from key_results k
    cross join lateral (select case when k.per_person is null
      then row(
        k.kind, k.baseline, k.target, k.lower, k.upper, k.strict, k.change_percent, k.change_by, k.by
      )::metric
      else from_nothing(to_jsonb(k))
    end) m (metric)
    join objectives o on o.org_id = k.org_id and o.id = k.objective_id
    join cycles c on c.org_id = o.org_id and c.id = o.cycle_id
  ),
  values_expected as (
    select
      s.*, m.weight as milestones_weight,
      case s.way
        when 'WAITS' then null
        when 'ALL' then null
        when 'DONE' then (on_day >= s.ends_on)::int
        when 'BY_DATE' then (on_day >= s.by)::int
        when 'MILESTONES' then coalesce(m.due, between_days(0, m.weight, s.starts_on, s.ends_on, on_day))
        else case
          when s.curve ->> 'kind' in ('PHASED', 'CUSTOM')
            then curve_value(s.curve, (s.metric).baseline, s.goal, s.starts_on, s.ends_on, on_day)
          else between_days((s.metric).baseline, s.goal, s.starts_on, s.ends_on, on_day)
        end
      end as value
    from spans s
    left join lateral milestones_due(s.org_id, s.id, s.ends_on, on_day) m on s.kind = 'MILESTONES'
  )
  select
    v.org_id, v.id, v.objective_id, v.visibility, v.starts_on, v.ends_on, v.value,
    case v.way
      when 'WAITS' then null
      when 'ALL' then between_days(0, 1, v.starts_on, v.ends_on, on_day)
      when 'DONE' then v.value
      when 'BY_DATE' then v.value
      when 'MILESTONES' then quotient(v.value, v.milestones_weight)
      else case
        when v.curve ->> 'kind' in ('PHASED', 'CUSTOM') then clamped(measured(v.metric, v.value))
        else quotient(v.value - (v.metric).baseline, v.goal - (v.metric).baseline)
      end
    end,
    case
      when v.way = 'WAITS' then 'It waits for the event from which on it is measured.'
      when v.value is null and v.way <> 'ALL' then 'It says nothing of where it begins.'
    end,
    on_day
  from values_expected v;
end;
