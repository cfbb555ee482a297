-- What was in the way of the team when its review was held.
create view review_agenda as
select b.*, r.id as review_id, array_position(r.agenda, b.id) as agenda_place
from reviews r
join obstacle b on b.org_id = r.org_id and b.id = any (r.agenda);
