-- Whom something was made known to: members of the team and of those below it, and everybody where the company or a
-- person owns it, as far as they see it; with what says that they have read it.
create view announcement_reader as
select
  p.org_id, p.id as person_id, p.created_position, a.id as announcement_id, a.objective_id, a.visibility, r.id as attestation_id,
  r.id is not null as has_read
from announcement a
left join objectives o on o.org_id = a.org_id and o.id = a.objective_id
left join teams t on t.org_id = a.org_id and t.id = coalesce(a.team_id, o.owner_team_id)
join people p on p.org_id = a.org_id and p.active and not p.is_program
left join lateral (
  select s.id from attestations s
  where s.org_id = a.org_id and s.announcement_id = a.id and s.person_id = p.id and s.kind = 'READ'
  order by s.created_position limit 1
) r on true
where (
  coalesce(t.kind, 'COMPANY') = 'COMPANY'
  or exists (
    select from team_members m
    cross join lateral teams_above(m.org_id, m.team_id) u
    where m.org_id = p.org_id and m.person_id = p.id and u.id = t.id
  )
) and (a.objective_id is null or sees(a.org_id, p.id, a.objective_id, a.visibility));
