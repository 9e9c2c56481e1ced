using System.Data.Common;
using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Amazon.Runtime;
using DuckDB.NET.Data;
using LakeTools.Core;
using LakeTools.Core.Data.Import;
using LakeTools.Core.Data.Rows;
using LakeTools.Core.Data.Tables;
using LakeTools.Core.Queries;
using LakeTools.Query;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Permissions;
using LakeTools.Tests.Local;

namespace LakeTools.Tests.Queries;

/// <summary>
/// A query of the lake says what a plain DuckDB says of the rows that Import-LakeData gives the principal: for random lakes, grants and
/// queries. The one goes by Athena's API, vended credentials, projection and partitions that are left out; the other has all rows
/// beforehand.
/// </summary>
public sealed class QueryLakeTests
{
    private const int QueriesOfLake = 12;
    private const string Denied = "denied";

    private static readonly (string Database, string Name)[] s_tables =
        [("sales", "orders"), ("sales", "customers"), ("links", "o"), ("links", "c")];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_query_says_what_it_says_of_the_rows_that_the_principal_may_read()
    {
        QueryEngines.Use(new DuckEngine());
        var lakes = int.Parse(Environment.GetEnvironmentVariable("LAKETOOLS_QUERY_LAKES") ?? "8", CultureInfo.InvariantCulture);
        var outcomes = new Dictionary<string, int>();
        for (var seed = 0; seed < lakes; seed++)
        {
            var random = new Random(seed);
            using var lake = await RandomQueryLake.MakeAsync(random, Token);
            var connection = lake.Lake.Connect(TestLake.Analyst);
            var closed = new List<string>();
            using var plain = await PlainAsync(connection, closed);
            for (var i = 0; i < QueriesOfLake; i++)
            {
                var (sql, isOrdered) = new RandomQuery(random).Next();
                // A table that may not be read is denied before anything else of the query is looked at.
                var expected = closed.Exists(name => Names(sql, name)) ? ["!" + Denied] : Expected(plain, sql);
                var answer = await AnswerAsync(connection, sql, random.Next(2) == 0);
                if (!isOrdered) (expected, answer) = (Sorted(expected), Sorted(answer));
                Assert.True(expected.SequenceEqual(answer), $"seed {seed}: {sql}\nin {lake.Story}\nexpected:\n"
                    + $"{string.Join('\n', expected)}\nanswered:\n{string.Join('\n', answer)}");
                var outcome = answer is [var only] && only.StartsWith('!') ? only : answer.Length > 0 ? "rows" : "no rows";
                outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
            }
        }

        // Else little was compared.
        Assert.Equal(["!COLUMN_NOT_FOUND", "!INVALID_CAST_ARGUMENT", "!denied", "no rows", "rows"],
            outcomes.Keys.Order(StringComparer.Ordinal));
        Assert.True(outcomes["rows"] > lakes * QueriesOfLake / 4, string.Join(", ", outcomes));
    }

    /// <summary>A database with the rows that the principal may read; without the tables that it may not, which are closed.</summary>
    private static async Task<DuckDBConnection> PlainAsync(LakeConnection connection, List<string> closed)
    {
        var duck = new DuckDBConnection("DataSource=:memory:");
        duck.Open();
        Run(duck, "ATTACH ':memory:' AS awsdatacatalog; USE awsdatacatalog; CREATE SCHEMA sales; CREATE SCHEMA links");
        Run(duck, "USE awsdatacatalog.sales");
        // As Athena has them.
        Run(duck, "SET default_null_order = 'nulls_last'; SET errors_as_json = false");
        foreach (var (database, name) in s_tables)
        {
            try
            {
                var address = new TableAddress(database, name);
                var layout = await TableCatalog.GetAsync(connection, address, PermissionSet.Select, Token);
                var columns = layout.Columns.Concat(layout.PartitionKeys).ToList();
                var rows = new List<IReadOnlyList<object?>>();
                var options = new DataImportOptions { OnBadRow = error => throw error };
                await foreach (var batch in DataImport.ReadTableAsync(connection, address, options, null, Token))
                    rows.AddRange(batch.Rows.Select(row => row.Values));
                if (columns.Count == 0)
                {
                    closed.Add($"{database}.{name}");
                    continue;
                }

                var typed = string.Join(", ", columns.Select(column => $"{column.Name} {column.Type}"));
                Run(duck, $"CREATE TABLE {database}.{name} ({typed})");
                foreach (var some in rows.Chunk(100))
                {
                    using var insert = duck.CreateCommand();
                    var marks = $"({string.Join(", ", columns.Select(_ => "?"))})";
                    insert.CommandText = $"INSERT INTO {database}.{name} VALUES {string.Join(", ", some.Select(_ => marks))}";
                    foreach (var value in some.SelectMany(row => row))
                        insert.Parameters.Add(new DuckDBParameter { Value = value ?? DBNull.Value });
                    insert.ExecuteNonQuery();
                }
            }
            catch (Exception error) when (error is LakeException { Category: LakeErrorCategory.PermissionDenied }
                or LakeException { Id: nameof(Fault.TableNotFound) } or AmazonServiceException { ErrorCode: "AccessDeniedException" })
            {
                closed.Add($"{database}.{name}");
            }
        }

        return duck;
    }

    private static bool Names(string sql, string table) =>
        Regex.IsMatch(sql, table.StartsWith("sales.", StringComparison.Ordinal) ? $@"\b{table[6..]}\b" : $@"\b{Regex.Escape(table)}\b");

    private static string[] Expected(DuckDBConnection plain, string sql)
    {
        try
        {
            using var command = plain.CreateCommand();
            command.CommandText = sql;
            using var reader = command.ExecuteReader();
            var rows = new List<string>();
            while (reader.Read())
            {
                var values = Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.IsDBNull(i) ? null : reader.GetValue(i)));
                rows.Add(string.Join("|", values));
            }

            return [.. rows];
        }
        catch (DbException error)
        {
            return ["!" + (error.Message.Split(':')[0] switch
            {
                "Binder Error" => "COLUMN_NOT_FOUND",
                "Conversion Error" => "INVALID_CAST_ARGUMENT",
                _ => error.Message,
            })];
        }
    }

    private static async Task<string[]> AnswerAsync(LakeConnection connection, string sql, bool isInBucket)
    {
        var (service, progress) = (new QueryService(connection), new Progress<LakeProgress>());
        var start = new QueryStart(sql)
        {
            DatabaseName = "sales",
            OutputLocation = isInBucket ? $"s3://{RandomQueryLake.Bucket}/results/" : null,
        };
        try
        {
            var query = await service.WaitAsync(await service.StartAsync(start, Token).ReadAsync(Token), null, progress, Token);
            var rows = new List<string>();
            await foreach (var batch in new QueryReader(connection).ReadAsync(query, progress, Token))
                rows.AddRange(batch.Rows.Select(row => string.Join("|", row.Values.Select(Text))));
            return [.. rows];
        }
        catch (LakeException error) when (error.Target is LakeQuery query)
        {
            return ["!" + (error.Id == nameof(Fault.QueryAccessDenied) || IsDenial(query.ErrorMessage!) ? Denied
                : query.ErrorMessage!.Split(':')[0])];
        }
    }

    private static bool IsDenial(string reason) => reason.StartsWith("Insufficient permissions", StringComparison.Ordinal)
        || reason.StartsWith("TABLE_NOT_FOUND", StringComparison.Ordinal);

    private static string[] Sorted(string[] rows) => [.. rows.Order(StringComparer.Ordinal)];

    private static string Text(object? value) => value switch
    {
        null => "NULL",
        bool truth => truth ? "true" : "false",
        DateOnly date => Text(date.ToDateTime(TimeOnly.MinValue)),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.##########", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        BigInteger number => number.ToString(CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static void Run(DuckDBConnection duck, string sql)
    {
        using var command = duck.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
