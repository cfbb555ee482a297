-- The pulses of some cycles that asked something, each with the mean of what was answered. One of which too few answered is
-- left out: nothing of it was kept.
create function number_pulse(org_id uuid, code text, teams uuid[], cycles uuid[]) returns setof numbered
language sql stable
begin atomic
  select
    p.id, p.created_position, p.team_id, null::uuid, r.mean,
    case
      when p.state = 'OPEN' then 'It is still open.'
      when p.withheld then 'Fewer answered than was promised.'
    end
  from pulse p
  left join lateral (
    select (t ->> 'mean')::numeric as mean
    from jsonb_array_elements(p.results) t
    where t ->> 'question' = number_pulse.code
  ) r on true
  where p.org_id = number_pulse.org_id and p.cycle_id = any (number_pulse.cycles) and p.questions ? number_pulse.code
    and (number_pulse.teams is null or p.team_id = any (number_pulse.teams));
end;
