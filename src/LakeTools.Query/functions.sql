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
CREATE MACRO __entropy(x) AS list_transform([x][1:1],
    lambda "$": CASE WHEN __require(coalesce(list_min("$"), 0) >= 0, 'INVALID_FUNCTION_ARGUMENT: Entropy count argument must be non-negative')
        THEN CASE WHEN list_sum("$") > 0
            THEN list_max([0e0, (ln(list_sum("$")) - system.main."/"(
                coalesce(list_sum(list_transform(list_filter("$", lambda "$e": "$e" > 0), lambda "$e": "$e" * ln("$e"))), 0), list_sum("$")))
                * (1e0 / ln(2))])
            ELSE 0e0 END END)[1];
CREATE MACRO __finite(x) AS list_transform([x][1:1], lambda "$": CASE WHEN isfinite("$") THEN "$" END)[1];
CREATE MACRO __decimal_round(x, d, t DECIMAL) AS cast_to_type(system.main.round(x, d), system.main."+"(x, x)),
    (x, d, t) AS system.main.round(x, d);
CREATE MACRO __round(x, d, t HUGEINT) AS system.main.round(x, d),
    (x, d, t) AS __decimal_round(x, d, x);
CREATE MACRO round(x) AS system.main.round(x),
    (x, d) AS list_transform([x][1:1], lambda "$": __round("$", d, "$"))[1];
CREATE MACRO __sign(x, t DOUBLE) AS CASE WHEN isnan(x) THEN x ELSE CAST(system.main.sign(x) AS DOUBLE) END,
    (x, t HUGEINT) AS system.main.sign(x),
    (x, t DECIMAL) AS system.main.sign(x);
CREATE MACRO sign(x) AS list_transform([x][1:1], lambda "$": __sign("$", "$"))[1];
CREATE MACRO log(b, x) AS system.main.log(b, x);
CREATE MACRO to_base(x, radix) AS lower(system.main.to_base(x, radix));
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

-- Text
CREATE MACRO substr(text, start) AS list_transform([{'x': text, 's': start}][1:1],
    lambda "$": CASE WHEN "$"['s'] = 0 OR -"$"['s'] > length("$"['x']) THEN left("$"['x'], 0) ELSE system.main.substr("$"['x'], "$"['s']) END)[1],
    (text, start, size) AS list_transform([{'x': text, 's': start, 'n': size}][1:1],
    lambda "$": CASE WHEN "$"['s'] = 0 OR -"$"['s'] > length("$"['x']) OR "$"['n'] <= 0 THEN left("$"['x'], 0)
        ELSE system.main.substr("$"['x'], "$"['s'], "$"['n']) END)[1];
CREATE MACRO substring(text, start) AS substr(text, start),
    (text, start, size) AS substr(text, start, size);
CREATE MACRO split(text, delimiter) AS
    CASE WHEN __require(delimiter <> '', 'INVALID_FUNCTION_ARGUMENT: The delimiter may not be the empty string')
        THEN string_split(text, delimiter) END;
CREATE MACRO split_part(text, delimiter, place) AS list_extract(string_split(text, delimiter),
    CASE WHEN __require(place > 0, 'INVALID_FUNCTION_ARGUMENT: Index must be greater than zero') THEN place END);
-- White space of Java: neither the line's end nor a tabulator remains.
CREATE MACRO __space() AS chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(28) || chr(29) || chr(30) || chr(31) || ' ' || chr(5760)
    || chr(8192) || chr(8193) || chr(8194) || chr(8195) || chr(8196) || chr(8197) || chr(8198) || chr(8200) || chr(8201) || chr(8202)
    || chr(8232) || chr(8233) || chr(8287) || chr(12288);
CREATE MACRO trim(text) AS system.main.trim(text, __space()),
    (text, characters) AS system.main.trim(text, characters);
CREATE MACRO ltrim(text) AS system.main.ltrim(text, __space()),
    (text, characters) AS system.main.ltrim(text, characters);
CREATE MACRO rtrim(text) AS system.main.rtrim(text, __space()),
    (text, characters) AS system.main.rtrim(text, characters);
-- No single letter is the upper case of ß; U+E0DF is a letter of nobody.
CREATE MACRO upper(text) AS
    system.main."replace"(system.main.upper(system.main."replace"(text, 'ß', chr(57567))), chr(57567), 'ß');
CREATE MACRO url_encode(text) AS
    system.main."replace"(system.main."replace"(system.main."replace"(system.main.url_encode(text), '%20', '+'), '%2A', '*'), '~', '%7E');
CREATE MACRO url_decode(text) AS system.main.url_decode(system.main."replace"(text, '+', ' '));
CREATE MACRO __concat_ws(separator, x) AS list_transform([x][1:1],
    lambda "$": CASE WHEN system.main.typeof("$") LIKE '%]' THEN array_to_string(CAST("$" AS VARCHAR[]), separator)
        ELSE system.main.concat_ws(separator, "$") END)[1];
CREATE MACRO to_utf8(text) AS encode(text);
CREATE MACRO from_utf8(bytes) AS decode(bytes);
CREATE MACRO md5(bytes) AS unhex(system.main.md5(bytes));
CREATE MACRO sha1(bytes) AS unhex(system.main.sha1(bytes));
CREATE MACRO sha256(bytes) AS unhex(system.main.sha256(bytes));
CREATE MACRO typeof(x) AS list_transform([lower(system.main.typeof(x))], lambda "$": CASE "$"
    WHEN 'float' THEN 'real'
    WHEN 'blob' THEN 'varbinary'
    WHEN 'hugeint' THEN 'bigint'
    WHEN 'time' THEN 'time(3)'
    WHEN 'timestamp' THEN 'timestamp(3)'
    WHEN 'timestamp with time zone' THEN 'timestamp(3) with time zone'
    WHEN '"null"' THEN 'unknown'
    ELSE CASE WHEN __require(regexp_matches("$", '^(boolean|tinyint|smallint|integer|bigint|double|varchar|date|json|decimal\([0-9,]+\))$'),
        'NOT_SUPPORTED: typeof of this type') THEN "$" END END)[1];

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

-- Arrays and maps
CREATE MACRO __equal(x, y) AS __equal_of([x, y]);
-- The fields of the rows of an array are columns in Athena, each of which needs a name here.
CREATE MACRO __elements(x) AS CASE WHEN __require(system.main.typeof(x) NOT LIKE 'STRUCT(%)[]',
    'NOT_SUPPORTED: UNNEST of an array of rows needs a name for each field. Write UNNEST(x) AS t(a, b)') THEN x END;
CREATE MACRO __field(x, place, count) AS CASE WHEN x IS NULL OR __require(__width(x) = count,
    'SYNTAX_ERROR: Column alias list has ' || count || ' entries but the rows of UNNEST have ' || __width(x) || ' fields')
    THEN struct_extract_at(x, place) END;
CREATE MACRO cardinality(x) AS __size(x);
CREATE MACRO array_join(x, delimiter) AS array_to_string(x, delimiter);
CREATE MACRO contains(x, element) AS list_transform([{'x': x, 'e': element}][1:1],
    lambda "$": CASE WHEN list_contains("$"['x'], "$"['e']) OR list_count("$"['x']) = len("$"['x']) THEN list_contains("$"['x'], "$"['e']) END)[1];
CREATE MACRO array_position(x, element) AS list_transform([{'x': x, 'e': element}][1:1],
    lambda "$": CASE WHEN "$"['x'] IS NOT NULL AND "$"['e'] IS NOT NULL THEN coalesce(list_position("$"['x'], "$"['e']), 0) END)[1];
CREATE MACRO array_distinct(x) AS list_transform([x][1:1],
    lambda "$": list_filter("$", lambda "$e", "$i": list_position("$", "$e") = "$i"))[1];
CREATE MACRO array_intersect(x, y) AS list_transform([{'x': x, 'y': y}][1:1],
    lambda "$": CASE WHEN "$"['y'] IS NOT NULL THEN array_distinct(list_filter("$"['x'], lambda "$e": list_position("$"['y'], "$e") > 0)) END)[1];
CREATE MACRO map_entries(x) AS list_transform(system.main.map_entries(x), lambda "$": row("$"['key'], "$"['value']));
CREATE MACRO map_concat(a, b) AS list_transform([{'x': a, 'y': b}][1:1],
    lambda "$": CASE WHEN "$"['x'] IS NOT NULL AND "$"['y'] IS NOT NULL THEN system.main.map_concat("$"['x'], "$"['y']) END)[1],
    (a, b, c) AS map_concat(map_concat(a, b), c),
    (a, b, c, d) AS map_concat(map_concat(map_concat(a, b), c), d);
CREATE MACRO element_at(x, key) AS list_transform([{'x': x, 'k': key}][1:1],
    lambda "$": CASE WHEN system.main.typeof("$"['x']) LIKE '%]'
        AND NOT __require(TRY_CAST("$"['k'] AS BIGINT) <> 0, 'INVALID_FUNCTION_ARGUMENT: SQL array indices start at 1')
        THEN NULL ELSE "$"['x']["$"['k']] END)[1];

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
CREATE MACRO "repeat"(element, count) AS list_transform([{'e': element, 'n': count}][1:1],
    lambda "$": CASE WHEN __require("$"['n'] <= 10000, 'INVALID_FUNCTION_ARGUMENT: The count of repeat is 10000 at most')
        AND __require("$"['n'] >= 0, 'INVALID_FUNCTION_ARGUMENT: The count of repeat is not negative')
        THEN list_transform(system.main.range("$"['n']), lambda "$i": "$"['e']) END)[1];
CREATE MACRO __sequence(a, b, s) AS CASE
    WHEN __require(s > 0 AND a <= b OR s < 0 AND a >= b, 'INVALID_FUNCTION_ARGUMENT: The sign of the step of sequence is that of stop - start')
        AND __require(abs(system.main."-"(b, a)) // abs(s) < 10000, 'INVALID_FUNCTION_ARGUMENT: The result of sequence has 10000 entries at most')
    THEN system.main.generate_series(a, b, s) END;
CREATE MACRO sequence(first, last) AS list_transform([{'a': first, 'b': last}][1:1],
    lambda "$": __sequence("$"['a'], "$"['b'], CASE WHEN "$"['b'] < "$"['a'] THEN -1 ELSE 1 END))[1],
    (first, last, step) AS list_transform([{'a': first, 'b': last, 's': step}][1:1], lambda "$": __sequence("$"['a'], "$"['b'], "$"['s']))[1];
CREATE MACRO lpad(text, size, padding) AS
    CASE WHEN __require(size <= 1000000, 'INVALID_FUNCTION_ARGUMENT: The size of lpad is 1000000 at most')
        AND __require(size >= 0, 'INVALID_FUNCTION_ARGUMENT: The size of lpad is not negative')
        THEN system.main.lpad(text, CAST(size AS INTEGER), padding) END;
CREATE MACRO rpad(text, size, padding) AS
    CASE WHEN __require(size <= 1000000, 'INVALID_FUNCTION_ARGUMENT: The size of rpad is 1000000 at most')
        AND __require(size >= 0, 'INVALID_FUNCTION_ARGUMENT: The size of rpad is not negative')
        THEN system.main.rpad(text, CAST(size AS INTEGER), padding) END;
CREATE MACRO "replace"(text, search) AS "replace"(text, search, ''),
    (text, search, replacement) AS list_transform([{'x': text, 's': search, 'r': replacement}][1:1],
    lambda "$": CASE WHEN __require(length("$"['x']) * length("$"['r']) <= 1000000000,
            'INVALID_FUNCTION_ARGUMENT: The result of replace may be too long')
        AND __require("$"['s'] <> '', 'NOT_SUPPORTED: replace of an empty text')
        THEN system.main."replace"("$"['x'], "$"['s'], "$"['r']) END)[1];
CREATE MACRO __replacement(text) AS array_to_string(list_transform(regexp_extract_all(text, '(?s)\\.|\$[0-9]|[^\\$]+|.'), lambda "$":
    CASE WHEN "$" LIKE '$_' THEN '\' || "$"[2]
        WHEN "$" = '\\' THEN '\\'
        WHEN starts_with("$", '\') AND length("$") = 2 THEN "$"[2]
        WHEN __require("$" NOT IN ('$', '\'), 'INVALID_FUNCTION_ARGUMENT: Illegal replacement sequence: ' || text) THEN "$" END), '');
CREATE MACRO regexp_replace(text, pattern) AS system.main.regexp_replace(text, pattern, '', 'g'),
    (text, pattern, replacement) AS list_transform([text][1:1],
    lambda "$": CASE WHEN __require(length("$") * length(replacement) <= 1000000000,
            'INVALID_FUNCTION_ARGUMENT: The result of regexp_replace may be too long')
        THEN system.main.regexp_replace("$", pattern, __replacement(replacement), 'g') END)[1];
-- In Java $1 is a group and \ escapes; in DuckDB \1 is a group.

-- Names that DuckDB takes for a function where no column has them. A column that is hidden would have such a value.
CREATE MACRO "user"() AS error('Column ''user'' cannot be resolved');
CREATE MACRO "current_user"() AS error('Column ''current_user'' cannot be resolved');
CREATE MACRO "session_user"() AS error('Column ''session_user'' cannot be resolved');
CREATE MACRO "current_role"() AS error('Column ''current_role'' cannot be resolved');
CREATE MACRO "current_catalog"() AS error('Column ''current_catalog'' cannot be resolved');
CREATE MACRO "current_schema"() AS error('Column ''current_schema'' cannot be resolved');
