-- $1: seconds, $2: facts. Organizations with new facts whose last checkpoint is that old or that many facts ago.
select org_id from log.unsigned($1, $2);
