-- The sprints that feed a milestone, in the order in which they were tied to it; null without a milestone.
create function sprints_of(org_id uuid, milestone uuid) returns jsonb
language sql stable as $$
  select case when milestone is not null then coalesce(jsonb_agg(w.id order by l.created_position), '[]') end
  from work_links l
  join work_items w
    on w.org_id = l.org_id and w.id = l.work_item_id and w.kind = 'SPRINT' and w.to_position = 9223372036854775807
  where l.org_id = sprints_of.org_id and l.to_work_item_id = milestone and l.kind = 'FEEDS'
    and l.to_position = 9223372036854775807
$$;
