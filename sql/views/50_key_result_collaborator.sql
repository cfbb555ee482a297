-- Direct members of the owning team who are not contributors of the key result.
create view key_result_collaborator as
select p.*, k.id as key_result_id, k.objective_id, o.visibility
from key_results k
join objectives o on o.org_id = k.org_id and o.id = k.objective_id
join team_members m on m.org_id = o.org_id and m.team_id = o.owner_team_id
join people p on p.org_id = m.org_id and p.id = m.person_id and p.active
where not exists (
  select from contributions c
  where c.org_id = k.org_id and c.key_result_id = k.id and c.person_id = p.id and not c.released
);
