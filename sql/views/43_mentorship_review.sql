-- When mentor and mentee are to look at their mentorship as a whole, by a day: so long after they last did, or began, as
-- they agreed.
create function mentorship_review(day date) returns table (
  org_id uuid, id uuid, mentorship_id uuid, circle_id uuid, visibility text, created_position bigint,
  last_on date, due_on date, overdue boolean
)
language sql stable
begin atomic
  select
    m.org_id, m.id, m.id, m.id, m.visibility, m.created_position, l.last_on, d.due_on, d.due_on < mentorship_review.day
  from mentorship m
  join organizations o on o.org_id = m.org_id
  cross join lateral (
    select max((e.recorded_at at time zone o.time_zone)::date) as last_on
    from mentoring_entries e
    where e.org_id = m.org_id and e.mentorship_id = m.id and e.kind = 'REVIEW'
  ) l
  cross join lateral (
    select (coalesce(l.last_on, m.starts_on) + case m.review_cadence
      when 'MONTH' then interval '1 month'
      when 'QUARTER' then interval '3 months'
      when 'TRIMESTER' then interval '4 months'
      when 'HALF_YEAR' then interval '6 months'
      when 'YEAR' then interval '1 year'
    end)::date as due_on
  ) d
  where m.state = 'ACTIVE' and d.due_on is not null;
end;
