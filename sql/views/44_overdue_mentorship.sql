-- Mentorships whose two people should have looked at them as a whole before a day.
create function overdue_mentorship(day date) returns setof mentorship
language sql stable
begin atomic
  select m.*
  from mentorship_review(overdue_mentorship.day) r
  join mentorship m on m.org_id = r.org_id and m.id = r.id
  where r.overdue;
end;
