-- How many meetings were planned, held and skipped, as far as somebody sees them: of the organization, of each team,
-- each cycle and each mentorship, by kind and, without a kind, all together.
create function meeting_count(org_id uuid, viewer uuid) returns table (
  org_id uuid, noun_id uuid, kind text, planned int, held int, skipped int, skip_rate numeric, created_position bigint
)
language sql stable
begin atomic
  select
    meeting_count.org_id, n.id, m.kind,
    count(*) filter (where m.state = 'PLANNED')::int,
    count(*) filter (where m.state = 'HELD')::int,
    count(*) filter (where m.state = 'SKIPPED')::int,
    quotient(count(*) filter (where m.state = 'SKIPPED'), count(*) filter (where m.state <> 'PLANNED')),
    case when grouping(m.kind) = 0 then min(m.created_position) else 0 end
  from meeting m
  cross join lateral (
    select m.org_id union all select m.team_id union all select m.of_cycle_id union all select m.mentorship_id
  ) n (id)
  where m.org_id = meeting_count.org_id and n.id is not null
    and sees(m.org_id, meeting_count.viewer, m.objective_id, m.visibility)
  group by grouping sets ((n.id), (n.id, m.kind));
end;
