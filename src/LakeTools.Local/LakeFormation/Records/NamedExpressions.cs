using System.Text.Json.Nodes;
using LakeTools.Local.Store;
using Microsoft.Data.Sqlite;

namespace LakeTools.Local.LakeFormation.Records;

/// <summary>The named expressions of a lake. Knows nothing of permissions.</summary>
internal static class NamedExpressions
{
    private const string Columns = "name, description, expression, creator";

    public static long Count(StoreSession session) => session.Scalar<long>("SELECT count(*) FROM lf_tag_expression");

    public static NamedExpression? Find(StoreSession session, string name) =>
        session.First($"SELECT {Columns} FROM lf_tag_expression WHERE name = ?1", Read, name);

    public static string? CreatorOf(StoreSession session, string name) =>
        session.Scalar<string>("SELECT creator FROM lf_tag_expression WHERE name = ?1", name);

    public static List<NamedExpression> After(StoreSession session, string name, int count) =>
        session.Query($"SELECT {Columns} FROM lf_tag_expression WHERE name > ?1 ORDER BY name LIMIT {count}", Read, name);

    public static void Save(StoreSession session, NamedExpression expression) => session.Execute(
        $"INSERT OR REPLACE INTO lf_tag_expression ({Columns}) VALUES (?1, ?2, ?3, ?4)",
        expression.Name, expression.Description, ResourceWire.Write(expression.Expression).ToJsonString(), expression.Creator);

    public static void Remove(StoreSession session, string name) => session.Execute("DELETE FROM lf_tag_expression WHERE name = ?1", name);

    private static NamedExpression Read(SqliteDataReader row) => new(
        row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1),
        ResourceWire.ReadExpression(JsonNode.Parse(row.GetString(2))!.AsArray().Select(condition => condition!.AsObject())),
            row.GetString(3));
}
