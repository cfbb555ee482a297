-- Whether everybody may see an objective today, as a row where they may; what is about no objective is open.
create function open_today(org_id uuid, objective_id uuid) returns setof boolean
language sql stable
begin atomic
  select true where objective_id is null
  union all
  select true from open_objective o where o.org_id = open_today.org_id and o.id = open_today.objective_id;
end;
