-- People who are asked whether they agree with an objective: members of its team and of those that share it,
-- its owner, its co-authors, and the mentor where it is for a mentorship.
create view objective_asked as
select o.org_id, o.id as objective_id, p.id as person_id
from objectives o
cross join lateral (
  select o.owner_person_id as person_id
  union
  select t.person_id from participants t
  where t.org_id = o.org_id and t.objective_id = o.id and t.role = 'CO_AUTHOR'
  union
  select s.mentor_id from mentorships s
  where s.org_id = o.org_id and s.id = o.mentorship_id
  union
  select m.person_id from team_members m
  where m.org_id = o.org_id and m.team_id = o.owner_team_id
  union
  select m.person_id
  from participants t
  join team_members m on m.org_id = t.org_id and m.team_id = t.team_id
  where t.org_id = o.org_id and t.objective_id = o.id and t.role = 'SHARES'
) asked
join people p on p.org_id = o.org_id and p.id = asked.person_id and p.active;
