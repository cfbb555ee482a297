-- Which part somebody has in mentorships today: nobody has one but the two.
create function mentorship_hands(org_id uuid, viewer uuid, keys uuid[]) returns table (
  org_id uuid, id uuid, hands text[]
)
language sql stable
begin atomic
  select
    mentorship_hands.org_id, n.id, array_remove(array[
      case when m.mentor_id = p.id then 'MENTOR' end,
      case when m.mentee_id = p.id then 'MENTEE' end
    ], null)
  from unnest(keys) n (id)
  left join commanding p on p.org_id = mentorship_hands.org_id and p.id = viewer
  left join mentorships m on m.org_id = mentorship_hands.org_id and m.id = n.id;
end;
