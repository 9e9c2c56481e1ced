using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Wire;
using Microsoft.Data.Sqlite;

namespace LakeTools.Local.Athena;

/// <summary>
/// The work groups of an account. <c>primary</c> is always there; in the embedded lake it keeps results itself
/// (ManagedQueryResultsConfiguration), so a query needs no bucket.
/// </summary>
/// <param name="call">The call, for its transaction.</param>
internal sealed class WorkGroupStore(ApiCall call)
{
    /// <summary>The work group of calls that name none.</summary>
    public const string Primary = "primary";

    /// <summary>The only engine.</summary>
    public const string Engine = "Athena engine version 3";

    public WorkGroup? Find(string name) =>
        call.Session.First("SELECT name, document, created FROM athena_work_group WHERE name = ?1", Read, name)
        ?? (name == Primary ? First() : null);

    /// <exception cref="ApiException">It does not exist.</exception>
    public WorkGroup Existing(string? name) => Find(name ?? Primary)
        ?? throw new ApiException("InvalidRequestException", $"WorkGroup {name} is not found.");

    /// <summary>All of them, by name.</summary>
    public List<WorkGroup> All()
    {
        var all = call.Session.Query("SELECT name, document, created FROM athena_work_group ORDER BY name", Read);
        if (!all.Exists(group => group.Name == Primary)) all.Add(First());
        return [.. all.OrderBy(group => group.Name, StringComparer.Ordinal)];
    }

    public void Save(WorkGroup group) => call.Session.Execute(
        "INSERT OR REPLACE INTO athena_work_group (name, document, created) VALUES (?1, ?2, ?3)",
        group.Name, group.Document.ToJsonString(), group.Created);

    public void Remove(string name) => call.Session.Execute("DELETE FROM athena_work_group WHERE name = ?1", name);

    /// <summary>The default configuration of a workgroup.</summary>
    public static JsonObject Defaults() => new()
    {
        ["EnforceWorkGroupConfiguration"] = true,
        ["PublishCloudWatchMetricsEnabled"] = false,
        ["RequesterPaysEnabled"] = false,
        ["EngineVersion"] = new JsonObject { ["SelectedEngineVersion"] = "AUTO", ["EffectiveEngineVersion"] = Engine },
    };

    private static WorkGroup Read(SqliteDataReader row) =>
        new(row.GetString(0), JsonNode.Parse(row.GetString(1))!.AsObject(), row.GetInt64(2));

    private static WorkGroup First()
    {
        var configuration = Defaults();
        configuration["EnforceWorkGroupConfiguration"] = false;
        configuration["ManagedQueryResultsConfiguration"] = new JsonObject { ["Enabled"] = true };
        return new WorkGroup(Primary, new JsonObject { ["State"] = "ENABLED", ["Configuration"] = configuration }, 0);
    }
}
