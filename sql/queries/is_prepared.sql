-- Whether a log was ever made here.
select to_regclass('log.migration') is not null and to_regclass('log.head') is not null;
