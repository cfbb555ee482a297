-- How objectives and key results are worded: by the word lists of the language agreed on and the organization's own
-- jargon, by length, and by what stands in the title of an objective. The thresholds are those of docs/okr.md.
create function finding_wording(org_id uuid) returns setof found
language sql stable
begin atomic
  select w.org_id, w.noun_id, w.created_position, w.objective_id, w.cycle_id, w.owner_team_id, c.code
  from worded w
  left join objectives o on o.org_id = w.org_id and o.id = w.noun_id
  cross join lateral wording_codes(
    w.language, w.jargon, w.title, w.said, w.looked_for, o.id is not null, o.verb, o.purpose
  ) c (code)
  where w.org_id = finding_wording.org_id;
end;
