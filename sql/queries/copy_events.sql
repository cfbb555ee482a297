-- $1: organization, $2: after this position, $3: up to this one. Facts as they stand, to be copied.
select * from log.event where org_id = $1 and position > $2 and position <= $3 order by position;
