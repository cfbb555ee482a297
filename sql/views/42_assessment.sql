-- A score that somebody gave, seen by who sees the objective it is about.
create view assessment as
select
  a.*, o.id as objective_id, o.visibility,
  (
    select coalesce(jsonb_agg(jsonb_build_object('person_id', v -> 'person_id', 'value', v -> 'score') order by n), '[]')
    from jsonb_array_elements(a.votes) with ordinality c (v, n)
  ) as votes_cast
from assessments a
left join key_results k on k.org_id = a.org_id and k.id = a.noun_id
join objectives o on o.org_id = a.org_id and o.id = coalesce(k.objective_id, a.noun_id);
