-- $1: organization. Where its log stands.
select epoch, position, chain, recorded_at, clock, state_version from log.head where org_id = $1;
