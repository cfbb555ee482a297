-- Whether more was reached than before: each objective that is closed with how far its score lies above that of what it goes
-- on with, of an earlier cycle; and each key result that follows a KPI, with whether that stands better than before the
-- cycle: where the key result is to bring it.
create function number_improvement(org_id uuid, viewer uuid, code text, teams uuid[], cycles uuid[], day date)
returns setof numbered
language sql stable
begin atomic
  with begun as not materialized (
    select o.*, y.starts_on, y.ends_on
    from begun_objective(
      number_improvement.org_id, number_improvement.viewer, number_improvement.teams, number_improvement.cycles
    ) o
    join cycles y on y.org_id = o.org_id and y.id = o.cycle_id
  )
  select
    o.id, o.created_position, o.owner_team_id, null::uuid, coalesce(a.value, p.value) - e.score,
    case
      when not e.there then 'It goes on with nothing of an earlier cycle.'
      when coalesce(a.value, p.value) is null then 'No score of it is known.'
      when e.score is null then 'No score of what it goes on with is known.'
    end
  from begun o
  left join assessments a on a.org_id = o.org_id and a.noun_id = o.id and a.kind = 'AGREED'
  left join progress p on p.org_id = o.org_id and p.id = o.id
  cross join lateral (
    select count(*) > 0 as there, quotient(sum(n.score), count(n.score)) as score
    from links l
    join objectives b on b.org_id = l.org_id and b.id = l.to_objective_id
    join cycles y on y.org_id = b.org_id and y.id = b.cycle_id and y.starts_on < o.starts_on
    left join assessments s on s.org_id = b.org_id and s.noun_id = b.id and s.kind = 'AGREED'
    left join progress g on g.org_id = b.org_id and g.id = b.id
    cross join lateral (select coalesce(s.value, g.value) as score) n
    where l.org_id = o.org_id and l.objective_id = o.id and l.kind in ('CARRIED_FROM', 'FOLLOWS')
      and sees(b.org_id, number_improvement.viewer, b.id, b.visibility)
  ) e
  where number_improvement.code = 'SCORE_CHANGE' and o.state = 'CLOSED'
  union all
  select
    k.id, k.created_position, o.owner_team_id, null, (g.stood > g.before)::int::numeric,
    case
      when g.before is null then 'Nothing was measured of its KPI before the cycle.'
      when g.stood is null then 'Nothing was measured of its KPI in the cycle.'
    end
  from begun o
  join key_results k on k.org_id = o.org_id and k.objective_id = o.id and k.state <> 'WITHDRAWN' and k.kpi_id is not null
  left join lateral kpi_health(o.starts_on - 1) b on b.org_id = k.org_id and b.id = k.kpi_id
  left join lateral kpi_health(least(number_improvement.day, o.ends_on)) s
    on s.org_id = k.org_id and s.id = k.kpi_id and s.occurred_on >= o.starts_on
  cross join lateral (
    select wished(k.kind, k.lower, k.upper, s.value) as stood, wished(k.kind, k.lower, k.upper, b.value) as before
  ) g
  where number_improvement.code = 'KPIS_IMPROVED';
end;
