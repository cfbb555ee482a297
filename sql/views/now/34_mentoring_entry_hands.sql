-- Which hands somebody has in what was said in mentorships and beside them today: in `written` who wrote it, in `told` the
-- two whose story it is, in `hands` these and whom it is for.
create function mentoring_entry_hands(org_id uuid, viewer uuid, keys uuid[]) returns table (
  org_id uuid, id uuid, hands text[], written text[], told text[]
)
language sql stable
begin atomic
  select
    mentoring_entry_hands.org_id, n.id,
    case when p.id in (e.author_id, e.of_person_id, m.mentor_id, m.mentee_id) then array['SELF'] else '{}' end,
    case when p.id = e.author_id then array['SELF'] else '{}' end,
    case when p.id in (m.mentor_id, m.mentee_id) then array['SELF'] else '{}' end
  from unnest(keys) n (id)
  left join commanding p on p.org_id = mentoring_entry_hands.org_id and p.id = viewer
  left join mentoring_entries e on e.org_id = mentoring_entry_hands.org_id and e.id = n.id
  left join mentorships m on m.org_id = e.org_id and m.id = e.mentorship_id;
end;
