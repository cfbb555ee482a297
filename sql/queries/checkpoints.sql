-- The newest checkpoint of every organization.
select * from log.newest_checkpoints();
