-- How objectives and key results are worded: by the word lists of the language agreed on and the organization's own
-- jargon, by length, and by what stands in the title of an objective. The thresholds are those of docs/okr.md.
create function finding_wording(org_id uuid) returns setof found
language sql stable
begin atomic
  with listed as materialized (
    select w.* from words w
  ),
  titled as not materialized (
    select
      w.*,
      array_length(string_to_array(btrim(w.said), ' '), 1) as words,
      length(replace(w.said, ' ', '')) as letters,
      o.purpose,
      o.verb is not null or exists (
        select from listed l
        where l.language = w.language and l.code in ('VERB', 'ACTIVITY')
          and (w.said like ' ' || l.phrase || ' %' or w.said like '% ' || l.phrase || ' ')
      ) as acts
    from worded w
    join objectives o on o.org_id = w.org_id and o.id = w.noun_id
    where w.org_id = finding_wording.org_id
  )
  select w.org_id, w.noun_id, w.created_position, w.objective_id, w.cycle_id, w.owner_team_id, c.code
  from worded w
  cross join unnest(w.looked_for) c (code)
  where w.org_id = finding_wording.org_id
    and exists (
      select from listed l
      where l.language = w.language and l.code = c.code
        and case c.code
          when 'ACTIVITY' then w.said like ' ' || l.phrase || ' %' or w.said like '% ' || l.phrase || ' '
          else w.said like '% ' || l.phrase || ' %'
        end
    )
  union all
  select w.org_id, w.noun_id, w.created_position, w.objective_id, w.cycle_id, w.owner_team_id, 'JARGON'
  from worded w
  where w.org_id = finding_wording.org_id
    and exists (
      select from regexp_split_to_table(w.jargon, ',') j (word)
      where spoken(j.word) <> '  ' and strpos(w.said, spoken(j.word)) > 0
    )
  union all
  select w.org_id, w.noun_id, w.created_position, w.objective_id, w.cycle_id, w.owner_team_id, 'HARD_TO_READ'
  from titled w
  where w.words > 20 or w.words >= 4 and w.letters > w.words * case w.language when 'DE' then 11 else 9 end
  union all
  select w.org_id, w.noun_id, w.created_position, w.objective_id, w.cycle_id, w.owner_team_id,
    case when w.purpose is null then 'OVER_SPECIFIC' else 'LONG_TITLE' end
  from titled w
  where length(w.title) > 80
  union all
  select w.org_id, w.noun_id, w.created_position, w.objective_id, w.cycle_id, w.owner_team_id, 'NUMBERS_IN_TITLE'
  from titled w
  where w.title ~ '[0-9%€$£]'
    or exists (
      select from listed l
      where l.language = w.language and l.code = 'UNIT' and w.said like '% ' || l.phrase || ' %'
    )
  union all
  select w.org_id, w.noun_id, w.created_position, w.objective_id, w.cycle_id, w.owner_team_id,
    case when w.words <= 2 then 'ONLY_A_NOUN' else 'NO_VERB' end
  from titled w
  where not w.acts;
end;
