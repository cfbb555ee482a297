-- The values of key results and objectives along one time or the other; what was recorded while an objective was private
-- stays with its participants.
create function value_point(along text, every text, since text, until text, on_day date) returns table (
  org_id uuid, noun_id uuid, objective_id uuid, visibility text,
  place bigint, "on" date, "position" bigint, recorded_at timestamptz, current numeric, raw numeric, value numeric,
  confidence numeric, check_in_id uuid
)
language sql stable
begin atomic
  select
    n.org_id, n.id, n.objective_id,
    case when 'PRIVATE' in (n.visibility, s.visibility) then 'PRIVATE' else 'ORGANIZATION' end,
    s.place, s."on", s.position, s.recorded_at, s.current, s.raw, clamped(s.raw), s.confidence, s.check_in_id
  from valued n
  cross join lateral value_series(
    n.org_id, n.id, value_point.along, value_point.every, coalesce(value_point.since::date, '-infinity'),
    least(value_point.until::date, value_point.on_day), n.objective_id
  ) s;
end;
