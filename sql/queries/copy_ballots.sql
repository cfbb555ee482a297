-- $1: organization. Answers without a name, to be copied.
select * from log.ballot where org_id = $1;
