-- Cycles beside another one: how far each of the two came, and what was set for them.
create function cycles_compared(org_id uuid, viewer uuid, cycles uuid[], other_id uuid) returns table (
  org_id uuid, cycle_id uuid, other_id uuid, score numeric, other_score numeric, score_change numeric,
  objectives jsonb, key_results jsonb, kpis jsonb
)
language sql stable
begin atomic
  select
    c.org_id, c.noun_id, o.noun_id, c.realised, o.realised, c.realised - o.realised,
    paired_objectives(c.org_id, cycles_compared.viewer, c.noun_id, o.noun_id),
    paired_key_results(c.org_id, cycles_compared.viewer, c.noun_id, o.noun_id),
    paired_kpis(c.org_id, cycles_compared.viewer, c.noun_id, o.noun_id)
  from cycle_completion c
  join cycle_completion o on o.org_id = c.org_id and o.noun_id = cycles_compared.other_id
  where c.org_id = cycles_compared.org_id and c.noun_id = any (cycles_compared.cycles);
end;
