using System.Globalization;
using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Answers;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.Wire;
using LakeTools.Rules.Access;
using LakeTools.Rules.Permissions;

namespace LakeTools.Local.Glue.Operations;

/// <summary>GetTableVersion, GetTableVersions, DeleteTableVersion, BatchDeleteTableVersion.</summary>
internal static class TableVersionOperations
{
    private const int DefaultPage = 100;

    public static JsonObject Get(ApiCall call)
    {
        var (table, rights) = TableOperations.Existing(call, call.Input.Required("TableName"), PermissionSet.Describe);
        var version = call.Input.Text("VersionId") is { } given
            ? All(call, table).Find(item => Id(item) == given)
                ?? throw new ApiException("EntityNotFoundException", "Table version not found.")
            : table;
        return new JsonObject { ["TableVersion"] = ToWire(version, rights, call) };
    }

    /// <summary>The newest comes first.</summary>
    public static JsonObject GetAll(ApiCall call)
    {
        var (table, rights) = TableOperations.Existing(call, call.Input.Required("TableName"), PermissionSet.Describe);
        var versions = All(call, table);
        var page = new Page(call.Input, PageForm.Glue, call.Operation, DefaultPage);
        var before = page.AfterNumber(long.MaxValue);
        var (shown, next) = page.Cut(versions.Where(item => item.Version < before).ToList(), Id);
        return new JsonObject { ["TableVersions"] = shown.Select(item => ToWire(item, rights, call)).ToJsonArray() }
            .With("NextToken", next);
    }

    public static JsonObject Delete(ApiCall call)
    {
        var (table, _) = TableOperations.Existing(call, call.Input.Required("TableName"), PermissionSet.Alter);
        Remove(call, table, call.Input.Required("VersionId"));
        return [];
    }

    public static JsonObject BatchDelete(ApiCall call)
    {
        var (table, _) = TableOperations.Existing(call, call.Input.Required("TableName"), PermissionSet.Alter);
        var errors = new JsonArray();
        foreach (var version in call.Input.Texts("VersionIds")!)
        {
            try
            {
                Remove(call, table, version);
            }
            catch (ApiException error)
            {
                errors.Add(new JsonObject
                {
                    ["TableName"] = table.Name,
                    ["VersionId"] = version,
                    ["ErrorDetail"] = new JsonObject { ["ErrorCode"] = error.Code, ["ErrorMessage"] = error.Message },
                });
            }
        }

        return new JsonObject { ["Errors"] = errors };
    }

    private static List<TableRecord> All(ApiCall call, TableRecord table) => [table, .. CatalogStore.Versions(call.Session, table)];

    private static void Remove(ApiCall call, TableRecord table, string version)
    {
        if (version == Id(table)) throw new ApiException("InvalidInputException", "The current version of a table cannot be deleted.");
        if (!long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !CatalogStore.RemoveVersion(call.Session, table.Database, table.Name, number))
            throw new ApiException("EntityNotFoundException", "Table version not found.");
    }

    private static JsonObject ToWire(TableRecord version, LakeRights rights, ApiCall call) =>
        new() { ["Table"] = CatalogAnswers.ToWire(version, rights, call), ["VersionId"] = Id(version) };

    private static string Id(TableRecord table) => table.Version.ToString(CultureInfo.InvariantCulture);
}
