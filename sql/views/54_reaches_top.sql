-- Whether a way that somebody sees leads from an objective, over active ones alone, to an active one of the company.
create function reaches_top(org_id uuid, viewer uuid, objective_id uuid) returns boolean
language sql stable
begin atomic
  with recursive reached (id, level) as (
    select reaches_top.objective_id, null
    union
    select a.supported_id, a.supported_level
    from reached r
    join seen_alignment(reaches_top.org_id, reaches_top.viewer) a on a.objective_id = r.id
    where a.supported_state = 'ACTIVE'
  )
  select exists (select from reached r where r.level = 'COMPANY');
end;
