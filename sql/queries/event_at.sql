-- The id of the fact at a position.
select event_id from log.event where org_id = $1 and position = $2;
