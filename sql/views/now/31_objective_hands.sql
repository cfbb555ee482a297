-- Which hands somebody has in objectives today: their permissions and their roles, by the words of `Hand`. Who may do
-- what with which of them is not said here.
create function objective_hands(org_id uuid, viewer uuid, keys uuid[]) returns table (
  org_id uuid, id uuid, hands text[]
)
language sql stable
begin atomic
  with leads (id) as materialized (
    select m.id from managed_teams(objective_hands.org_id, viewer) m
  )
  select
    objective_hands.org_id, k.id,
    coalesce(p.permissions, '{}') || array_remove(array[
      case when o.owner_team_id in (select l.id from leads l) then 'MANAGER' end,
      case when o.owner_person_id = p.id then 'OWNER' end,
      case when o.accountable_person_id = p.id then 'ACCOUNTABLE' end,
      case when o.creator_id = p.id then 'CREATOR' end,
      case when w.wrote then 'CO_AUTHOR' end,
      case when exists (
        select from participants c
        where c.org_id = p.org_id and c.objective_id = o.id and (
          c.person_id = p.id or c.team_id in (
            select t.team_id from team_members t where t.org_id = p.org_id and t.person_id = p.id
          )
        )
      ) then 'PARTICIPANT' end,
      case when exists (
        select from mentorships m where m.org_id = p.org_id and m.id = o.mentorship_id and m.mentor_id = p.id
      ) then 'MENTOR' end,
      case when o.state = 'DRAFT' and (w.wrote or o.creator_id = p.id) then 'DRAFTER' end,
      case when exists (
        select from team_members t where t.org_id = p.org_id and t.team_id = o.owner_team_id and t.person_id = p.id
      ) then 'COLLABORATOR' end,
      case when exists (
        select from participants s
        join team_members t on t.org_id = s.org_id and t.team_id = s.team_id and t.person_id = p.id
        where s.org_id = p.org_id and s.objective_id = o.id and s.role = 'SHARES'
      ) then 'SHARER' end
    ], null)
  from unnest(keys) k (id)
  left join commanding p on p.org_id = objective_hands.org_id and p.id = viewer
  left join objectives o on o.org_id = p.org_id and o.id = k.id
  cross join lateral (
    select exists (
      select from participants c
      where c.org_id = p.org_id and c.objective_id = o.id and c.role = 'CO_AUTHOR' and c.person_id = p.id
    )
  ) w (wrote);
end;
