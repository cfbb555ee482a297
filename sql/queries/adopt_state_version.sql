-- $1: a version of the state that was found good: new organizations and new servers use it.
update log.state_version set adopted_at = now() where version = $1;
