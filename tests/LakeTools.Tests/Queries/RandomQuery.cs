namespace LakeTools.Tests.Queries;

/// <summary>Queries over the tables of <see cref="RandomQueryLake"/>, of SQL that says the same in any order of rows.</summary>
/// <param name="random">Chance.</param>
internal sealed class RandomQuery(Random random)
{
    private static readonly string[] s_orders = ["id", "region", "amount", "day", "seen", "ratio", "paid", "year", "month"];
    private static readonly string[] s_customers = ["region", "name", "rank"];

    private static readonly string[] s_ofOrders =
    [
        "id > 3", "id % 2 = 0", "region = 'EU'", "region IS NULL", "region LIKE '%o%'", "amount >= 2.50", "day < DATE '2026-01-10'",
        "seen >= TIMESTAMP '2026-01-02 00:00:00.007'", "ratio * 2 > 0", "paid", "year = '2026'", "year IN ('2024', '2025')",
        "year > '2024'", "month > 1", "month IN (1, 2)", "month = 2 OR paid",
        "true", "id < 0 OR true", "NOT (region = 'US')", "coalesce(amount, 0) = 0", "region = 'O''Neil'", "id BETWEEN 2 AND 6",
        "region IN (SELECT c.region FROM {customers} c WHERE c.rank > 1)",
        "EXISTS (SELECT 1 FROM {customers} c WHERE c.region = t.region)",
    ];

    private static readonly string[] s_ofCustomers =
    [
        "rank > 1", "name = 'EU'", "name LIKE '%e%'", "region IS NOT NULL", "rank IN (1, 2)", "name <> region", "length(name) > 2", "true",
    ];

    private readonly Dictionary<string, string> _names = new()
    {
        ["{orders}"] = One(random, ["orders", "sales.orders", "awsdatacatalog.sales.orders", "links.o"]),
        ["{customers}"] = One(random, ["customers", "sales.customers", "links.c"]),
    };

    /// <summary>A query.</summary>
    public (string Sql, bool IsOrdered) Next()
    {
        var isOrders = random.Next(3) > 0;
        var (table, columns, tests) = isOrders ? ("{orders}", s_orders, s_ofOrders) : ("{customers}", s_customers, s_ofCustomers);
        var (first, second) = (One(columns), One(columns));
        var where = random.Next(4) == 0 ? "" : $" WHERE {One(tests)}{(random.Next(2) == 0 ? "" : $" AND {One(tests)}")}";
        var number = isOrders ? One(["id", "amount", "ratio"]) : "rank";
        var sql = random.Next(14) switch
        {
            0 => $"SELECT * FROM {table} t{where}",
            1 => $"SELECT {first}, {second} AS again FROM {table} t{where}",
            2 => $"SELECT {first}, count(*), count({second}), sum({number}), min({second}), max({second}) FROM {table} t{where} "
                + $"GROUP BY {first}",
            3 => $"SELECT count(*), sum({number}), count(DISTINCT {first}) FROM {table} t{where}",
            4 => $"SELECT {first}, {second} AS again FROM {table} t{where} ORDER BY 1{One(["", " DESC"])}, 2 LIMIT {random.Next(1, 9)}",
            5 => $"SELECT DISTINCT {first} FROM {table} t{where}",
            6 => $"SELECT c.name, o.id FROM (SELECT * FROM {{orders}} t WHERE {One(s_ofOrders)}) o {One(["JOIN", "LEFT JOIN"])} "
                + "{customers} c ON o.region = c.region",
            7 => $"WITH o AS (SELECT * FROM {table} t{where}) SELECT {first}, count(*) FROM o GROUP BY {first} HAVING count(*) > 1",
            8 => $"SELECT upper(region), {number} + 1, {number} * 2, CASE WHEN {first} IS NULL THEN 'none' ELSE 'some' END FROM {table} t"
                + where,
            9 => $"SELECT {first} FROM {table} t{where} UNION ALL SELECT {first} FROM {table} t WHERE {One(tests)}",
            10 => "SELECT c.name, sum(t.amount), max(t.seen) FROM {customers} c JOIN {orders} t USING (region) GROUP BY c.name",
            11 => "SELECT o.id FROM {orders} o WHERE o.year = '2026' UNION ALL SELECT o.id FROM {orders} o WHERE " + One(s_ofOrders[..9]),
            12 => $"SELECT CAST(region AS INTEGER) FROM {table} t{where}",
            _ => $"SELECT count(*) FROM {table}",
        };
        foreach (var (key, name) in _names) sql = sql.Replace(key, name, StringComparison.Ordinal);
        return (sql, sql.Contains("ORDER BY", StringComparison.Ordinal));
    }

    private static T One<T>(Random random, T[] from) => from[random.Next(from.Length)];

    private T One<T>(T[] from) => One(random, from);
}
