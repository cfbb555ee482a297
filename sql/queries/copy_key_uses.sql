-- $1: organization. When keys were used, to be copied.
select * from log.api_key_use where org_id = $1;
