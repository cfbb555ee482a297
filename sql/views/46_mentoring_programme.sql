-- How mentoring goes in an organization by a day, for those who look after it: counts alone, and of fewer
-- mentorships than was agreed on nothing but how many there are, so that no number is about a pair that somebody knows.
create function mentoring_programme(day date) returns table (
  org_id uuid, id uuid, mentorships int, going_on int, withheld boolean, paired_again int, ended_for_lack_of_chemistry int,
  goals int, attainment numeric, feedback_asked int, feedback_answered int, feedback_rate numeric, kept_share numeric,
  concerns_open int, reviews_overdue int
)
language sql stable
begin atomic
  select
    o.org_id, o.id, n.mentorships, n.going_on, w.withheld,
    case when not w.withheld then n.paired_again end,
    case when not w.withheld then n.unfit end,
    case when not w.withheld then g.goals end,
    case when not w.withheld then g.attainment end,
    case when not w.withheld then e.asked end,
    case when not w.withheld then e.answered end,
    case when not w.withheld then quotient(e.answered, e.asked) end,
    case when not w.withheld then quotient(e.kept, e.settled) end,
    case when not w.withheld then e.worried end,
    case when not w.withheld then (
      select count(*)::int from mentorship_review(mentoring_programme.day) r where r.org_id = o.org_id and r.overdue
    ) end
  from organizations o
  cross join lateral (
    select
      count(*)::int as mentorships,
      count(*) filter (where m.state = 'ACTIVE')::int as going_on,
      count(m.follows_mentorship_id)::int as paired_again,
      count(*) filter (where m.ended_as = 'NO_CHEMISTRY')::int as unfit
    from mentorships m
    where m.org_id = o.org_id
  ) n
  left join policy y on y.org_id = o.org_id and y.id = o.org_id
  cross join lateral (select n.mentorships < coalesce(y.people_least, 5)) w (withheld)
  cross join lateral (
    select count(*)::int as goals, round(avg(p.value), 4) as attainment
    from objectives j
    left join lateral progress_by_id(j.org_id, j.id) p on true
    where j.org_id = o.org_id and j.mentorship_id is not null and j.state in ('ACTIVE', 'CLOSED')
  ) g
  cross join lateral (
    select
      count(*) filter (where q.kind = 'FEEDBACK_REQUEST')::int as asked,
      count(*) filter (where q.kind = 'FEEDBACK_REQUEST' and exists (
        select from mentoring_entries a where a.org_id = q.org_id and a.answered_entry_id = q.id
      ))::int as answered,
      count(*) filter (where q.outcome = 'KEPT')::int as kept,
      count(*) filter (where q.outcome in ('KEPT', 'NOT_KEPT'))::int as settled,
      count(*) filter (where q.kind = 'CONCERN' and q.outcome is null)::int as worried
    from mentoring_entries q
    where q.org_id = o.org_id and q.mentorship_id is not null
  ) e;
end;
