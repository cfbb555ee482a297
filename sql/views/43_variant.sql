-- A variant, seen by who sees the experiment.
create view variant as
select v.*, e.objective_id, e.visibility
from variants v
join experiment e on e.org_id = v.org_id and e.id = v.experiment_id;
