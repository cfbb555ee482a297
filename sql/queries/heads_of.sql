-- $1: organizations. Where their logs stand.
select org_id, epoch, position from log.heads_of($1);
