-- The active members of some teams; everybody where none are named. Programs are nobody.
create function people_within(org_id uuid, teams uuid[]) returns table (id uuid, created_position bigint)
language sql stable
begin atomic
  select p.id, p.created_position
  from people p
  where p.org_id = people_within.org_id and p.active and not p.is_program
    and (
      people_within.teams is null
      or exists (
        select from team_members m
        where m.org_id = p.org_id and m.person_id = p.id and m.team_id = any (people_within.teams)
      )
    );
end;
