-- Whether one objective leads to another over alignments of any kind, a key result leading to its own objective.
create function leads_to(org_id uuid, from_objective uuid, to_objective uuid) returns boolean
language sql stable
begin atomic
  with recursive reached (id) as (
    select leads_to.from_objective
    union
    select coalesce(a.to_objective_id, k.objective_id)
    from reached r
    join alignments a on a.org_id = leads_to.org_id and a.objective_id = r.id
    left join key_results k on k.org_id = a.org_id and k.id = a.to_key_result_id
  )
  select exists (select from reached r where r.id = leads_to.to_objective);
end;
