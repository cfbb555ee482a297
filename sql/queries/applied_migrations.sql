-- The names of the migrations that this database has had.
select name from log.migration;
