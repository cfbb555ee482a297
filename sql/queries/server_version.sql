-- The server's version as a number: 180006 for 18.6.
select current_setting('server_version_num')::int;
