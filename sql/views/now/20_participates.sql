-- Whether a person takes part in an objective, and so sees it while it is private; or is in a circle of few people.
create function participates(org_id uuid, objective_id uuid, person_id uuid) returns boolean
language sql stable
begin atomic
  select exists (
    select from objectives o
    where o.org_id = participates.org_id and o.id = participates.objective_id
      and (
        participates.person_id in (o.owner_person_id, o.accountable_person_id, o.creator_id)
        or exists (
          select from team_members t
          where t.org_id = o.org_id and t.team_id = o.owner_team_id and t.person_id = participates.person_id
        )
        or exists (
          select from circles c
          where c.org_id = o.org_id and c.id = o.mentorship_id and participates.person_id = any (c.people)
        )
      )
  ) or exists (
    select from participants p
    where p.org_id = participates.org_id and p.objective_id = participates.objective_id
      and (
        p.person_id = participates.person_id
        or exists (
          select from team_members t
          where t.org_id = p.org_id and t.team_id = p.team_id and t.person_id = participates.person_id
        )
      )
  ) or exists (
    select from key_results k
    left join contributions c on c.org_id = k.org_id and c.key_result_id = k.id and not c.released
      and c.person_id = participates.person_id
    where k.org_id = participates.org_id and k.objective_id = participates.objective_id
      and (k.owner_person_id = participates.person_id or c.id is not null)
  ) or exists (
    select from circles c
    where c.org_id = participates.org_id and c.id = participates.objective_id
      and participates.person_id = any (c.people)
  );
end;
