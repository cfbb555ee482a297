-- Facts are found by their id, by what kind they are, and by who did it, each in the order of the log.
create unique index on log.event (org_id, event_id);
create index on log.event (org_id, type, position);
create index on log.event (org_id, actor_id, position);
