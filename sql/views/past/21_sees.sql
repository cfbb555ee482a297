-- Whether a person may see an objective as it was: permissions are today's. What was recorded while it was private
-- stays with its participants when it is opened, and what is private now was always theirs. What is about no
-- objective is open.
create function sees(org_id uuid, person_id uuid, objective_id uuid, visibility text) returns boolean
language sql stable
return (
  visibility = 'ORGANIZATION' and exists (select from open_today(org_id, objective_id))
) or participates(org_id, objective_id, person_id);
