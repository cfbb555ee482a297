-- The range of a score; what people give lies within 0 to 1, so that only what was computed reaches a bonus.
create function band_of(org_id uuid, cycle_id uuid, usual jsonb, score numeric, raw numeric) returns jsonb
language sql stable
return (
  select to_jsonb(b)
  from score_band(usual) b
  where b.org_id = band_of.org_id and b.policy_id = band_of.cycle_id
    and b.from_ <= score and (not b.bonus or score = 1 and raw > 1)
  order by b.bonus desc, b.place desc
  limit 1
);
