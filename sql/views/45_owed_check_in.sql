-- Who owes a report about what on a day, and since when or from when on: a contributor for their part, each member of
-- the team where each is expected the same, else the key result's owner, the accountable person or the person who owns
-- the objective; nobody in particular where a team has neither. The first report is due one span after the work began,
-- each later one a span after the one before. A key result has a thousand places in the order, for its members.
create function owed_check_in(day date) returns table (
  org_id uuid, key_result_id uuid, contribution_id uuid, person_id uuid, objective_id uuid, visibility text,
  cycle_id uuid, owner_team_id uuid, last_reported_on date, due_on date, days_overdue int, overdue boolean, place bigint
)
language sql stable
begin atomic
  with reported as (
    select
      k.org_id, k.id as key_result_id, c.id as contribution_id,
      coalesce(c.person_id, e.person_id, k.owner_person_id, o.accountable_person_id, o.owner_person_id) as person_id,
      o.id as objective_id, o.visibility, o.cycle_id, o.owner_team_id,
      coalesce(t.check_in_every, p.check_in_every, 'NEVER') as every,
      greatest(
        y.starts_on,
        (greatest(y.started_at, o.activated_at, k.recorded_at, c.recorded_at, e.recorded_at) at time zone z.time_zone)::date
      ) as began_on,
      (
        select max(r.occurred_on) from check_ins r
        where r.org_id = k.org_id and r.key_result_id = k.id and r.corrected_by_id is null and not r.retracted
          and r.occurred_on <= day and (c.id is null or r.contribution_id = c.id or r.author_id = c.person_id)
          and (e.person_id is null or r.person_id = e.person_id)
      ) as last_reported_on,
      coalesce(c.created_position, k.created_position) * 1000 + coalesce(e.place, 0) as since
    from key_results k
    join objectives o on o.org_id = k.org_id and o.id = k.objective_id and o.state = 'ACTIVE'
    join cycles y on y.org_id = o.org_id and y.id = o.cycle_id and y.state = 'ACTIVE'
    join organizations z on z.org_id = k.org_id
    join policy p on p.org_id = y.org_id and p.id = y.id
    left join teams t on t.org_id = o.org_id and t.id = o.owner_team_id
    left join contributions c on c.org_id = k.org_id and c.key_result_id = k.id and not c.released
    left join lateral (
      select t.person_id, t.recorded_at, row_number() over (order by t.created_position) as place
      from team_members t
      join people m on m.org_id = t.org_id and m.id = t.person_id and m.active
      where t.org_id = o.org_id and t.team_id = o.owner_team_id
    ) e on k.per_person is not null
    where k.state = 'ACTIVE' and (k.per_person is null or e.person_id is not null)
  ),
  owed as (
    select r.*, (greatest(r.began_on, r.last_reported_on) + rhythm_span(r.every))::date as due_on
    from reported r
    where r.every <> 'NEVER'
  )
  select
    o.org_id, o.key_result_id, o.contribution_id, o.person_id, o.objective_id, o.visibility, o.cycle_id,
    o.owner_team_id, o.last_reported_on, o.due_on, greatest(day - o.due_on, 0), day > o.due_on,
    (o.due_on - date '1970-01-01')::bigint * 1000000000000 + o.since
  from owed o;
end;
