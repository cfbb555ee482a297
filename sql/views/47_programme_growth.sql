-- What grows in all mentorships together, by kind; of a kind with key results of fewer
-- people than was agreed on only how many.
create view programme_growth as
select
  o.org_id, k.growth,
  count(*)::int as key_results,
  case when count(distinct o.owner_person_id) >= coalesce(min(y.people_least), 5) then count(*) filter (where p.value = 1)::int end as reached,
  case when count(distinct o.owner_person_id) >= coalesce(min(y.people_least), 5) then round(avg(p.value), 4) end as mean_progress
from objectives o
join key_results k on k.org_id = o.org_id and k.objective_id = o.id
left join lateral progress_by_id(k.org_id, k.id) p on true
left join policy y on y.org_id = o.org_id and y.id = o.org_id
where o.mentorship_id is not null and k.growth is not null and k.state <> 'WITHDRAWN'
group by o.org_id, k.growth;
