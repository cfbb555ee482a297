-- Whether the key results of an objective say that it is met: each that counts stands at the cut-off or above, which is
-- 1 for what was promised in full. One below decides; otherwise it is not known as long as one of them is not.
create view objective_met as
select
  o.org_id, o.id, o.id as objective_id, o.visibility, c.cut_off,
  'Met once every key result that counts stands at ' || trim_scale(c.cut_off) || ' or above'
    || case when c.cut_off < 1 and exists (
      select from key_results k
      where k.org_id = o.org_id and k.objective_id = o.id and k.state <> 'WITHDRAWN' and k.ambition = 'COMMITTED'
    ) then ', those that are COMMITTED at 1.' else '.' end as rule,
  (
    select case
      when bool_or(k.value < case k.ambition when 'COMMITTED' then 1 else c.cut_off end) then false
      when bool_and(k.value is not null) then true
    end
    from key_result k
    where k.org_id = o.org_id and k.objective_id = o.id and k.state <> 'WITHDRAWN' and k.weight > 0
      and k.part_of_id is null
  ) as met
from objectives o
join policy p on p.org_id = o.org_id and p.id = o.cycle_id
cross join lateral (select case when o.ambition = 'COMMITTED' then 1 else p.completion_cut_off end) c (cut_off);
