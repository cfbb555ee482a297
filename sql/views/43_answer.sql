-- An answer, seen by who sees the review in which it was given, with the cycle that it is from.
create view answer as
select a.*, r.objective_id, r.visibility, r.key_result_id, r.of_cycle_id, r.held_on
from answers a
join review r on r.org_id = a.org_id and r.id = a.review_id;
