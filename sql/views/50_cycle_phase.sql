-- The planned phases of cycles, when the cycle really moved on, and how many days it took too long as of a day.
create function cycle_phase(on_day date) returns table (
  org_id uuid, id uuid, cycle_id uuid, phase text, starts_on date, ends_on date, ended_on date, overrun int
)
language sql stable
begin atomic
  with planned as (
    select
      p.*,
      (
        case p.phase
          when 'SETTING' then c.started_at
          when 'WORK' then coalesce(c.reviewed_at, c.closed_at)
          when 'REVIEW' then c.closed_at
        end at time zone o.time_zone
      )::date as moved_on
    from phases p
    join cycles c on c.org_id = p.org_id and c.id = p.cycle_id
    join organizations o on o.org_id = p.org_id
  )
  select
    p.org_id, p.id, p.cycle_id, p.phase, p.starts_on, p.ends_on,
    case when p.moved_on <= cycle_phase.on_day then p.moved_on end,
    greatest(least(p.moved_on, cycle_phase.on_day) - p.ends_on, 0)
  from planned p;
end;
