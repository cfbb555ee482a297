-- The quarters of the calendar in which something is due of an objective, and what that is.
create view quarter as
select
  i.org_id, i.objective_id, i.visibility,
  to_char(i.quarter, 'YYYY"-Q"Q') as key,
  i.quarter as starts_on,
  (i.quarter + interval '3 months' - interval '1 day')::date as ends_on,
  coalesce(array_agg(i.id order by i.place) filter (where i.kind = 'MILESTONE'), '{}') as milestone_ids,
  coalesce(array_agg(i.id order by i.place) filter (where i.kind = 'KEY_RESULT'), '{}') as key_result_ids,
  coalesce(array_agg(i.id order by i.place) filter (where i.kind = 'REQUEST'), '{}') as request_ids
from quarter_item i
group by i.org_id, i.objective_id, i.visibility, i.quarter;
