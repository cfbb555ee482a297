-- $1: organization. To which server it went from here, when, and what its head was.
select server, epoch, position, chain, recorded_at, clock, state_version, moved_at from log.moved where org_id = $1;
