using System.Text.Json.Nodes;
using LakeTools.Local.Store;
using Microsoft.Data.Sqlite;

namespace LakeTools.Local.CloudTrail;

/// <summary>The trails of an account in the store.</summary>
internal static class Trails
{
    private const string Columns = "name, settings, is_logging, started, stopped, delivered, delivery_error";

    public static Trail? Find(StoreSession session, string name) =>
        session.First($"SELECT {Columns} FROM cloudtrail_trail WHERE name = ?1", Read, name);

    public static List<Trail> All(StoreSession session) =>
        session.Query($"SELECT {Columns} FROM cloudtrail_trail ORDER BY name", Read);

    public static void Insert(StoreSession session, string name, JsonObject settings) => session.Execute(
        "INSERT INTO cloudtrail_trail (name, settings) VALUES (?1, ?2)", name, settings.ToJsonString());

    public static void Delete(StoreSession session, string name) => session.Execute("DELETE FROM cloudtrail_trail WHERE name = ?1", name);

    public static void Start(StoreSession session, string name, long now) =>
        session.Execute("UPDATE cloudtrail_trail SET is_logging = 1, started = ?2 WHERE name = ?1 AND is_logging = 0", name, now);

    public static void Stop(StoreSession session, string name, long now) =>
        session.Execute("UPDATE cloudtrail_trail SET is_logging = 0, stopped = ?2 WHERE name = ?1 AND is_logging = 1", name, now);

    public static void Delivered(StoreSession session, string name, long? at, string? error) => session.Execute(
        "UPDATE cloudtrail_trail SET delivered = coalesce(?2, delivered), delivery_error = ?3 WHERE name = ?1", name, at, error);

    private static Trail Read(SqliteDataReader row) => new(
        row.GetString(0),
        JsonNode.Parse(row.GetString(1))!.AsObject(),
        row.GetBoolean(2),
        Time(row, 3),
        Time(row, 4),
        Time(row, 5),
        row.IsDBNull(6) ? null : row.GetString(6));

    private static long? Time(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
}
