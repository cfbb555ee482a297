-- The parts of a compound key result. Where they are summed each stands with what it added, and weighs as much as it
-- is to add; a silent one has added nothing once any has spoken. An unknown one counts where all must be complete or
-- the least is asked for.
create function components(org_id uuid, key_result_id uuid, stands jsonb default null) returns setof input
language sql stable
begin atomic
  with parts as (
    select
      k.id, k.state, w.combine, abs(k.target - k.baseline) as needed, k.weight, p.value,
      case k.kind when 'DECREASE' then k.baseline - p.current else p.current - k.baseline end as added,
      count(p.current) filter (
        where k.state <> 'WITHDRAWN' and k.weight > 0 and k.target - k.baseline is not null
      ) over () > 0 as spoken
    from key_results w
    join key_results k on k.org_id = w.org_id and k.part_of_id = w.id
    left join lateral (
      select r.value, r.current from progress r where components.stands is null and r.org_id = k.org_id and r.id = k.id
      union all
      select s.value, s.current
      from jsonb_to_record(components.stands -> k.id::text) s (value numeric, current numeric)
      where components.stands is not null
    ) p on true
    where w.org_id = components.org_id and w.id = components.key_result_id
  ),
  told (id, value, weight, because) as (
    select
      p.id,
      case when p.combine <> 'SUM' then p.value when p.spoken and p.needed is not null then coalesce(p.added, 0) end,
      case when p.combine = 'SUM' and p.weight > 0 then coalesce(p.needed, 0) else p.weight end,
      uncounted(
        case when p.combine in ('ALL', 'MINIMUM') then 'ALL' else 'COMPONENT' end, p.state,
        case when p.combine <> 'SUM' then p.value when p.spoken and p.needed is not null then 0 end, p.weight
      )
    from parts p
  )
  select t.id, 'COMPONENT', t.value, t.weight, t.because is null, t.because from told t;
end;
