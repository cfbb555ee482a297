-- $1: organization. It is here no longer.
delete from log.head where org_id = $1;
