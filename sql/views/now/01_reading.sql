-- Where each organization's log stands: the position of what is read now.
create view reading as
select org_id, position, recorded_at from log.head;
