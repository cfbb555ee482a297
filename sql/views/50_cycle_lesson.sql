-- What reviews of earlier cycles taught: what was learned and what can improve.
create view cycle_lesson as
select a.*, c.id as in_cycle_id
from cycles c
join answer a on a.org_id = c.org_id and a.question in ('LEARNED', 'CAN_IMPROVE')
left join cycles b on b.org_id = a.org_id and b.id = a.of_cycle_id
where coalesce(b.ends_on, a.held_on) < c.starts_on;
