-- Where the company goes first: objectives that did not wait for its own, cycles in which it is late or took on too
-- much, and its objectives without a rank. Only what everybody sees of the company counts.
create function finding_company(org_id uuid, day date) returns setof found
language sql stable
begin atomic
  with company as (
    select o.*
    from shown_objective o
    join teams t on t.org_id = o.org_id and t.id = o.owner_team_id and t.kind = 'COMPANY'
    where o.org_id = finding_company.org_id and o.state <> 'WITHDRAWN'
  ),
  agreed as (
    select
      c.*, p.company_first <> 'NONE' as first, p.company_limit <> 'NONE' as few, coalesce(p.company_most, 3) as most,
      (select count(*) from company o where o.cycle_id = c.id) as stated,
      (select count(*) from company o where o.cycle_id = c.id and o.state <> 'DRAFT') as active
    from cycles c
    join policy p on p.org_id = c.org_id and p.id = c.id
    where c.org_id = finding_company.org_id and c.state <> 'CLOSED'
  )
  select o.org_id, o.id, o.created_position, o.id, o.cycle_id, o.owner_team_id, 'BEFORE_COMPANY'
  from objective o
  join agreed c on c.id = o.cycle_id and c.first and c.active = 0
  where o.org_id = finding_company.org_id and o.state in ('DRAFT', 'ACTIVE') and o.level <> 'COMPANY'
  union all
  select c.org_id, c.id, c.created_position, null, c.id, null, 'COMPANY_LATE'
  from agreed c
  where c.first and c.active = 0 and c.starts_on <= finding_company.day
  union all
  select c.org_id, c.id, c.created_position, null, c.id, null, 'COMPANY_OVERLOADED'
  from agreed c
  where coalesce(c.few, true) and c.stated > c.most
  union all
  select o.org_id, o.id, o.created_position, o.id, o.cycle_id, o.owner_team_id, 'UNRANKED'
  from company o
  join agreed c on c.id = o.cycle_id and c.stated > 1
  where o.priority_rank is null;
end;
