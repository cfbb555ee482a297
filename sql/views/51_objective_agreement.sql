-- How many of those who are asked agree with an objective; a quorum is asked for where a team owns it. Mentor and mentee
-- agree with its key results as they stand: both of them, and each time anew when one was changed.
create view objective_agreement as
select
  o.org_id, o.id, o.id as objective_id, o.visibility, n.asked, n.agreed, n.disagreed, q.quorum,
  n.agreed >= coalesce(q.quorum, 0) * n.asked as reached
from objectives o
cross join lateral (
  select
    count(*)::int as asked,
    count(*) filter (where s.stance in ('AGREE', 'AGREE_WITH_CONCERN'))::int as agreed,
    count(*) filter (where s.stance = 'DISAGREE')::int as disagreed
  from objective_asked a
  left join sign_offs s on s.org_id = a.org_id and s.objective_id = a.objective_id
    and s.person_id = a.person_id and s.stands
    and (o.mentorship_id is null or not exists (
      select from key_results k
      where k.org_id = o.org_id and k.objective_id = o.id and k.from_position > s.created_position
    ))
  where a.org_id = o.org_id and a.objective_id = o.id
) n
cross join lateral (
  select case
    when o.mentorship_id is not null then 1
    when o.owner_team_id is not null then (
      select p.sign_off_quorum from policy p where p.org_id = o.org_id and p.id = o.cycle_id
    )
  end as quorum
) q;
