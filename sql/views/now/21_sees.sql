-- Whether a person may see an objective: the one predicate that stands on every read of what belongs to it.
create function sees(org_id uuid, person_id uuid, objective_id uuid, visibility text) returns boolean
language sql stable
return visibility = 'ORGANIZATION' or participates(org_id, objective_id, person_id);
