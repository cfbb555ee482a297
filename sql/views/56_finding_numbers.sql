-- How many objectives an owner has at once, as far as somebody sees them, and how many key results an objective has.
create function finding_numbers(org_id uuid, viewer uuid) returns setof found
language sql stable
begin atomic
  with agreed as not materialized (
    select
      o.*, coalesce(g.active_limit, 'WARN') as demand,
      coalesce(t.max_active_objectives, g.max_active_objectives, 5) as most_active,
      coalesce(g.key_results_least, 2) as least,
      case
        when o.owner_team_id is null then g.small_team is not null
        else g.small_team >= (
          select count(*) from team_members m where m.org_id = o.org_id and m.team_id = o.owner_team_id
        )
      end as small,
      coalesce(g.key_results_most, 5) as most, coalesce(g.key_results_small, 3) as most_small,
      (
        select count(*) from key_results k
        where k.org_id = o.org_id and k.objective_id = o.id and k.state = 'ACTIVE' and k.part_of_id is null
      ) as measured
    from objectives o
    left join policy g on g.org_id = o.org_id and g.id = o.cycle_id
    left join teams t on t.org_id = o.org_id and t.id = o.owner_team_id
    where o.org_id = finding_numbers.org_id and o.state in ('DRAFT', 'ACTIVE')
  )
  select o.org_id, o.id, o.created_position, o.id, o.cycle_id, o.owner_team_id, 'TOO_FEW_KRS'
  from agreed o
  where o.measured < o.least
  union all
  select o.org_id, o.id, o.created_position, o.id, o.cycle_id, o.owner_team_id, 'TOO_MANY_KRS'
  from agreed o
  where o.measured > case when o.small then least(o.most, o.most_small) else o.most end
  union all
  select o.org_id, o.id, o.created_position, o.id, o.cycle_id, o.owner_team_id, 'TOO_MANY_OBJECTIVES'
  from agreed o
  where o.state = 'ACTIVE' and o.demand <> 'NONE'
    and o.most_active <= (
      select count(*) from objectives b
      where b.org_id = o.org_id and b.cycle_id = o.cycle_id and b.state = 'ACTIVE'
        and (b.owner_team_id = o.owner_team_id or b.owner_person_id = o.owner_person_id)
        and (b.activated_at, b.created_position) < (o.activated_at, o.created_position)
        and sees(b.org_id, finding_numbers.viewer, b.id, b.visibility)
    );
end;
