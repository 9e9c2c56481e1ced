using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;
using LakeTools.Rules.Access;
using LakeTools.Rules.Permissions;

namespace LakeTools.Local.Glue.Answers;

/// <summary>
/// Resource links: databases and tables that represent others. A caller who uses one needs DESCRIBE on it, and on the target what the
/// operation needs.
/// </summary>
/// <remarks>
/// Source: developer guide, resource link handling in AWS Glue APIs. Not documented: that a table link whose target the caller may not see
/// is shown as itself (the page says so of databases), that a link's target need not be there, and what an answer is called: the link's
/// name here, with the properties of the target. A link into another account leads into that account's catalog, where its grants decide.
/// </remarks>
internal static class ResourceLinks
{
    private const string DatabaseMember = "TargetDatabase";
    private const string TableMember = "TargetTable";

    /// <summary>The permissions of a link.</summary>
    public const PermissionSet Permissions = PermissionSet.Describe | PermissionSet.Drop;

    /// <summary>
    /// Whether a database or a table of it may be a link. SQLite finds that in the documents in a fraction of the time that it takes to
    /// read them, which counts where many things are granted on.
    /// </summary>
    /// <param name="session">The transaction.</param>
    /// <param name="database">The database.</param>
    /// <param name="table">The table, or null.</param>
    /// <returns>False where neither is.</returns>
    public static bool MayBeOne(StoreSession session, string database, string? table) => session.Scalar<long>(
        $"""
        SELECT EXISTS (SELECT 1 FROM glue_database WHERE name = ?1 AND document ->> '$.{DatabaseMember}' IS NOT NULL)
            OR EXISTS (SELECT 1 FROM glue_table WHERE database = ?1 AND name = ?2 AND document ->> '$.{TableMember}' IS NOT NULL)
        """, database, table ?? "") != 0;

    public static bool IsLink(DatabaseRecord database) => database.Document[DatabaseMember] is JsonObject;

    public static bool IsLink(TableRecord table) => table.Document[TableMember] is JsonObject;

    /// <summary>Whether a new table's input makes a link.</summary>
    public static bool IsLink(JsonObject tableInput) => tableInput[TableMember] is JsonObject;

    /// <summary>
    /// The call in the catalog that it is about: that which it names, or the account that a link of its database, or of its table, leads
    /// to. There it names the target.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="tableMember">The member that names a table whose links are followed, or holds a member Name that does; null for none.
    /// </param>
    public static ApiCall Enter(ApiCall call, string? tableMember = null)
    {
        if (call.IsThroughLink) return call;
        call = CatalogAnswers.InCatalog(call);
        if (call.Input.Text("DatabaseName") is not { } given) return call;
        var table = tableMember is null ? null
            : call.Input[tableMember] is JsonObject named ? named.Text("Name") : call.Input.Text(tableMember);
        var (there, database, name) = Across(call, CatalogAnswers.Fold(given), table is null ? null : CatalogAnswers.Fold(table));
        if (there == call) return call;
        var input = call.Input.DeepClone().AsObject();
        (input["CatalogId"], input["DatabaseName"]) = (there.Lake.AccountId, database);
        if (name is not null && input[tableMember!] is JsonObject renamed) renamed["Name"] = name;
        else if (name is not null) input[tableMember!] = name;
        return there with { Input = input };
    }

    /// <summary>Follows a link of a database, or of a table, into another account; nothing else.</summary>
    /// <returns>The call there with the target's names; the call itself where there is no such link.</returns>
    public static (ApiCall Call, string Database, string? Table) Across(ApiCall call, string database, string? table)
    {
        if (CatalogStore.FindDatabase(call.Session, database) is { } found && IsLink(found))
        {
            var (there, name) = PlaceOf(call, found);
            if (there is null || there == call || name is null) return (call, database, table);
            new LakeGuard(call).RequireDatabase(database, PermissionSet.Describe);
            return (there with { IsThroughLink = true }, name, table);
        }

        if (table is null || CatalogStore.FindTable(call.Session, database, table) is not { } record || !IsLink(record))
            return (call, database, table);
        var target = record.Document[TableMember]!.AsObject();
        if (TargetCall(call, target) is not { } other || other == call || target.Text("DatabaseName") is not { } owner
            || target.Text("Name") is not { } itself) return (call, database, table);
        new LakeGuard(call).RequireTable(database, table, PermissionSet.Describe);
        return (other with { IsThroughLink = true }, CatalogAnswers.Fold(owner), CatalogAnswers.Fold(itself));
    }

    /// <summary>The name of the database that a name represents: itself, or the target of a link.</summary>
    public static string DatabaseOf(ApiCall call, LakeGuard guard, string name)
    {
        if (CatalogStore.FindDatabase(call.Session, name) is not { } database || !IsLink(database)) return name;
        guard.RequireDatabase(name, PermissionSet.Describe);
        return Target(call, database) ?? throw CatalogAnswers.DatabaseNotFound(name);
    }

    /// <summary>The database behind a link in its own account; null if it is not there, or a link itself.</summary>
    public static string? Target(ApiCall call, DatabaseRecord link) => PlaceOf(call, link) is var (there, name) && there == call
        && name is not null && CatalogStore.FindDatabase(call.Session, name) is { } found && !IsLink(found) ? name : null;

    /// <summary>The table behind a link in its own account; null if it is not there, or a link itself.</summary>
    public static TableRecord? Target(ApiCall call, TableRecord link) =>
        TargetOf(call, link) is var (there, found) && there == call ? found : null;

    // The call in the account of a link's target, and the target, where that is in the lake and no link itself.
    private static (ApiCall? Call, TableRecord? Table) TargetOf(ApiCall call, TableRecord link)
    {
        var target = link.Document[TableMember]!.AsObject();
        var there = TargetCall(call, target);
        var found = there is not null && target.Text("DatabaseName") is { } database && target.Text("Name") is { } name
            ? CatalogStore.FindTable(there.Session, CatalogAnswers.Fold(database), CatalogAnswers.Fold(name)) : null;
        return (there, found is null || IsLink(found) ? null : found);
    }

    private static (ApiCall? Call, string? Name) PlaceOf(ApiCall call, DatabaseRecord link)
    {
        var target = link.Document[DatabaseMember]!.AsObject();
        return (TargetCall(call, target), target.Text("DatabaseName") is { } text ? CatalogAnswers.Fold(text) : null);
    }

    /// <summary>The table that names represent, over a link of the database or one of the table.</summary>
    public static (string Database, string Table) Follow(ApiCall call, LakeGuard guard, string database, string table)
    {
        var real = DatabaseOf(call, guard, database);
        if (CatalogStore.FindTable(call.Session, real, table) is not { } record || !IsLink(record)) return (real, table);
        if (real != database || call.IsThroughLink) throw TwoLinks();
        guard.RequireTable(real, table, PermissionSet.Describe);
        var target = Target(call, record) ?? throw CatalogAnswers.TableNotFound();
        return (target.Database, target.Name);
    }

    /// <summary>A database as a caller sees it who sees the record itself: a link with the properties of its target.</summary>
    public static JsonObject Show(ApiCall call, LakeGuard guard, DatabaseRecord database)
    {
        var answer = CatalogAnswers.ToWire(database, call.Lake);
        if (!IsLink(database) || PlaceOf(call, database) is not ({ } there, { } name)) return answer;
        if (CatalogStore.FindDatabase(there.Session, name) is not { } target || IsLink(target)) return answer;
        if (!(there == call ? guard : new LakeGuard(there)).Decision.OnDatabase(name).IsVisible) return answer;
        var shown = CatalogAnswers.ToWire(target, there.Lake);
        return Named(shown, answer, DatabaseMember, "Name", "CatalogId", "CreateTime");
    }

    /// <summary>A table as a caller sees it who sees the record itself: a link with the properties of its target.</summary>
    public static JsonObject Show(ApiCall call, LakeGuard guard, TableRecord table, LakeRights rights, bool isFollowed)
    {
        var answer = CatalogAnswers.ToWire(table, rights, call);
        if (!isFollowed || !IsLink(table) || TargetOf(call, table) is not ({ } there, { } target)) return answer;
        var onTarget = (there == call ? guard : new LakeGuard(there)).Decision.OnTable(target.Database, target.Name);
        return onTarget.IsVisible
            ? Named(CatalogAnswers.ToWire(target, onTarget, there), answer, TableMember, "Name", "DatabaseName", "CatalogId", "CreatedBy")
            : answer;
    }

    /// <summary>
    /// Whether the input of a new definition names no target, or the one that the link has. Any other would be dropped: an update of a link
    /// changes what the link represents, and a database or table does not become a link.
    /// </summary>
    public static bool KeepsTarget(ApiCall call, JsonObject input, DatabaseRecord? former) =>
        KeepsTarget(call, input, former?.Document, DatabaseMember);

    /// <inheritdoc cref="KeepsTarget(ApiCall, JsonObject, DatabaseRecord)"/>
    public static bool KeepsTarget(ApiCall call, JsonObject input, TableRecord? former) =>
        KeepsTarget(call, input, former?.Document, TableMember);

    private static bool KeepsTarget(ApiCall call, JsonObject input, JsonObject? former, string member) =>
        input[member] is not JsonObject given
            || (former?[member] is JsonObject target && NamesOf(call, given) == NamesOf(call, target));

    private static (string Catalog, string Region, string Database, string Table) NamesOf(ApiCall call, JsonObject target) =>
    (
        target.Text("CatalogId") ?? call.Lake.AccountId,
        target.Text("Region") is { Length: > 0 } region ? region : call.Lake.Region,
        CatalogAnswers.Fold(target.Text("DatabaseName") ?? ""),
        CatalogAnswers.Fold(target.Text("Name") ?? "")
    );

    // AWS documents no way to change a target.
    public static ApiException FixedTarget() => new("InvalidInputException",
        "The target of a resource link cannot be changed, and only a resource link has one. Delete the link, and create it again.");

    public static ApiException TwoLinks() =>
        new("InvalidInputException", "Following a table resource link through a database resource link is not supported.");

    private static JsonObject Named(JsonObject shown, JsonObject link, params ReadOnlySpan<string> members)
    {
        foreach (var member in members) shown[member] = link[member]?.DeepClone();
        return shown;
    }

    // Null if the target is in another Region, or in an account that is not in the lake.
    private static ApiCall? TargetCall(ApiCall call, JsonObject target) =>
        target.Text("Region") is { Length: > 0 } region && region != call.Lake.Region ? null
            : call.In(target.Text("CatalogId") ?? call.Lake.AccountId);
}
