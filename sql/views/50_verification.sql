-- What somebody found who checked the log, and whether they saw this one: `same_log` compares their chain with ours.
create view verification as
select
  v.*,
  exists (
    select from logged e
    where e.org_id = v.org_id and e.position = v.last_position and encode(e.chain, 'hex') = v.chain
  ) as same_log
from verifications v;
