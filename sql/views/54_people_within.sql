-- The active members of a team and of all teams below it; everybody where none is named. Programs are nobody.
create function people_within(org_id uuid, team_id uuid) returns table (id uuid, created_position bigint)
language sql stable
begin atomic
  select p.id, p.created_position
  from people p
  where p.org_id = people_within.org_id and p.active and not p.is_program
    and (
      people_within.team_id is null
      or exists (
        select from team_members m
        join teams_within(people_within.org_id, people_within.team_id) w on w.id = m.team_id
        where m.org_id = p.org_id and m.person_id = p.id
      )
    );
end;
