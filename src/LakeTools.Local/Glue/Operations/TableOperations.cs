using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Answers;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.Glue.Iceberg;
using LakeTools.Local.Identity;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.Wire;
using LakeTools.Rules.Access;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Local.Glue.Operations;

/// <summary>CreateTable, GetTable, GetTables, UpdateTable, DeleteTable, BatchDeleteTable.</summary>
internal static class TableOperations
{
    private const int DefaultPage = 100;

    public static JsonObject Create(ApiCall call)
    {
        var iceberg = IcebergTables.Input(call);
        var input = iceberg ?? call.Input["TableInput"] as JsonObject
            ?? throw new ApiException("InvalidInputException", "TableInput must be present.");
        var database = DatabaseOperations.Existing(call, call.Input.Required("DatabaseName"), PermissionSet.CreateTable);
        var name = CatalogAnswers.Fold(input.Required("Name"));
        RequireOneName(call, name);
        if (ResourceLinks.IsLink(input))
        {
            if (call.IsThroughLink || database.Name != CatalogAnswers.Fold(call.Input.Required("DatabaseName")))
                throw ResourceLinks.TwoLinks();
            if (input["TargetTable"]!.AsObject() is var link && (link.Text("DatabaseName") is null || link.Text("Name") is null))
                throw new ApiException("InvalidInputException", "TargetTable must have a DatabaseName and a Name.");
        }

        new LakeGuard(call).RequireLocations(StorageLocations.Of(input), database.Document.Text("LocationUri"));
        if (CatalogStore.HasTable(call.Session, database.Name, name))
            throw new ApiException("AlreadyExistsException", "Table already exists.");
        if (iceberg is not null) IcebergTables.Begin(call, iceberg);
        var now = call.Lake.Clock.Now();
        var table = new TableRecord(database.Name, name, Document(input), call.Caller.PrincipalArn, call.Caller.SessionArn, now, now, 0);
        CatalogStore.Save(call.Session, table);
        foreach (var index in call.Input.Items("PartitionIndexes")) PartitionIndexes.Add(call, table, index);
        DatabaseOperations.GrantDefaults(call, database.Document, DatabaseOperations.TableDefaults,
            LakeResource.Table(database.Name, name, call.Lake.AccountId));
        return [];
    }

    public static JsonObject Get(ApiCall call)
    {
        var (table, rights) = ItselfOf(call, call.Input.Required("Name"), PermissionSet.Describe);
        var shown = ResourceLinks.Show(call, new LakeGuard(call), table, rights, IsOf(call, table));
        return new JsonObject { ["Table"] = TableAttributes.Cut(call, shown, table, rights) };
    }

    public static JsonObject GetAll(ApiCall call)
    {
        var database = DatabaseOperations.Existing(call, call.Input.Required("DatabaseName"), PermissionSet.Describe);
        var pattern = NamePattern.Parse(call.Input.Text("Expression"));
        var onlyFederated = call.Input.Text("ResourceShareType") == "FEDERATED";
        var guard = new LakeGuard(call);
        var decision = guard.Decision;
        var (page, next) = new Page(call.Input, PageForm.Glue, call.Operation, DefaultPage).Walk(
            new TableCandidates(call, guard, database.Name).After,
            table => table.Name,
            table => pattern?.IsMatch(table.Name) != false
                && (!onlyFederated || table.Document["FederatedTable"] is not null)
                && decision.OnTable(table.Database, table.Name) is { IsVisible: true } rights
                ? TableAttributes.Cut(call, ResourceLinks.Show(call, guard, table, rights, IsOf(call, table)), table, rights)
                : null);
        return new JsonObject { ["TableList"] = page }.With("NextToken", next);
    }

    /// <summary>Changes a table, or the target of a link.</summary>
    /// <param name="asked">The call, about the link itself: whether its target stays is known there only.</param>
    public static JsonObject Update(ApiCall asked)
    {
        asked = CatalogAnswers.InCatalog(asked);
        var (input, name) = Given(asked);
        var isTargetKept = input is null || ResourceLinks.KeepsTarget(asked, input,
            CatalogStore.FindTable(asked.Session, CatalogAnswers.Fold(asked.Input.Required("DatabaseName")), CatalogAnswers.Fold(name)));
        var call = ResourceLinks.Enter(asked, "TableInput");
        var (table, _) = Existing(call, (call.Input["TableInput"] as JsonObject)?.Text("Name") ?? name, PermissionSet.Alter);
        if (!isTargetKept) throw ResourceLinks.FixedTarget();
        if (call.Input.Text("VersionId") is { } version
            && version != table.Version.ToString(System.Globalization.CultureInfo.InvariantCulture))
            throw new ApiException("ConcurrentModificationException", "Update table failed due to concurrent modifications.");
        var document = input is null ? IcebergTables.Change(call, table) : Target(input);
        new LakeGuard(call).RequireLocations(
            StorageLocations.Of(document).Except(StorageLocations.Of(table.Document), S3Location.SamePlace));
        if (!call.Input.Flag("SkipArchive")) CatalogStore.Archive(call.Session, table);
        CatalogStore.Save(call.Session,
            table with { Document = document, Updated = call.Lake.Clock.Now(), Version = table.Version + 1 });
        return [];
    }

    public static JsonObject Delete(ApiCall call)
    {
        Remove(call, ItselfOf(call, call.Input.Required("Name"), PermissionSet.Drop).Table);
        return [];
    }

    public static JsonObject BatchDelete(ApiCall call)
    {
        var errors = new JsonArray();
        foreach (var name in call.Input.Texts("TablesToDelete")!)
        {
            try
            {
                Remove(call, ItselfOf(call, name, PermissionSet.Drop).Table);
            }
            catch (ApiException error)
            {
                errors.Add(new JsonObject
                {
                    ["TableName"] = name,
                    ["ErrorDetail"] = new JsonObject { ["ErrorCode"] = error.Code, ["ErrorMessage"] = error.Message },
                });
            }
        }

        return new JsonObject { ["Errors"] = errors };
    }

    // The input of UpdateTable and the name of its table; without an input it is a change of Iceberg metadata.
    private static (JsonObject? Input, string Name) Given(ApiCall call)
    {
        var input = call.Input["TableInput"] as JsonObject;
        if (call.Input["UpdateOpenTableFormatInput"] is not JsonObject)
        {
            if (input is null) throw new ApiException("InvalidInputException", "TableInput must be present.");
            RequireOneName(call, CatalogAnswers.Fold(input.Required("Name")));
            return (input, input.Required("Name"));
        }

        if (input is not null)
            throw new ApiException("InvalidInputException", "Table metadata information present at multiple parts of input request");
        return (null, call.Input.Text("Name") ?? throw new ApiException("InvalidInputException", "Name must be present."));
    }

    // Which of two names AWS would use is not documented.
    private static void RequireOneName(ApiCall call, string name)
    {
        if (call.Input.Text("Name") is { } other && CatalogAnswers.Fold(other) != name)
            throw new ApiException("InvalidInputException", $"Name is {other}, and the Name of TableInput is {name}.");
    }

    /// <summary>
    /// The table of the call's database, if the caller may use it so. A caller who may not see it is refused whether it exists or not.
    /// Resource links are followed.
    /// </summary>
    internal static (TableRecord Table, LakeRights Rights) Existing(ApiCall call, string given, params ReadOnlySpan<PermissionSet> anyOf)
    {
        var guard = new LakeGuard(call);
        var (database, name) = ResourceLinks.Follow(
            call, guard, CatalogAnswers.Fold(call.Input.Required("DatabaseName")), CatalogAnswers.Fold(given));
        return Existing(call, guard, database, name, anyOf);
    }

    /// <summary>Whether a call is about partitions through two links, which lists answer with nothing.</summary>
    internal static bool IsThroughTwoLinks(ApiCall call, string given)
    {
        var asked = CatalogAnswers.Fold(call.Input.Required("DatabaseName"));
        var database = ResourceLinks.DatabaseOf(call, new LakeGuard(call), asked);
        return (database != asked || call.IsThroughLink)
            && CatalogStore.FindTable(call.Session, database, CatalogAnswers.Fold(given)) is { } table && ResourceLinks.IsLink(table);
    }

    // The table itself, be it a link: over a link of the database, and no further.
    private static (TableRecord Table, LakeRights Rights) ItselfOf(ApiCall call, string given, PermissionSet permission)
    {
        var guard = new LakeGuard(call);
        var database = ResourceLinks.DatabaseOf(call, guard, CatalogAnswers.Fold(call.Input.Required("DatabaseName")));
        return Existing(call, guard, database, CatalogAnswers.Fold(given), permission);
    }

    // Whether a table is in the database that the call names, and not behind a link of it.
    private static bool IsOf(ApiCall call, TableRecord table) =>
        !call.IsThroughLink && table.Database == CatalogAnswers.Fold(call.Input.Required("DatabaseName"));

    private static (TableRecord Table, LakeRights Rights) Existing(ApiCall call, LakeGuard guard, string database, string name,
        params ReadOnlySpan<PermissionSet> anyOf)
    {
        if (CatalogStore.FindTable(call.Session, database, name) is not { } table)
        {
            // That a table does not exist is said to who would see it, or may create it (aws-sdk-pandas issue 677).
            if (!guard.Decision.OnTable(database, name).IsVisible
                && !guard.Decision.OnDatabase(database).Allows(PermissionSet.CreateTable))
                guard.RequireTable(database, name, anyOf);
            throw CatalogStore.HasDatabase(call.Session, database)
                ? NoTable(call, name) : CatalogAnswers.DatabaseNotFound(database);
        }

        return (table, guard.RequireTable(database, name, anyOf));
    }

    private static ApiException NoTable(ApiCall call, string name) => call.Operation is "DeleteTable" or "GetPartitionIndexes"
        ? CatalogAnswers.TableNotFound(name) : CatalogAnswers.TableNotFound();

    private static void Remove(ApiCall call, TableRecord table)
    {
        CatalogStore.RemoveTable(call.Session, table.Database, table.Name);
        CatalogRecords.ForgetTable(call, table.Database, table.Name);
    }

    // If a link was followed, the target is changed and does not become a link itself.
    private static JsonObject Target(JsonObject input)
    {
        var document = Document(input);
        document.Remove("TargetTable");
        return document;
    }

    /// <summary>Names of columns are kept in lower case, as Glue keeps them.</summary>
    private static JsonObject Document(JsonObject input)
    {
        SchemaReferences.Check(input);
        var document = input.DeepClone().AsObject();
        document.Remove("Name");
        foreach (var column in ((document["StorageDescriptor"] as JsonObject)?.Items("Columns") ?? [])
            .Concat(document.Items("PartitionKeys")))
            column["Name"] = CatalogAnswers.Fold(column.Required("Name"));
        return document;
    }
}
