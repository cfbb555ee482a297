-- What was agreed for the organization or a cycle when a position was recorded: its own words where it has any, else the
-- organization's.
create function agreed_at(org_id uuid, own jsonb, at bigint) returns jsonb
language sql stable
return (
  select to_jsonb(p) || jsonb_strip_nulls(agreed_at.own)
  from policies_versions p
  where p.org_id = agreed_at.org_id and p.id = agreed_at.org_id
    and p.from_position <= agreed_at.at and p.to_position > agreed_at.at
);
