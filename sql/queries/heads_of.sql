-- $1: organizations. Where their logs stand.
select org_id, epoch, position from log.head where org_id = any ($1);
