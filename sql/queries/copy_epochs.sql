-- $1: organization. Branches of the log, to be copied.
select * from log.epoch where org_id = $1;
