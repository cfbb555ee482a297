-- People by the reviews that they took part in.
create view review_participant as
select p.*, r.id as review_id, r.objective_id, r.visibility
from review r
join people p on p.org_id = r.org_id and p.id = any (r.participant_ids);
