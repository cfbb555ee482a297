-- Everything that is worth a second look on a day, as far as somebody sees it. `place` orders findings for good: by
-- what they are about, then by code.
create function finding(org_id uuid, viewer uuid, day date) returns table (
  org_id uuid, noun_id uuid, objective_id uuid, visibility text, cycle_id uuid, owner_team_id uuid,
  code text, place bigint
)
language sql stable
begin atomic
  select
    f.org_id, f.noun_id, f.objective_id, coalesce(o.visibility, 'ORGANIZATION'), f.cycle_id, f.owner_team_id,
    f.code, f.created_position * 1000000 + ('x' || left(md5(f.code), 8))::bit(32)::bigint % 1000000
  from (
    select * from finding_alignment(finding.org_id, finding.viewer)
    union all select * from finding_work(finding.org_id, finding.viewer)
    union all select * from finding_reports(finding.org_id, finding.day)
    union all select * from finding_company(finding.org_id, finding.day)
    union all select * from finding_scores(finding.org_id)
    union all select * from finding_initiatives(finding.org_id)
    union all select * from finding_attested(finding.org_id)
    union all select * from finding_ends(finding.org_id, finding.viewer)
    union all select * from finding_wording(finding.org_id)
    union all select * from finding_meaning(finding.org_id)
    union all select * from finding_measures(finding.org_id)
    union all select * from finding_aspiration(finding.org_id)
    union all select * from finding_numbers(finding.org_id, finding.viewer)
    union all select * from finding_capacity(finding.org_id, finding.viewer)
  ) f
  left join objectives o on o.org_id = f.org_id and o.id = f.objective_id;
end;
