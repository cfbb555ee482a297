-- How a pulse stands that a command names, for one actor, with what was answered without names once it is to be closed; and
-- what some of the same people are asked at one time, in the same team, one above or below it, or all. Of one time are pulses
-- of a cycle and of those that share days with it, and pulses that are open at once.
create function pulse_now(org_id uuid, actor uuid, said jsonb) returns jsonb
language sql stable
return case
  when said ? 'pulse_id' then jsonb_build_object(
    'pulse', (
      select to_jsonb(p) || jsonb_build_object(
        'asks_me', exists (
          select from people_within(
            p.org_id, case when p.team_id is not null then array(select t.id from teams_within(p.org_id, p.team_id) t) end
          ) w
          where w.id = pulse_now.actor
        ),
        'answered', exists (
          select from pulse_answers a
          where a.org_id = p.org_id and a.pulse_id = p.id and a.author_id = pulse_now.actor
        ),
        'beside', (
          select coalesce(jsonb_agg(distinct q.question), '[]')
          from pulse_answers a
          join pulse b on b.org_id = a.org_id and b.id = a.pulse_id and b.id <> p.id and not b.withheld
          join cycles c on c.org_id = p.org_id and c.id = p.cycle_id
          join cycles o on o.org_id = b.org_id and o.id = b.cycle_id
          cross join jsonb_array_elements(b.questions) q (question)
          where a.org_id = p.org_id and a.author_id = pulse_now.actor and not a.named
            and (
              (o.starts_on <= c.ends_on and c.starts_on <= o.ends_on)
              or coalesce(b.closed_at, 'infinity') > p.recorded_at
            )
        )
      )
      from pulses p
      where p.org_id = pulse_now.org_id and p.id = (said ->> 'pulse_id')::uuid
    ),
    'ballots', case when said ? 'named' then '[]' else (
      select coalesce(jsonb_agg(b.answers), '[]')
      from log.ballot b
      where b.org_id = pulse_now.org_id and b.pulse_id = (said ->> 'pulse_id')::uuid
    ) end
  )
  when said ? 'questions' then jsonb_build_object('asked_beside', (
    select coalesce(jsonb_agg(distinct q.question), '[]')
    from pulse p
    cross join jsonb_array_elements(p.questions) q (question)
    join cycles c on c.org_id = p.org_id and c.id = p.cycle_id
    join cycles o on o.org_id = p.org_id and o.id = (said ->> 'cycle_id')::uuid
    where p.org_id = pulse_now.org_id and not p.withheld
      and (p.state = 'OPEN' or (o.starts_on <= c.ends_on and c.starts_on <= o.ends_on))
      and (
        p.team_id is null
        or said ->> 'team_id' is null
        or p.team_id in (select t.id from teams_within(pulse_now.org_id, (said ->> 'team_id')::uuid) t)
        or p.team_id in (select t.id from teams_above(pulse_now.org_id, (said ->> 'team_id')::uuid) t)
      )
  ))
  else '{}'
end;
