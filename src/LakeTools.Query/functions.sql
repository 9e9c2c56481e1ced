-- Functions of Athena that DuckDB has by another name, or that differ there. One a line. docs/queries.md says what remains different.
CREATE MACRO memory.main.approx_distinct(x) AS approx_count_distinct(x)
CREATE MACRO memory.main.cardinality(x) AS len(x)
CREATE MACRO memory.main.array_join(x, delimiter) AS array_to_string(x, delimiter)
CREATE MACRO memory.main.date_format(x, format) AS strftime(x, system.main."replace"(system.main."replace"(system.main."replace"(format, '%i', '%M'), '%s', '%S'), '%T', '%H:%M:%S'))
CREATE MACRO memory.main.from_unixtime(x) AS make_timestamp(CAST(x * 1000000 AS BIGINT))
CREATE MACRO memory.main.to_unixtime(x) AS epoch(x)
CREATE MACRO memory.main.json_extract_scalar(x, path) AS json_extract_string(x, path)
CREATE MACRO memory.main.regexp_like(x, pattern) AS regexp_matches(x, pattern)
CREATE MACRO memory.main.rand() AS random()
CREATE MACRO memory.main.to_iso8601(x) AS strftime(x, '%Y-%m-%dT%H:%M:%S.%g')
CREATE MACRO memory.main.day_of_week(x) AS isodow(x)
CREATE MACRO memory.main.day_of_year(x) AS dayofyear(x)
CREATE MACRO memory.main.day_of_month(x) AS day(x)
CREATE MACRO memory.main.element_at(x, key) AS x[key]
-- Functions whose single value may be huge. DuckDB counts no such value toward its memory limit, and does not stop while it makes one.
CREATE MACRO memory.main."repeat"(element, count) AS CASE WHEN count > 10000 THEN error('The count of repeat is 10000 at most') ELSE list_transform(system.main.range(count), lambda i: element) END
CREATE MACRO memory.main.sequence(first, last) AS CASE WHEN abs(last - first) >= 10000 THEN error('The result of sequence has 10000 entries at most') ELSE system.main.generate_series(first, last, CASE WHEN last < first THEN -1 ELSE 1 END) END, (first, last, step) AS CASE WHEN abs(last - first) // abs(step) >= 10000 THEN error('The result of sequence has 10000 entries at most') ELSE system.main.generate_series(first, last, step) END
CREATE MACRO memory.main.lpad(text, size, padding) AS CASE WHEN size > 1000000 THEN error('The size of lpad is 1000000 at most') ELSE system.main.lpad(text, CAST(size AS INTEGER), padding) END
CREATE MACRO memory.main.rpad(text, size, padding) AS CASE WHEN size > 1000000 THEN error('The size of rpad is 1000000 at most') ELSE system.main.rpad(text, CAST(size AS INTEGER), padding) END
CREATE MACRO memory.main."replace"(text, search) AS system.main."replace"(text, search, ''), (text, search, replacement) AS CASE WHEN length(text) * length(replacement) > 1000000000 THEN error('The result of replace may be too long') ELSE system.main."replace"(text, search, replacement) END
CREATE MACRO memory.main.regexp_replace(text, pattern) AS system.main.regexp_replace(text, pattern, '', 'g'), (text, pattern, replacement) AS CASE WHEN length(text) * length(replacement) > 1000000000 THEN error('The result of regexp_replace may be too long') ELSE system.main.regexp_replace(text, pattern, system.main.regexp_replace(replacement, '\$([0-9])', '\\\1', 'g'), 'g') END
CREATE MACRO memory.main.levenshtein_distance(a, b) AS CASE WHEN length(a) * length(b) > 100000000 THEN error('The texts of levenshtein_distance are too long') ELSE system.main.levenshtein(a, b) END
CREATE MACRO memory.main.hamming_distance(a, b) AS system.main.hamming(a, b)
-- Names that DuckDB takes for a function where no column has them. A column that is hidden would have such a value.
CREATE MACRO memory.main."user"() AS error('Column ''user'' cannot be resolved')
CREATE MACRO memory.main."current_user"() AS error('Column ''current_user'' cannot be resolved')
CREATE MACRO memory.main."session_user"() AS error('Column ''session_user'' cannot be resolved')
CREATE MACRO memory.main."current_role"() AS error('Column ''current_role'' cannot be resolved')
CREATE MACRO memory.main."current_catalog"() AS error('Column ''current_catalog'' cannot be resolved')
CREATE MACRO memory.main."current_schema"() AS error('Column ''current_schema'' cannot be resolved')
