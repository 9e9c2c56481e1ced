using System.Text.Json;
using LakeTools.Rules.Queries;

namespace LakeTools.Query;

/// <summary>A statement as DuckDB parses it, checked by <see cref="SqlRules"/>: one query, over tables that it names.</summary>
internal sealed class SqlStatement
{
    // DuckDB's own limit of nested expressions is 1,000; each takes a few levels of JSON.
    private const int MostDepth = 100_000;

    private readonly string _sql;
    private readonly List<(JsonElement Table, IReadOnlyList<JsonElement> Conditions)> _tables = [];
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly SqlRewrite _rewrite;
    private readonly List<JsonElement> _items;
    private readonly bool _isRewritten;

    private SqlStatement(string sql, JsonElement query, bool isRewritten)
    {
        (_sql, _isRewritten, _rewrite) = (sql, isRewritten, new SqlRewrite(sql));
        Walk(query);
        _items = ItemsOf(query.GetProperty("node"));
        IsLiteral = query.GetProperty("node") is var node && Text(node, "type") == "SELECT_NODE"
            && node.GetProperty("select_list") is var list && list.GetArrayLength() == 1 && IsConstant(list[0])
            && node.GetProperty("modifiers").GetArrayLength() == 0 && node.GetProperty("having").ValueKind == JsonValueKind.Null
            && Text(node.GetProperty("from_table"), "type") == "EMPTY" && node.GetProperty("where_clause").ValueKind == JsonValueKind.Null;
    }

    /// <summary>The statement to run: it does what Athena does for the one that was read.</summary>
    public string Sql { get; private set; } = "";

    /// <summary>True for SELECT and one literal behind it, perhaps with its type or a sign before it.</summary>
    public bool IsLiteral { get; }

    /// <summary>The number of question marks in the statement.</summary>
    public int ParameterCount { get; private set; }

    /// <summary>Parses a statement.</summary>
    /// <param name="database">Any database: its parser is used.</param>
    /// <param name="sql">The statement.</param>
    /// <returns>The statement.</returns>
    /// <exception cref="QueryException">It is none, more than one, or uses what is not allowed.</exception>
    public static SqlStatement Read(DuckDatabase database, string sql)
    {
        var statement = Read(database, sql, isRewritten: false);
        statement.Sql = statement._rewrite.Apply();
        // What was replaced may have become something else, so it is checked as well.
        if (statement.Sql != sql) Read(database, statement.Sql, isRewritten: true);
        return statement;
    }

    /// <summary>The tables that it names.</summary>
    /// <param name="database">The database of those that are named without one.</param>
    /// <returns>Each once.</returns>
    /// <exception cref="QueryException">One is in a catalog that is not there.</exception>
    public IReadOnlyList<SqlTable> TablesIn(string database) =>
    [
        .. _tables.Select(each => (Table: Named(each.Table, database), each.Conditions))
            .GroupBy(each => (each.Table.DatabaseName, each.Table.Name))
            .Select(group => group.First().Table with
            {
                IsMaybeCte = group.All(each => each.Table.IsMaybeCte),
                Conditions = group.Count() == 1 ? group.First().Conditions : [],
            }),
    ];

    /// <summary>The name that Athena gives to a column of the result: an expression without a name is <c>_col0</c>.</summary>
    /// <param name="place">The place of the column.</param>
    /// <param name="count">The number of columns.</param>
    /// <returns>The name; null for a column that has one.</returns>
    public string? NameAt(int place, int count)
    {
        // What is behind a * is counted from the end.
        var (first, last) = (_items.FindIndex(IsStar), _items.FindLastIndex(IsStar));
        var item = first < 0 || place < first ? place : place - count + _items.Count;
        var isItem = item < _items.Count && (first < 0 || place < first || item > last);
        return isItem && Text(_items[item], "alias").Length == 0 && Text(_items[item], "class") != "COLUMN_REF"
            ? FormattableString.Invariant($"_col{place}") : null;
    }

    /// <summary>The error of a table that is not there.</summary>
    /// <param name="table">The table.</param>
    public QueryException TableNotFound(SqlTable table) => new($"TABLE_NOT_FOUND: {SqlPlace.Of(_sql, table.Offset)}: "
        + $"Table '{DuckDatabase.Catalog}.{table.DatabaseName}.{table.Name}' does not exist");

    private static SqlStatement Read(DuckDatabase database, string sql, bool isRewritten)
    {
        if (SqlRefusal.Of(sql) is { } refusal) throw refusal;
        var root = Parse(database, sql);
        if (root.GetProperty("error").GetBoolean())
            throw root.GetProperty("error_type").GetString() == "not implemented"
                ? SqlRefusal.OfOther(sql) : database.Failure(root.GetRawText());
        var statements = root.GetProperty("statements");
        return statements.GetArrayLength() == 1
            ? new SqlStatement(sql, statements[0], isRewritten)
            : throw SqlRefusal.NotOne(sql);
    }

    private static JsonElement Parse(DuckDatabase database, string sql)
    {
        if (sql.Contains('\0', StringComparison.Ordinal))
            throw new QueryException("SYNTAX_ERROR: The statement has a character of code 0.");
        var literal = sql.Replace("'", "''", StringComparison.Ordinal);
        using var result = DuckResult.Execute(database, $"SELECT json_serialize_sql('{literal}')");
        using var json = JsonDocument.Parse(result.Text(), new JsonDocumentOptions { MaxDepth = MostDepth });
        return json.RootElement.Clone();
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static long OffsetOf(JsonElement element) =>
        element.TryGetProperty("query_location", out var place) && place.TryGetInt64(out var offset) ? offset : 0;

    private static List<JsonElement> ItemsOf(JsonElement node)
    {
        // The names of a union are those of its first part.
        while (Text(node, "type") == "SET_OPERATION_NODE") node = Left(node);
        return Text(node, "type") == "SELECT_NODE" ? [.. node.GetProperty("select_list").EnumerateArray()] : [];
    }

    private static bool IsStar(JsonElement item) => Text(item, "class") == "STAR";

    private static JsonElement Left(JsonElement union) =>
        union.TryGetProperty("left", out var left) && left.ValueKind == JsonValueKind.Object ? left : union.GetProperty("children")[0];

    private static bool IsConstant(JsonElement element) => Text(element, "class") switch
    {
        "CONSTANT" => true,
        "CAST" => IsConstant(element.GetProperty("child")),
        "FUNCTION" => Text(element, "function_name") == "-" && element.GetProperty("children") is var children
            && children.GetArrayLength() == 1 && IsConstant(children[0]),
        _ => false,
    };

    // Without recursion: a statement may be nested deeper than the stack is.
    private void Walk(JsonElement root)
    {
        var left = new Stack<JsonElement>([root]);
        while (left.TryPop(out var element))
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in element.EnumerateArray()) left.Push(item);
            }
            else if (element.ValueKind == JsonValueKind.Object)
            {
                Look(element);
                // The name of a table function was checked; its arguments are checked like all other elements.
                foreach (var property in element.EnumerateObject())
                    left.Push(property.Name == "function" && Text(element, "type") == "TABLE_FUNCTION"
                        ? property.Value.GetProperty("children") : property.Value);
            }
        }
    }

    private void Look(JsonElement element)
    {
        // Common table expressions by name; those that DuckDB has a view for would lead to it where they are not in scope.
        if (element.TryGetProperty("cte_map", out var map) && map.TryGetProperty("map", out var entries))
            foreach (var entry in entries.EnumerateArray()) AddName(Text(entry, "key"));
        if (Text(element, "cte_name") is { Length: > 0 } recursive) AddName(recursive);
        if (element.TryGetProperty("class", out _))
        {
            if (Text(element, "function_name") is { Length: > 0 } function) LookAtCall(element, function.ToLowerInvariant());
            if (Text(element, "class") == "COLUMN_REF" && SqlRules.IsOurs(element.GetProperty("column_names")[0].GetString()!))
                throw Refused(element, "A column or an argument with such a name");
            if (!_isRewritten && SqlEquality.Is(element)
                && !SqlEquality.TryReplace(_rewrite, _sql, element, SqlPlace.IndexOf(_sql, OffsetOf(element))))
                throw Refused(element, "A comparison of rows, arrays or maps in this form", "each of them without brackets around it");
            if (Text(element, "class") == "PARAMETER") ParameterCount = Math.Max(ParameterCount, Number(element));
            return;
        }

        var type = Text(element, "type");
        if (type.Length == 0) return;
        if (!SqlRules.MayHave(type)) throw Refused(element, type == "SHOW_REF" ? "SHOW, DESCRIBE or SUMMARIZE" : $"A part {type}");
        if (type == "TABLE_FUNCTION" && element.GetProperty("function") is var rows
            && (!SqlRules.MayReadFrom(Text(rows, "function_name")) || Text(rows, "schema").Length > 0 || Text(rows, "catalog").Length > 0))
            throw Refused(element, $"The table function {Text(rows, "function_name")}");
        if (type == "TABLE_FUNCTION" && !_isRewritten) LookAtUnnest(element);
        if (type == "SELECT_NODE" && !_isRewritten) LookAtOrder(element);
        if (type == "BASE_TABLE") AddTable(element, []);
        // If the table's columns are renamed, a condition refers to another column than its name suggests.
        if (type == "SELECT_NODE" && element.TryGetProperty("from_table", out var from) && Text(from, "type") == "BASE_TABLE"
            && !(from.TryGetProperty("column_name_alias", out var aliases) && aliases.GetArrayLength() > 0))
            AddTable(from, PartitionConditions.Of(element));
    }

    private void LookAtCall(JsonElement call, string function)
    {
        if (_isRewritten && SqlRewrite.Calls(function)) return;
        var schema = Text(call, "schema");
        if (!SqlRules.MayCall(schema, function) || Text(call, "catalog").Length > 0)
            throw Refused(call, $"The function {function}", SqlRules.Instead(function));
        var count = call.GetProperty("children").GetArrayLength();
        if (!SqlRewrite.Replaces(function, count)) return;
        if (schema.Length > 0) throw Refused(call, $"A schema before the function {function}");
        _rewrite.Replace(function, count, OffsetOf(call));
    }

    private void LookAtUnnest(JsonElement rows)
    {
        var function = rows.GetProperty("function");
        if (!Text(function, "function_name").Equals("unnest", StringComparison.OrdinalIgnoreCase)
            || function.GetProperty("children").GetArrayLength() != 1) return;
        var isNumbered = Text(rows, "with_ordinality") == "WITH_ORDINALITY";
        var count = rows.GetProperty("column_name_alias").GetArrayLength() - (isNumbered ? 1 : 0);
        if (isNumbered && count > 1) throw Refused(rows, "WITH ORDINALITY for an array of rows");
        _rewrite.ReplaceUnnest(OffsetOf(rows), count);
    }

    private void LookAtOrder(JsonElement select)
    {
        foreach (var (column, item, isInQuery) in SqlOrder.NamesIn(select))
        {
            var name = column.GetProperty("column_names")[0].GetString()!;
            if (item < 0) throw new QueryException($"SYNTAX_ERROR: {SqlPlace.Of(_sql, OffsetOf(column))}: Column '{name}' is ambiguous");
            if (isInQuery || !_rewrite.TryReplaceName(name, OffsetOf(column), item))
                throw Refused(column, $"The name {name} of the result in this part of ORDER BY", "it in a query around this one");
        }
    }

    // A table is added twice: as the source of a query, with its conditions, and alone.
    private void AddTable(JsonElement table, IReadOnlyList<JsonElement> conditions)
    {
        if (table.TryGetProperty("at_clause", out var at) && at.ValueKind == JsonValueKind.Object)
            throw Refused(table, "A table at a time");
        var known = _tables.FindIndex(each => OffsetOf(each.Table) == OffsetOf(table));
        if (known < 0) _tables.Add((table, conditions));
        else if (conditions.Count > 0) _tables[known] = (table, conditions);
    }

    private void AddName(string name)
    {
        if (SqlRules.IsReserved(name))
            throw new QueryException($"NOT_SUPPORTED: The name '{name}' is reserved by the query engine.");
        _names.Add(name);
    }

    private SqlTable Named(JsonElement table, string database)
    {
        var (catalog, schema, name) = (Text(table, "catalog_name"), Text(table, "schema_name"), Text(table, "table_name"));
        if (catalog.Length > 0 && !catalog.Equals(DuckDatabase.Catalog, StringComparison.OrdinalIgnoreCase))
            throw new QueryException(
                $"CATALOG_NOT_FOUND: {SqlPlace.Of(_sql, OffsetOf(table))}: Catalog '{catalog}' does not exist");
        // DuckDB takes a schema name that equals the catalog's name for the catalog.
        if (schema.Equals(DuckDatabase.Catalog, StringComparison.OrdinalIgnoreCase) && catalog.Length == 0)
            throw Refused(table, $"A database with the name {schema}, without its catalog before it,");
        return new SqlTable(
            (schema.Length > 0 ? schema : database).ToLowerInvariant(),
            name.ToLowerInvariant(),
            OffsetOf(table),
            schema.Length == 0 && _names.Contains(name),
            []);
    }

    private static int Number(JsonElement parameter) => int.TryParse(Text(parameter, "identifier"), out var number)
        ? number : throw new QueryException("NOT_SUPPORTED: Parameters have no names. Write them as question marks.");

    private QueryException Refused(JsonElement element, string what, string? instead = null) =>
        new($"NOT_SUPPORTED: {SqlPlace.Of(_sql, OffsetOf(element))}: {what} is not allowed in queries."
            + (instead is null ? "" : $" Write {instead}."));
}
