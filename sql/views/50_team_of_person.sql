-- Teams by the people in them.
create view team_of_person as
select t.*, m.person_id
from team_members m
join teams t on t.org_id = m.org_id and t.id = m.team_id;
