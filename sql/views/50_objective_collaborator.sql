-- Direct members of the owning team who contribute to none of the objective's key results.
create view objective_collaborator as
select p.*, o.id as objective_id, o.visibility
from objectives o
join team_members m on m.org_id = o.org_id and m.team_id = o.owner_team_id
join people p on p.org_id = m.org_id and p.id = m.person_id and p.active
where not exists (
  select from contributions c
  join key_results k on k.org_id = c.org_id and k.id = c.key_result_id and k.state <> 'WITHDRAWN'
  where k.org_id = o.org_id and k.objective_id = o.id and c.person_id = p.id and not c.released
);
