-- $1: a version of the state that came to nothing.
delete from log.state_version where version = $1;
