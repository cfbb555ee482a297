-- $1: a version of the state that requests may use.
select log.open_state($1);
