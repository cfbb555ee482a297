-- What a cycle finds left for it: parked for it by name, or open and from before it.
create view cycle_follow_up as
select f.*, c.id as in_cycle_id
from cycles c
join follow_up f on f.org_id = c.org_id
left join cycles b on b.org_id = f.org_id and b.id = f.of_cycle_id
where f.for_cycle_id = c.id
  or (f.for_cycle_id is null and f.open and coalesce(b.ends_on, f.noted_on) < c.starts_on);
