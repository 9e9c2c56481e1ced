-- What Athena does differently under the same name, and functions that DuckDB has by another name. docs/queries.md says what remains
-- different.
--
-- A macro repeats an argument wherever it is named, and does not know its type when the argument has an aggregate. Thus an argument that
-- is needed twice, or whose type decides, goes through a list of one entry: the lambda evaluates it once and knows its type. A macro
-- whose name begins with __ decides by types; statements cannot call it. "$" is a name that no column has. What must be a constant
-- remains outside of the list. DuckDB does not see that a lambda may fail, and would evaluate it before a condition that guards it, such as
-- b <> 0 AND a / b > 1; it does see that the slice [1:1] may fail. A name that this file defines is called as system.main.name where
-- DuckDB's own is meant.

-- Arithmetic
CREATE MACRO __unit_text(scale) AS CASE scale WHEN 0 THEN '1' ELSE system.main.rpad('0.', system.main."+"(scale, 1), '0') || '1' END;
CREATE MACRO __unit(t) AS
    cast_to_type(__unit_text(CAST(system.main.regexp_extract(system.main.typeof(t), ',([0-9]+)', 1) AS INTEGER)), t);
CREATE MACRO __quotient(x, y, t HUGEINT) AS CASE WHEN __require(y <> 0, 'DIVISION_BY_ZERO: Division by zero') THEN x // y END,
    (x, y, t DOUBLE) AS system.main."/"(x, y),
    (x, y, t DECIMAL) AS CAST(__divide(x, y) AS DECIMAL(38, 0)) * __unit(system.main."+"(x, y));
CREATE MACRO "/"(a, b) AS list_transform([{'x': a, 'y': b}][1:1],
    lambda "$": __quotient("$"['x'], "$"['y'], system.main."+"("$"['x'], "$"['y'])))[1];
CREATE MACRO __remainder_of(x, y) AS
    CASE WHEN __require(y <> 0, 'DIVISION_BY_ZERO: Division by zero') THEN system.main."%"(x, y) END;
CREATE MACRO __remainder(x, y, t HUGEINT) AS __remainder_of(x, y),
    (x, y, t DECIMAL) AS __remainder_of(x, y),
    (x, y, t DOUBLE) AS system.main."%"(x, y);
CREATE MACRO "%"(a, b) AS list_transform([{'x': a, 'y': b}][1:1],
    lambda "$": __remainder("$"['x'], "$"['y'], system.main."+"("$"['x'], "$"['y'])))[1];
CREATE MACRO mod(n, m) AS n % m;
CREATE MACRO __date(x) AS CASE WHEN __require(CAST(CAST(x AS DATE) AS TIMESTAMP) = x,
    'INVALID_FUNCTION_ARGUMENT: Cannot add hour, minutes or seconds to a date') THEN CAST(x AS DATE) END;
CREATE MACRO __date_sum(x, y, u INTERVAL) AS __date(system.main."+"(x, y)),
    (x, y, u) AS system.main."+"(x, y);
CREATE MACRO __sum_date(x, y, u DATE) AS __date(system.main."+"(x, y)),
    (x, y, u) AS system.main."+"(x, y);
CREATE MACRO __sum(x, y, t DATE) AS __date_sum(x, y, y),
    (x, y, t) AS __sum_date(x, y, y);
CREATE MACRO "+"(a) AS system.main."+"(a),
    (a, b) AS list_transform([{'x': a, 'y': b}][1:1], lambda "$": __sum("$"['x'], "$"['y'], "$"['x']))[1];
CREATE MACRO __days(x, y, u DATE) AS to_days(CAST(system.main."-"(x, y) AS INTEGER)),
    (x, y, u) AS system.main."-"(x, y);
CREATE MACRO __date_difference(x, y, u INTERVAL) AS __date(system.main."-"(x, y)),
    (x, y, u) AS __days(x, y, y);
CREATE MACRO __difference(x, y, t DATE) AS __date_difference(x, y, y),
    (x, y, t) AS system.main."-"(x, y);
CREATE MACRO "-"(a) AS system.main."-"(a),
    (a, b) AS list_transform([{'x': a, 'y': b}][1:1], lambda "$": __difference("$"['x'], "$"['y'], "$"['x']))[1];
CREATE MACRO __decimal_average(a, s, n, t DECIMAL) AS CAST(__divide(s, n) AS DECIMAL(38, 0)) * __unit(s),
    (a, s, n, t) AS a;
CREATE MACRO __average_of(a, s, n, t HUGEINT) AS a,
    (a, s, n, t) AS __decimal_average(a, s, n, s);
CREATE MACRO __average(a, s, n) AS list_transform([{'a': a, 's': s, 'n': n}][1:1],
    lambda "$": __average_of("$"['a'], "$"['s'], "$"['n'], "$"['s']))[1];
CREATE MACRO __skewness(x, n) AS list_transform([{'x': x, 'n': n}][1:1],
    lambda "$": "$"['x'] * ("$"['n'] - 2) / sqrt(CAST("$"['n'] AS DOUBLE) * ("$"['n'] - 1)))[1];
CREATE MACRO rand() AS random();

-- NULL
CREATE MACRO concat(a, b) AS a || b,
    (a, b, c) AS a || b || c,
    (a, b, c, d) AS a || b || c || d,
    (a, b, c, d, e) AS a || b || c || d || e,
    (a, b, c, d, e, f) AS a || b || c || d || e || f,
    (a, b, c, d, e, f, g) AS a || b || c || d || e || f || g,
    (a, b, c, d, e, f, g, h) AS a || b || c || d || e || f || g || h,
    (a, b, c, d, e, f, g, h, i) AS a || b || c || d || e || f || g || h || i,
    (a, b, c, d, e, f, g, h, i, j) AS a || b || c || d || e || f || g || h || i || j,
    (a, b, c, d, e, f, g, h, i, j, k) AS a || b || c || d || e || f || g || h || i || j || k,
    (a, b, c, d, e, f, g, h, i, j, k, l) AS a || b || c || d || e || f || g || h || i || j || k || l;
CREATE MACRO __greatest(x) AS list_transform([x][1:1], lambda "$": CASE WHEN list_count("$") = len("$") THEN list_max("$") END)[1];
CREATE MACRO greatest(a) AS __greatest([a]),
    (a, b) AS __greatest([a, b]),
    (a, b, c) AS __greatest([a, b, c]),
    (a, b, c, d) AS __greatest([a, b, c, d]),
    (a, b, c, d, e) AS __greatest([a, b, c, d, e]),
    (a, b, c, d, e, f) AS __greatest([a, b, c, d, e, f]),
    (a, b, c, d, e, f, g) AS __greatest([a, b, c, d, e, f, g]),
    (a, b, c, d, e, f, g, h) AS __greatest([a, b, c, d, e, f, g, h]);
CREATE MACRO __least(x) AS list_transform([x][1:1], lambda "$": CASE WHEN list_count("$") = len("$") THEN list_min("$") END)[1];
CREATE MACRO least(a) AS __least([a]),
    (a, b) AS __least([a, b]),
    (a, b, c) AS __least([a, b, c]),
    (a, b, c, d) AS __least([a, b, c, d]),
    (a, b, c, d, e) AS __least([a, b, c, d, e]),
    (a, b, c, d, e, f) AS __least([a, b, c, d, e, f]),
    (a, b, c, d, e, f, g) AS __least([a, b, c, d, e, f, g]),
    (a, b, c, d, e, f, g, h) AS __least([a, b, c, d, e, f, g, h]);

CREATE MACRO split(text, delimiter) AS
    CASE WHEN __require(delimiter <> '', 'INVALID_FUNCTION_ARGUMENT: The delimiter may not be the empty string')
        THEN string_split(text, delimiter) END;
CREATE MACRO split_part(text, delimiter, place) AS list_extract(string_split(text, delimiter),
    CASE WHEN __require(place > 0, 'INVALID_FUNCTION_ARGUMENT: Index must be greater than zero') THEN place END);
CREATE MACRO __concat_ws(separator, x) AS list_transform([x][1:1],
    lambda "$": CASE WHEN system.main.typeof("$") LIKE '%]' THEN array_to_string(CAST("$" AS VARCHAR[]), separator)
        ELSE system.main.concat_ws(separator, "$") END)[1];

-- Regular expressions
CREATE MACRO regexp_like(text, pattern) AS regexp_matches(text, pattern);
CREATE MACRO regexp_extract(text, pattern) AS regexp_extract(text, pattern, 0),
    (text, pattern, place) AS list_transform([text][1:1],
    lambda "$": CASE WHEN regexp_matches("$", pattern) THEN system.main.regexp_extract("$", pattern, place) END)[1];

-- JSON
CREATE MACRO json_parse(text) AS CAST(text AS JSON);
CREATE MACRO json_format(x) AS CAST(x AS VARCHAR);
CREATE MACRO __json_path(path) AS
    CASE WHEN __require(regexp_matches(path, '^\$(\.[^].[*?()"\s]+|\."[^"]*"|\["[^"]*"\]|\[[0-9]+\])*$'),
        'INVALID_FUNCTION_ARGUMENT: Invalid JSON path: ' || path) THEN system.main.regexp_replace(path, '\["([^"]*)"\]', '."\1"', 'g') END;
CREATE MACRO json_extract(x, path) AS list_transform([x][1:1],
    lambda "$": CASE WHEN json_valid("$") THEN system.main.json_extract("$", __json_path(path)) END)[1];
CREATE MACRO json_extract_scalar(x, path) AS list_transform([x][1:1],
    lambda "$": CASE WHEN json_valid("$") AND json_type("$", __json_path(path)) NOT IN ('ARRAY', 'OBJECT', 'NULL')
        THEN json_extract_string("$", __json_path(path)) END)[1];
CREATE MACRO json_array_length(x) AS list_transform([x][1:1],
    lambda "$": CASE WHEN json_valid("$") AND json_type("$") = 'ARRAY' THEN CAST(system.main.json_array_length("$") AS BIGINT) END)[1];

CREATE MACRO cardinality(x) AS len(x);
CREATE MACRO array_join(x, delimiter) AS array_to_string(x, delimiter);
CREATE MACRO element_at(x, key) AS x[key];

-- Dates and times
CREATE MACRO date_part(field, x) AS system.main.date_part(CASE lower(field)
    WHEN 'dow' THEN 'isodow'
    WHEN 'day_of_week' THEN 'isodow'
    WHEN 'day_of_month' THEN 'day'
    WHEN 'day_of_year' THEN 'doy'
    WHEN 'yow' THEN 'isoyear'
    WHEN 'year_of_week' THEN 'isoyear'
    ELSE field END, x);
CREATE MACRO day_of_week(x) AS isodow(x);
CREATE MACRO day_of_year(x) AS dayofyear(x);
CREATE MACRO day_of_month(x) AS day(x);
CREATE MACRO millisecond(x) AS system.main."%"(system.main.millisecond(x), 1000);
CREATE MACRO date_diff(unit, a, b) AS date_sub(unit, a, b);
CREATE MACRO __interval(unit, n) AS CASE unit
    WHEN 'millisecond' THEN to_milliseconds(n)
    WHEN 'second' THEN to_seconds(n)
    WHEN 'minute' THEN to_minutes(n)
    WHEN 'hour' THEN to_hours(n)
    WHEN 'day' THEN to_days(CAST(n AS INTEGER))
    WHEN 'week' THEN to_weeks(CAST(n AS INTEGER))
    WHEN 'month' THEN to_months(CAST(n AS INTEGER))
    WHEN 'quarter' THEN to_quarters(CAST(n AS INTEGER))
    WHEN 'year' THEN to_years(CAST(n AS INTEGER))
    ELSE CASE WHEN __require(false, 'INVALID_FUNCTION_ARGUMENT: ''' || unit || ''' is not a valid field') THEN to_days(0) END END;
CREATE MACRO date_add(unit, value, x) AS list_transform([{'n': value, 'x': x}][1:1],
    lambda "$": "$"['x'] + __interval(lower(unit), "$"['n']))[1];
CREATE MACRO __date_trunc(unit, x, t DATE) AS CAST(system.main.date_trunc(unit, x) AS DATE),
    (unit, x, t) AS system.main.date_trunc(unit, x);
CREATE MACRO date_trunc(unit, x) AS list_transform([x][1:1], lambda "$": __date_trunc(unit, "$", "$"))[1];
CREATE MACRO from_unixtime(x) AS CAST(epoch_ms(CAST(system.main.round(CAST(x AS DOUBLE) * 1000) AS BIGINT)) AS TIMESTAMP WITH TIME ZONE);
CREATE MACRO to_unixtime(x) AS epoch(x);
CREATE MACRO timezone(zone, x) AS system.main.timezone(zone, CAST(x AS TIMESTAMP WITH TIME ZONE));
CREATE MACRO __iso8601(x, t DATE) AS strftime(x, '%Y-%m-%d'),
    (x, t TIMESTAMP) AS strftime(x, '%Y-%m-%dT%H:%M:%S.%g'),
    (x, t TIMESTAMP WITH TIME ZONE) AS strftime(x, '%Y-%m-%dT%H:%M:%S.%gZ');
CREATE MACRO to_iso8601(x) AS list_transform([x][1:1], lambda "$": __iso8601("$", "$"))[1];
CREATE MACRO __format(format) AS array_to_string(list_transform(regexp_extract_all(format, '(?s)%.|[^%]+|%'), lambda "$": CASE "$"
    WHEN '%c' THEN '%-m'
    WHEN '%e' THEN '%-d'
    WHEN '%h' THEN '%I'
    WHEN '%i' THEN '%M'
    WHEN '%k' THEN '%-H'
    WHEN '%l' THEN '%-I'
    WHEN '%M' THEN '%B'
    WHEN '%r' THEN '%I:%M:%S %p'
    WHEN '%s' THEN '%S'
    WHEN '%T' THEN '%H:%M:%S'
    WHEN '%v' THEN '%V'
    WHEN '%W' THEN '%A'
    WHEN '%x' THEN '%G'
    ELSE CASE WHEN "$" IN ('%a', '%b', '%d', '%f', '%H', '%I', '%j', '%m', '%p', '%S', '%Y', '%y', '%%') OR "$" NOT LIKE '\%%' ESCAPE '\'
            THEN "$"
        WHEN __require("$" NOT IN ('%D', '%U', '%u', '%V', '%w', '%X'),
            'INVALID_FUNCTION_ARGUMENT: ' || "$" || ' not supported in date format string') THEN system.main.substr("$", 2) END END), '');
CREATE MACRO date_format(x, format) AS strftime(x, __format(format));

-- Functions whose single value may be huge. DuckDB counts no such value toward its memory limit, and does not stop while it makes one.
CREATE MACRO "repeat"(element, count) AS CASE WHEN count > 10000 THEN error('The count of repeat is 10000 at most') ELSE list_transform(system.main.range(count), lambda i: element) END;
CREATE MACRO sequence(first, last) AS CASE WHEN abs(last - first) >= 10000 THEN error('The result of sequence has 10000 entries at most') ELSE system.main.generate_series(first, last, CASE WHEN last < first THEN -1 ELSE 1 END) END, (first, last, step) AS CASE WHEN abs(last - first) // abs(step) >= 10000 THEN error('The result of sequence has 10000 entries at most') ELSE system.main.generate_series(first, last, step) END;
CREATE MACRO lpad(text, size, padding) AS CASE WHEN size > 1000000 THEN error('The size of lpad is 1000000 at most') ELSE system.main.lpad(text, CAST(size AS INTEGER), padding) END;
CREATE MACRO rpad(text, size, padding) AS CASE WHEN size > 1000000 THEN error('The size of rpad is 1000000 at most') ELSE system.main.rpad(text, CAST(size AS INTEGER), padding) END;
CREATE MACRO "replace"(text, search) AS system.main."replace"(text, search, ''), (text, search, replacement) AS CASE WHEN length(text) * length(replacement) > 1000000000 THEN error('The result of replace may be too long') ELSE system.main."replace"(text, search, replacement) END;
CREATE MACRO regexp_replace(text, pattern) AS system.main.regexp_replace(text, pattern, '', 'g'), (text, pattern, replacement) AS CASE WHEN length(text) * length(replacement) > 1000000000 THEN error('The result of regexp_replace may be too long') ELSE system.main.regexp_replace(text, pattern, system.main.regexp_replace(replacement, '\$([0-9])', '\\\1', 'g'), 'g') END;
-- In Java $1 is a group and \ escapes; in DuckDB \1 is a group.

CREATE MACRO levenshtein_distance(a, b) AS CASE WHEN length(a) * length(b) > 100000000 THEN error('The texts of levenshtein_distance are too long') ELSE system.main.levenshtein(a, b) END;
CREATE MACRO hamming_distance(a, b) AS system.main.hamming(a, b);

-- Names that DuckDB takes for a function where no column has them. A column that is hidden would have such a value.
CREATE MACRO "user"() AS error('Column ''user'' cannot be resolved');
CREATE MACRO "current_user"() AS error('Column ''current_user'' cannot be resolved');
CREATE MACRO "session_user"() AS error('Column ''session_user'' cannot be resolved');
CREATE MACRO "current_role"() AS error('Column ''current_role'' cannot be resolved');
CREATE MACRO "current_catalog"() AS error('Column ''current_catalog'' cannot be resolved');
CREATE MACRO "current_schema"() AS error('Column ''current_schema'' cannot be resolved');
