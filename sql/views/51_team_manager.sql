-- People by the teams that they manage directly.
create view team_manager as
select m.*
from team_membership m
where m.role = 'MANAGER';
