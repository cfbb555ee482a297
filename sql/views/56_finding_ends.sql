-- What a cycle that is in review or closed leaves open: begun objectives that were not reached, that nobody closed before
-- their cycle, and that go on in no other one as far as somebody sees it.
create function finding_ends(org_id uuid, viewer uuid) returns setof found
language sql stable
begin atomic
  select o.org_id, o.id, o.created_position, o.id, o.cycle_id, o.owner_team_id, 'UNFINISHED'
  from objectives o
  join cycles y on y.org_id = o.org_id and y.id = o.cycle_id and y.state in ('REVIEW', 'CLOSED')
  join policy g on g.org_id = y.org_id and g.id = y.id
  left join progress p on p.org_id = o.org_id and p.id = o.id
  left join assessments a on a.org_id = o.org_id and a.noun_id = o.id and a.kind = 'AGREED'
  where o.org_id = finding_ends.org_id and o.state in ('ACTIVE', 'CLOSED')
    and (o.closed_at is null or o.closed_at = y.closed_at)
    and coalesce(a.value, p.value, 0) < case o.ambition when 'COMMITTED' then 1 else g.completion_cut_off end
    and not exists (
      select from links l
      join objectives n on n.org_id = l.org_id and n.id = l.objective_id and n.state <> 'WITHDRAWN'
      where l.org_id = o.org_id and l.to_objective_id = o.id and l.kind = 'CARRIED_FROM'
        and sees(n.org_id, finding_ends.viewer, n.id, n.visibility)
    );
end;
