-- Where a log had gone on after a restore before anybody said so, its branch began earlier than where its epoch does: up to
-- here it is what was signed. Null where the epoch before is kept to its end.
alter table log.epoch add column shared_position bigint;
