-- What there is to be said of how something is worded, in which language and beside which jargon of the organization's
-- own; of the title of an objective also how long it is, what stands in it, and whether it says what is to be done.
create function wording_codes(
  language text, jargon text, title text, said text, looked_for text[], of_objective boolean, verb text, purpose text
) returns setof text
language sql stable
begin atomic
  with listed as materialized (
    select w.* from words w where w.language = wording_codes.language
  ),
  titled as (
    select
      array_length(string_to_array(btrim(said), ' '), 1) as words,
      length(replace(said, ' ', '')) as letters,
      verb is not null or exists (
        select from listed l
        where l.code in ('VERB', 'ACTIVITY')
          and (said like ' ' || l.phrase || ' %' or said like '% ' || l.phrase || ' ')
      ) as acts
    where of_objective
  )
  select c.code
  from unnest(looked_for) c (code)
  where exists (
    select from listed l
    where l.code = c.code
      and case c.code
        when 'ACTIVITY' then said like ' ' || l.phrase || ' %' or said like '% ' || l.phrase || ' '
        else said like '% ' || l.phrase || ' %'
      end
  )
  union all
  select 'JARGON'
  where exists (
    select from regexp_split_to_table(jargon, ',') j (word)
    where spoken(j.word) <> '  ' and strpos(said, spoken(j.word)) > 0
  )
  union all
  select f.code
  from titled t
  cross join lateral (
    values
    ('HARD_TO_READ', t.words > 20 or t.words >= 4 and t.letters > t.words * case language when 'DE' then 11 else 9 end),
    (case when purpose is null then 'OVER_SPECIFIC' else 'LONG_TITLE' end, length(title) > 80),
    (
      'NUMBERS_IN_TITLE',
      title ~ '[0-9%€$£]'
        or exists (select from listed l where l.code = 'UNIT' and said like '% ' || l.phrase || ' %')
    ),
    (case when t.words <= 2 then 'ONLY_A_NOUN' else 'NO_VERB' end, not t.acts)
  ) f (code, found)
  where f.found;
end;
