-- What grows in a mentorship, by kind: its key results, how far they are on average, and how many were reached.
create view mentorship_growth as
select
  m.org_id, m.id as mentorship_id, m.visibility, k.growth,
  count(*)::int as key_results,
  count(*) filter (where p.value = 1)::int as reached,
  round(avg(p.value), 4) as mean_progress
from mentorship m
join objectives o on o.org_id = m.org_id and o.mentorship_id = m.id
join key_results k on k.org_id = o.org_id and k.objective_id = o.id
left join lateral progress_by_id(k.org_id, k.id) p on true
where k.growth is not null and k.state <> 'WITHDRAWN'
group by m.org_id, m.id, m.visibility, k.growth;
