-- Whether a person may see an objective as it was: permissions are today's. What was recorded while it was private
-- stays with its participants when it is opened, and what is private now was always theirs. What is about no
-- objective is open.
create function sees(org_id uuid, person_id uuid, objective_id uuid, visibility text) returns boolean
language sql stable
return (
  visibility = 'ORGANIZATION'
  and (objective_id is null or exists (
    select from open_objective o where o.org_id = sees.org_id and o.id = sees.objective_id
  ))
) or participates(org_id, objective_id, person_id);
