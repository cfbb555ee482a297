-- How often what is open to the whole organization was changed after its cycle had started: the same for everybody.
create view cycle_churn as
select
  c.org_id, c.id as noun_id,
  r.*,
  quotient(r.key_results_revised, (
    select count(*)
    from key_results k
    join shown_objective o on o.org_id = k.org_id and o.id = k.objective_id
    where k.org_id = c.org_id and o.cycle_id = c.id
  )) as share
from cycles c
cross join lateral (
  select
    count(*)::int as revisions,
    count(r.key_result_id)::int as key_result_revisions,
    count(distinct r.key_result_id)::int as key_results_revised,
    max(r.recorded_at) as last_revised_at
  from running_revision r
  join shown_objective o on o.org_id = r.org_id and o.id = r.objective_id
  where r.org_id = c.org_id and r.cycle_id = c.id
) r;
