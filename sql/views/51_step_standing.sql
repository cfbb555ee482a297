-- How far steps are, as far as somebody sees the objectives with which they are taken.
create function step_standing(org_id uuid, viewer uuid, keys uuid[]) returns table (
  org_id uuid, id uuid, objectives int, met int, progress numeric, state text
)
language sql stable
begin atomic
  select
    s.org_id, s.id, n.counted, n.met, n.progress,
    case
      when s.done_on is not null then 'DONE'
      when n.met = n.counted and n.counted > 0 then 'REACHED'
      when n.begun > 0 then 'UNDER_WAY'
      else 'TO_COME'
    end
  from steps s
  cross join lateral (
    select
      count(*)::int as counted,
      count(*) filter (where m.met)::int as met,
      count(*) filter (where o.state in ('ACTIVE', 'CLOSED'))::int as begun,
      round(avg(p.value), 4) as progress
    from step_objective o
    left join objective_met m on m.org_id = o.org_id and m.id = o.id
    left join lateral progress_by_id(o.org_id, o.id) p on true
    where o.org_id = s.org_id and o.step_id = s.id and o.state <> 'WITHDRAWN'
      and sees(o.org_id, step_standing.viewer, o.id, o.visibility)
  ) n
  where s.org_id = step_standing.org_id and s.id = any (step_standing.keys);
end;
