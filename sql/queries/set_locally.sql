-- $1: settings and their values, good for this transaction.
select set_config(key, value, true) from json_each_text($1);
