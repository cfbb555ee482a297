-- $1: organization. That it went away is no longer so.
delete from log.moved where org_id = $1;
