-- The version of the state that was adopted before the present one, if it is still there.
select version
from (
  select v.version, row_number() over (order by v.adopted_at desc, v.version desc) as place
  from log.state_version v
  where v.adopted_at is not null
) v
where v.place > 1 and to_regnamespace('state_' || v.version) is not null
order by v.place
limit 1;
