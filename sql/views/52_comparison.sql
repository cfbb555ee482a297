-- What changed between two moments of what belongs to the organization, a cycle, a team, or is an objective: the first
-- moment named and the second named, or that which is read. Neither lies behind that.
create function comparison(
  org_id uuid, viewer uuid, scopes uuid[], from_position bigint, from_time timestamptz, to_position bigint,
  to_time timestamptz
) returns table (
  org_id uuid, scope_id uuid, from_position bigint, from_recorded_at timestamptz, to_position bigint,
  to_recorded_at timestamptz, objectives jsonb, key_results jsonb, alignments jsonb, contributions jsonb,
  participants jsonb
)
language sql stable
begin atomic
  select
    r.org_id, s.id, m.from_at,
    (select e.recorded_at from log.event e where e.org_id = r.org_id and e.position = m.from_at),
    m.to_at,
    (select e.recorded_at from log.event e where e.org_id = r.org_id and e.position = m.to_at),
    compared_objectives(r.org_id, comparison.viewer, o.ids, m.from_at, m.to_at),
    compared_key_results(r.org_id, comparison.viewer, o.ids, m.from_at, m.to_at),
    compared_alignments(r.org_id, comparison.viewer, o.ids, m.from_at, m.to_at),
    compared_contributions(r.org_id, comparison.viewer, o.ids, m.from_at, m.to_at),
    compared_participants(r.org_id, comparison.viewer, o.ids, m.from_at, m.to_at)
  from reading r
  cross join lateral span(
    coalesce(comparison.from_position, position_at(r.org_id, comparison.from_time), 0),
    coalesce(comparison.to_position, position_at(r.org_id, comparison.to_time), r.position),
    r.position
  ) m
  cross join unnest(comparison.scopes) s (id)
  cross join lateral (
    select array_agg(distinct v.id)
    from objectives_versions v
    where v.org_id = r.org_id and s.id in (v.org_id, v.id, v.cycle_id, v.owner_team_id)
      and v.to_position > m.from_at and v.from_position <= m.to_at
  ) o (ids)
  where r.org_id = comparison.org_id;
end;
