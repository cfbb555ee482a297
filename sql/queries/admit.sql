-- $1: the login of requests.
select log.admit($1);
