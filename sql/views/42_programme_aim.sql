-- Where programme numbers are to lie, of the organization and of each cycle: as agreed, or else where the given ones are.
create function programme_aim(usual jsonb) returns table (
  org_id uuid, policy_id uuid, code text, from_ numeric, "to" numeric, place bigint
)
language sql stable
begin atomic
  select p.org_id, p.id, a.code, a.from_, a."to", row_number() over (partition by p.org_id, p.id)
  from policy p
  cross join lateral jsonb_to_recordset(coalesce(p.programme_aims, usual)) a (code text, from_ numeric, "to" numeric);
end;
