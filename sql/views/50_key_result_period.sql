-- The periods of key results as they are on a day: those that are over were met or missed.
create function key_result_period(on_day date) returns table (
  org_id uuid, key_result_id uuid, objective_id uuid, visibility text,
  starts_on date, ends_on date, actual numeric, target numeric, attainment numeric, state text
)
language sql stable
begin atomic
  select
    k.org_id, k.id, k.objective_id, o.visibility,
    a.starts_on, a.ends_on, a.actual, k.target, a.attainment,
    case
      when on_day < a.starts_on then 'AHEAD'
      when on_day <= a.ends_on then 'OPEN'
      when a.attainment = 1 then 'MET'
      else 'MISSED'
    end
  from key_results k
  join objectives o on o.org_id = k.org_id and o.id = k.objective_id
  cross join lateral attained(k.org_id, k.id) a;
end;
