-- Objectives that are drafted or worked on and do not say what for, nor what they mean to anybody.
create function finding_meaning(org_id uuid) returns setof found
language sql stable
begin atomic
  select o.org_id, o.id, o.created_position, o.id, o.cycle_id, o.owner_team_id, m.code
  from objectives o
  cross join lateral (
    values
    ('NO_PURPOSE', o.purpose is null),
    (
      'NO_MEANING',
      o.mission_statement is null and o.why_important is null and o.customer_value is null and o.business_value is null
        and o.bigger_picture is null
    )
  ) m (code, lacking)
  where o.org_id = finding_meaning.org_id and o.state in ('DRAFT', 'ACTIVE') and m.lacking;
end;
