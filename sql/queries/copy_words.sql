-- $1: organization, $2: after this position, $3: up to this one. Words beside facts, to be copied.
select * from log.private where org_id = $1 and position > $2 and position <= $3;
