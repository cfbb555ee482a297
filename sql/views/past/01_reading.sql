-- The position at which the past is read, and when its fact was recorded.
create view reading as
select org_id, position, recorded_at from log.event where position = as_of();
