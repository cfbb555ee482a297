-- $1: organization, $2: the version of the state that it uses from here on.
update log.head set state_version = $2 where org_id = $1;
