-- $1: organization. The position of its last fact.
select position from log.head where org_id = $1;
