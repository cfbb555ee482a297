-- How often each finding was made in each cycle, as far as somebody sees what it is about.
create function finding_count(org_id uuid, viewer uuid, day date) returns table (
  org_id uuid, cycle_id uuid, code text, count int, place bigint
)
language sql stable
begin atomic
  select
    f.org_id, f.cycle_id, f.code, count(*)::int, ('x' || left(md5(f.code), 8))::bit(32)::bigint % 1000000
  from finding(finding_count.org_id, finding_count.viewer, finding_count.day) f
  where f.objective_id is null or sees(f.org_id, finding_count.viewer, f.objective_id, f.visibility)
  group by f.org_id, f.cycle_id, f.code;
end;
