-- Exports that had left with words that were redacted later: with those of a fact, or with any since a person came.
create view redaction_export as
select e.*, r.id as redaction_id
from redactions r
left join people p on p.org_id = r.org_id and p.id = r.person_id
join exports e on e.org_id = r.org_id and e.created_position < r.created_position
  and coalesce(r.event_position, p.created_position) <= e.last_position
  and (r.event_position is null or r.event_position >= e.first_position);
