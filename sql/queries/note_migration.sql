-- $1: the name of a migration, noted before it runs so that a second runner fails.
insert into log.migration (name) values ($1);
