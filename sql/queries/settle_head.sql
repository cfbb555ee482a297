-- $1: organization, then its head. It is here from now on.
insert into log.head (org_id, epoch, position, chain, recorded_at, clock, state_version)
values ($1, $2, $3, $4, $5, $6, $7);
