-- How much the two of mentorships that go on differ in each trait, in three steps alone: of fewer people than was agreed
-- on, or than five, nothing. Which pairs, how many, and what anybody said is told to nobody.
create view pair_mix as
with said as (
  select distinct on (e.org_id, e.author_id, e.background)
    e.org_id, e.author_id, e.background, lower(trim(e.text)) as trait
  from mentoring_entries e
  join open_background b on b.org_id = e.org_id and b.id = e.id
  order by e.org_id, e.author_id, e.background, e.created_position desc
)
select o.org_id, o.id, t.background, t.place, n.people is null as withheld, case
  when n.different < 1 / 3.0 then 'LOW'
  when n.different < 2 / 3.0 then 'MEDIUM'
  when n.different is not null then 'HIGH'
end as mix
from organizations o
left join policy y on y.org_id = o.org_id and y.id = o.org_id
cross join (
  values ('DISCIPLINE', 1), ('EDUCATION', 2), ('ORIGIN', 3), ('GENDER', 4), ('AGE', 5)
) t (background, place)
left join lateral (
  select
    count(distinct p.id) as people,
    count(*) filter (where a.trait <> b.trait)::numeric / count(*) as different
  from mentorships m
  join said a on a.org_id = m.org_id and a.author_id = m.mentor_id and a.background = t.background
  join said b on b.org_id = m.org_id and b.author_id = m.mentee_id and b.background = t.background
  cross join lateral (values (m.mentor_id), (m.mentee_id)) p (id)
  where m.org_id = o.org_id and m.state = 'ACTIVE'
  having count(distinct p.id) >= greatest(y.people_least, 5)
) n on true;
