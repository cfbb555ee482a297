-- Whether key results and objectives are reached on a day, have a clear path to it, or were missed, and why. Reached
-- is what the agreed score, else the progress, says: all of it where that is COMMITTED, else the cut-off.
create function attainment(day date) returns table (
  org_id uuid, id uuid, objective_id uuid, visibility text, state text, because text, "on" date
)
language sql stable
begin atomic
  with known as (
    select
      p.*, coalesce(s.value, p.actual) as reached_by,
      case coalesce(k.ambition, o.ambition) when 'COMMITTED' then 1 else coalesce(a.completion_cut_off, 0.7) end as cut_off,
      coalesce(k.state, o.state) as stands,
      case when k.id is null
        then exists (
          select from key_result x
          where x.org_id = p.org_id and x.objective_id = p.id and x.state <> 'WITHDRAWN' and x.status = 'OFF_TRACK'
        )
        else k.status is not distinct from 'OFF_TRACK'
      end as off_track
    from pace(attainment.day) p
    join objectives o on o.org_id = p.org_id and o.id = p.objective_id
    join policy a on a.org_id = p.org_id and a.id = p.cycle_id
    left join key_result k on k.org_id = p.org_id and k.id = p.id
    left join assessments s on s.org_id = p.org_id and s.noun_id = p.id and s.kind = 'AGREED'
  )
  select
    n.org_id, n.id, n.objective_id, n.visibility,
    case
      when n.stands = 'DRAFT' then 'NOT_YET'
      when n.stands = 'WITHDRAWN' then 'MISSED'
      when n.reached_by >= n.cut_off then 'REACHED'
      when n.stands = 'CLOSED' or attainment.day > n.due_on then 'MISSED'
      when n.verdict in ('AHEAD', 'ON_PACE') and not n.off_track then 'ON_CLEAR_PATH'
      else 'NOT_YET'
    end,
    case
      when n.stands = 'DRAFT' then 'It is still being written.'
      when n.stands = 'WITHDRAWN' then 'It was given up.'
      when n.reached_by >= n.cut_off then 'It has come as far as was agreed to count as reached.'
      when n.stands = 'CLOSED' then 'It is closed, and has not come as far as was agreed to count as reached.'
      when attainment.day > n.due_on then 'Its last day has passed.'
      when n.verdict is null then n.because
      when n.off_track then 'A last report says that it will fall short.'
      when n.verdict = 'BEHIND' then 'It is behind what is expected by now.'
      else 'It is as far as is expected by now, and no last report says that it will fall short.'
    end,
    attainment.day
  from known n;
end;
