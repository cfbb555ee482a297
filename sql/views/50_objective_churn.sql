-- How often an objective and its key results were changed after their cycle had started.
create view objective_churn as
select
  o.org_id, o.id as noun_id, o.id as objective_id, o.visibility,
  r.*,
  quotient(r.key_results_revised, (
    select count(*) from key_results k where k.org_id = o.org_id and k.objective_id = o.id
  )) as share
from objectives o
cross join lateral (
  select
    count(*)::int as revisions,
    count(r.key_result_id)::int as key_result_revisions,
    count(distinct r.key_result_id)::int as key_results_revised,
    max(r.recorded_at) as last_revised_at
  from running_revision r
  where r.org_id = o.org_id and r.objective_id = o.id
) r;
