-- An objective in one sentence in each language: what is to be achieved, by what it is measured, and by which
-- initiatives it is brought about, in the words of each.
create view objective_statement as
select
  o.org_id, o.id, o.id as objective_id, o.visibility, s.language,
  case when o.owner_team_id is null then s.one else s.many end || ' ' || o.title
    || coalesce(s.measured || (
      select string_agg(k.title, s.joined order by k.created_position, k.id)
      from key_results k
      where k.org_id = o.org_id and k.objective_id = o.id and k.state <> 'WITHDRAWN' and k.part_of_id is null
    ), '')
    || coalesce(s.via || (
      select string_agg(w.title, s.joined order by w.created_position, w.id)
      from work_items w
      where w.org_id = o.org_id and w.objective_id = o.id and w.kind = 'INITIATIVE' and w.state <> 'DROPPED'
    ), '') || '.' as statement
from objectives o
cross join (
  values
  ('EN', 'I will', 'We will', ', as measured by: ', '; via: ', ', '),
  ('DE', 'Ich werde', 'Wir werden', ', gemessen an: ', '; durch: ', ', ')
) s (language, one, many, measured, via, joined);
