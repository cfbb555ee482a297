-- $1: organization. Its head, held until the transaction ends: nobody appends meanwhile.
select position, state_version from log.head where org_id = $1 for update;
