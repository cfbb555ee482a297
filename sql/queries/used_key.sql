-- $1: organization, $2: idempotency key. What the key was used for.
select actor_id, salt, digest, first_position, last_position from log.command where org_id = $1 and key = $2;
