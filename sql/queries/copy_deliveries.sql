-- $1: organization. What was given away, to be copied.
select * from log.delivery where org_id = $1;
