using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.Wire;
using LakeTools.Rules.Access;
using LakeTools.Rules.Permissions;

namespace LakeTools.Local.Glue.Answers;

/// <summary>
/// Resource links: databases and tables that stand for others. Whoever goes through one needs DESCRIBE on it, and on the target what the
/// operation needs.
/// </summary>
/// <remarks>
/// Source: developer guide, resource link handling in AWS Glue APIs. Not documented: that a table link whose target the caller may not see
/// is shown as itself (the page says so of databases), that a link's target need not be there, and what an answer is called: the link's
/// name here, with the properties of the target.
/// </remarks>
internal static class ResourceLinks
{
    private const string DatabaseMember = "TargetDatabase";
    private const string TableMember = "TargetTable";

    /// <summary>What a link takes.</summary>
    public const PermissionSet Permissions = PermissionSet.Describe | PermissionSet.Drop;

    public static bool IsLink(DatabaseRecord database) => database.Document[DatabaseMember] is JsonObject;

    public static bool IsLink(TableRecord table) => table.Document[TableMember] is JsonObject;

    /// <summary>Whether a new table's input makes a link.</summary>
    public static bool IsLink(JsonObject tableInput) => tableInput[TableMember] is JsonObject;

    /// <summary>The name of the database that a name stands for: itself, or the target of a link.</summary>
    public static string DatabaseOf(ApiCall call, LakeGuard guard, string name)
    {
        if (CatalogStore.FindDatabase(call.Session, name) is not { } database || !IsLink(database)) return name;
        guard.RequireDatabase(name, PermissionSet.Describe);
        return Target(call, database) ?? throw CatalogAnswers.DatabaseNotFound(name);
    }

    /// <summary>The database behind a link; null where it is not in this lake, or a link itself.</summary>
    public static string? Target(ApiCall call, DatabaseRecord link)
    {
        var target = link.Document[DatabaseMember]!.AsObject();
        var name = target.Text("DatabaseName") is { } text ? CatalogAnswers.Fold(text) : null;
        return IsHere(call, target) && name is not null && CatalogStore.FindDatabase(call.Session, name) is { } found && !IsLink(found)
            ? name : null;
    }

    /// <summary>The table behind a link; null where it is not in this lake, or a link itself.</summary>
    public static TableRecord? Target(ApiCall call, TableRecord link)
    {
        var target = link.Document[TableMember]!.AsObject();
        return IsHere(call, target) && target.Text("DatabaseName") is { } database && target.Text("Name") is { } name
            && CatalogStore.FindTable(call.Session, CatalogAnswers.Fold(database), CatalogAnswers.Fold(name)) is { } found && !IsLink(found)
            ? found : null;
    }

    /// <summary>The table that names stand for, over a link of the database or one of the table.</summary>
    public static (string Database, string Table) Follow(ApiCall call, LakeGuard guard, string database, string table)
    {
        var real = DatabaseOf(call, guard, database);
        if (CatalogStore.FindTable(call.Session, real, table) is not { } record || !IsLink(record)) return (real, table);
        if (real != database) throw TwoLinks();
        guard.RequireTable(real, table, PermissionSet.Describe);
        var target = Target(call, record) ?? throw CatalogAnswers.TableNotFound();
        return (target.Database, target.Name);
    }

    /// <summary>A database as a caller sees it who sees the record itself: a link with the properties of its target.</summary>
    public static JsonObject Show(ApiCall call, LakeGuard guard, DatabaseRecord database)
    {
        var answer = CatalogAnswers.ToWire(database, call.Lake);
        if (!IsLink(database) || Target(call, database) is not { } target || !guard.Decision.OnDatabase(target).IsVisible) return answer;
        var shown = CatalogAnswers.ToWire(CatalogStore.FindDatabase(call.Session, target)!, call.Lake);
        return Named(shown, answer, DatabaseMember, "Name", "CatalogId", "CreateTime");
    }

    /// <summary>A table as a caller sees it who sees the record itself: a link with the properties of its target.</summary>
    public static JsonObject Show(ApiCall call, LakeGuard guard, TableRecord table, LakeRights rights, bool isFollowed)
    {
        var answer = CatalogAnswers.ToWire(table, rights, call);
        if (!isFollowed || !IsLink(table) || Target(call, table) is not { } target) return answer;
        var onTarget = guard.Decision.OnTable(target.Database, target.Name);
        return onTarget.IsVisible
            ? Named(CatalogAnswers.ToWire(target, onTarget, call), answer, TableMember, "Name", "DatabaseName", "CatalogId") : answer;
    }

    public static ApiException TwoLinks() =>
        new("InvalidInputException", "Following a table resource link through a database resource link is not supported.");

    private static JsonObject Named(JsonObject shown, JsonObject link, params ReadOnlySpan<string> members)
    {
        foreach (var member in members) shown[member] = link[member]?.DeepClone();
        return shown;
    }

    private static bool IsHere(ApiCall call, JsonObject target) =>
        (target.Text("CatalogId") ?? call.Lake.AccountId) == call.Lake.AccountId
        && (target.Text("Region") is not { Length: > 0 } region || region == call.Lake.Region);
}
