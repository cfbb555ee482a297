-- Who of the two of a mentorship started what, kept what and answered whom. What one of them keeps to themselves, or told
-- somebody else, is not counted.
create view mentoring_activity as
select
  m.org_id, m.id as mentorship_id, m.visibility, t.person_id, t.place,
  (
    select count(*)::int from objectives o
    where o.org_id = m.org_id and o.mentorship_id = m.id and o.creator_id = t.person_id
  ) as goals_set,
  e.*, a.*,
  quotient(a.answered, a.asked_of_them) as response_rate,
  quotient(e.kept, e.taken_on) as kept_share
from mentorship m
cross join lateral (values (m.mentor_id, 1), (m.mentee_id, 2)) t (person_id, place)
cross join lateral (
  select
    count(*) filter (where n.author_id = t.person_id and n.kind = 'FEEDBACK_REQUEST')::int as feedback_asked,
    count(*) filter (where n.author_id = t.person_id and n.kind = 'FEEDBACK')::int as feedback_given,
    count(*) filter (where n.author_id = t.person_id and n.kind = 'CONCERN')::int as concerns_raised,
    count(*) filter (where n.author_id = t.person_id and n.kind = 'CHALLENGE')::int as challenges_named,
    count(*) filter (where n.author_id = t.person_id and n.kind = 'NOTE')::int as notes_shared,
    count(*) filter (where n.of_person_id = t.person_id and n.kind = 'ACTION')::int as taken_on,
    count(*) filter (where n.of_person_id = t.person_id and n.outcome = 'KEPT')::int as kept,
    count(*) filter (where n.of_person_id = t.person_id and n.outcome = 'NOT_KEPT')::int as not_kept
  from mentoring_entries n
  where n.org_id = m.org_id and n.mentorship_id = m.id and n.shown_to <> 'AUTHOR'
    and (n.of_person_id is null or n.of_person_id in (m.mentor_id, m.mentee_id))
) e
cross join lateral (
  select
    count(*)::int as asked_of_them,
    count(w.id)::int as answered,
    round(avg(extract(epoch from w.recorded_at - q.recorded_at) / 86400), 1) as days_to_answer
  from mentoring_entries q
  left join mentoring_entries w on w.org_id = q.org_id and w.answered_entry_id = q.id
  where q.org_id = m.org_id and q.mentorship_id = m.id and q.of_person_id = t.person_id
    and q.kind = 'FEEDBACK_REQUEST'
) a;
