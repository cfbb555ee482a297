-- The ranges of scores of the organization and of each cycle, lowest first: as agreed, or else the ones given.
create function score_band(usual jsonb) returns table (
  org_id uuid, policy_id uuid, label text, color text, from_ numeric, "to" numeric, aim boolean, bonus boolean, place bigint
)
language sql stable
begin atomic
  select
    p.org_id, p.id, b.label, b.color, b.from_, b."to", coalesce(b.aim, false), b.from_ >= 1,
    row_number() over (partition by p.org_id, p.id)
  from policy p
  cross join lateral jsonb_to_recordset(coalesce(p.score_bands, usual))
    b (label text, color text, from_ numeric, "to" numeric, aim boolean);
end;
