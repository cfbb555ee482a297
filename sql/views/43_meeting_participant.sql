-- People by the meetings that they are to take part in, or took part in.
create view meeting_participant as
select p.*, m.id as meeting_id, m.objective_id, m.visibility
from meeting m
join people p on p.org_id = m.org_id and p.id = any (m.participant_ids);
