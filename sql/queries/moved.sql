-- $1: organization. To which server it went from here, and what its head was.
select server, epoch, position, chain, recorded_at, clock, state_version from log.moved where org_id = $1;
