-- People by the teams they are in.
create view team_membership as
select p.*, m.team_id as in_team_id, m.role, m.created_position as joined_position
from team_members m
join people p on p.org_id = m.org_id and p.id = m.person_id;
