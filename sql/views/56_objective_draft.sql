-- What was stated of an objective each time it changed while it was a draft, with what there is to be said of its
-- wording by the word lists agreed on now. What was stated while it was private stays with its participants.
create view objective_draft as
select
  v.org_id, v.id as of_id, v.from_position as position, o.id as objective_id,
  shown_to(o.org_id, o.id, o.visibility, v.from_position) as visibility,
  e.recorded_at, e.actor_id, to_jsonb(v) as stated,
  f.codes, cardinality(f.codes) as lint
from objectives_versions v
left join objectives_versions b on b.org_id = v.org_id and b.id = v.id and b.to_position = v.from_position
join objectives o on o.org_id = v.org_id and o.id = v.id
join log.event e on e.org_id = v.org_id and e.position = v.from_position
left join policy g on g.org_id = o.org_id and g.id = o.cycle_id
cross join lateral (
  select array(
    select c.code
    from wording_codes(
      coalesce(g.language, 'EN'), g.jargon, v.title, spoken(v.title),
      array['STATUS_QUO', 'AMBIGUOUS', 'NO_END_STATE'], true, v.verb, v.purpose
    ) c (code)
    union all
    select 'NO_PURPOSE' where v.purpose is null
    union all
    select 'NO_MEANING'
    where num_nonnulls(v.mission_statement, v.why_important, v.customer_value, v.business_value, v.bigger_picture) = 0
    order by 1
  ) as codes
) f
where v.state = 'DRAFT'
  and (b.id is null or stated('objectives', to_jsonb(b)) <> stated('objectives', to_jsonb(v)));
