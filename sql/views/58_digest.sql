-- What happened from one day to another about what concerns a person, a team with those below it, or a cycle, and what
-- waits, as far as somebody sees it. A week where no first day is named.
create function digest(org_id uuid, viewer uuid, units uuid[], since text, day date) returns table (
  org_id uuid, unit_id uuid, since date, "on" date, due int, overdue int, requests int, reports int, revisions int,
  obstacles int, moved jsonb
)
language sql stable
begin atomic
  select
    digest.org_id, u.id, d.since, digest.day,
    w.due, w.overdue, q.requests,
    (
      select count(*)::int
      from digest_scope(digest.org_id, digest.viewer, u.id) s
      join key_results k on k.org_id = digest.org_id and k.objective_id = s.id
      join check_ins c on c.org_id = k.org_id and c.key_result_id = k.id and c.corrected_by_id is null and not c.retracted
      where c.occurred_on between d.since and digest.day
    ),
    (
      select count(*)::int
      from digest_scope(digest.org_id, digest.viewer, u.id) s
      join running_revision r on r.org_id = digest.org_id and r.objective_id = s.id
      where (r.recorded_at at time zone z.time_zone)::date between d.since and digest.day
    ),
    (
      select count(*)::int
      from digest_scope(digest.org_id, digest.viewer, u.id) s
      join key_results k on k.org_id = digest.org_id and k.objective_id = s.id
      join obstacles b on b.org_id = k.org_id and b.key_result_id = k.id and b.open and b.kind = 'OBSTACLE'
    ),
    (
      select coalesce(jsonb_agg(jsonb_build_object(
        'objective_id', m.id, 'before', m.before, 'after', m.after
      ) order by m.created_position), '[]')
      from (
        select s.id, s.created_position, b.value as before, p.value as after
        from digest_scope(digest.org_id, digest.viewer, u.id) s
        join progress p on p.org_id = digest.org_id and p.id = s.id
        left join lateral progress_at(
          digest.org_id, s.id, position_at(digest.org_id, d.since::timestamp at time zone z.time_zone)
        ) b on true
        where p.value is distinct from b.value
        order by s.created_position
        limit 1000
      ) m
    )
  from unnest(digest.units) u (id)
  join organizations z on z.org_id = digest.org_id
  cross join lateral (select greatest(coalesce(digest.since::date, digest.day - 7), '0001-01-01') as since) d
  cross join lateral (
    select count(*)::int as due, count(*) filter (where o.overdue)::int as overdue
    from owed_check_in(digest.day) o
    where o.org_id = digest.org_id and o.due_on <= digest.day
      and sees(o.org_id, digest.viewer, o.objective_id, o.visibility)
      and (
        u.id in (o.person_id, o.cycle_id)
        or o.owner_team_id in (
          select w.id from teams t cross join lateral teams_within(t.org_id, t.id) w
          where t.org_id = digest.org_id and t.id = u.id
        )
      )
  ) w
  cross join lateral (
    select count(*)::int as requests
    from request_to_answer r
    where r.org_id = digest.org_id and r.person_id = u.id and r.state = 'OPEN'
      and sees(r.org_id, digest.viewer, r.objective_id, r.visibility)
  ) q;
end;
