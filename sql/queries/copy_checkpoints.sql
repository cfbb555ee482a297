-- $1: organization. What was signed, to be copied.
select * from log.checkpoint where org_id = $1;
