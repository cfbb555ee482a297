-- $1: organization, $2: key, $3: seconds that we then have. Whether it is for us to give it away; null where it arrived.
select log.take_delivery($1, $2, $3) as taken;
