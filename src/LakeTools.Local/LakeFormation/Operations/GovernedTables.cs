using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Answers;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.Glue.Operations;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.Wire;
using LakeTools.Rules.Permissions;

namespace LakeTools.Local.LakeFormation.Operations;

/// <summary>
/// The objects and storage optimizers of governed tables. AWS ended governed tables, and no table here is one: after what holds for any
/// table, each of these operations says so.
/// </summary>
internal static class GovernedTables
{
    /// <summary>For those that tell of a table.</summary>
    public static JsonObject Read(ApiCall call) => throw NotGoverned(call, PermissionSet.Select);

    /// <summary>For those that add objects to a table.</summary>
    public static JsonObject Write(ApiCall call) => throw NotGoverned(call, PermissionSet.Insert);

    /// <summary>For those that change how a table is kept.</summary>
    public static JsonObject Change(ApiCall call) => throw NotGoverned(call, PermissionSet.Alter);

    private static ApiException NotGoverned(ApiCall call, PermissionSet permission)
    {
        CatalogAnswers.CheckCatalog(call);
        var table = TableOperations.Existing(call, call.Input.Required("TableName"), permission).Table;
        if (call.Input.Text("TransactionId") is { } id && Transactions.Find(call.Session, id) is null)
            throw LakeFormationErrors.NotFound($"Transaction {id} not found.");
        return LakeFormationErrors.Invalid($"Table {table.Name} is not a governed table.");
    }
}
