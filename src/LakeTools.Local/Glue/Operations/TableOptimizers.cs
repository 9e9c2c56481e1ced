using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.Iam;
using LakeTools.Local.Wire;
using LakeTools.Rules.Permissions;

namespace LakeTools.Local.Glue.Operations;

/// <summary>Optimizers of Iceberg tables. They are stored and returned; none ever runs here.</summary>
internal static class TableOptimizers
{
    private const string Configuration = "TableOptimizerConfiguration";
    private const int MaxRuns = 100;

    public static JsonObject Create(ApiCall call)
    {
        var (optimizers, type) = (Of(call, PermissionSet.Alter, isSet: true), call.Input.Required("Type"));
        if (optimizers.Find(type) is not null)
            throw new ApiException("AlreadyExistsException", $"The table has an optimizer of the type {type} already.");
        optimizers.Save(type, ConfigurationOf(call), call.Lake.Clock.Now());
        return [];
    }

    public static JsonObject Update(ApiCall call)
    {
        var (optimizers, type) = (Of(call, PermissionSet.Alter, isSet: true), call.Input.Required("Type"));
        var before = optimizers.Find(type) ?? throw NotFound(type);
        optimizers.Save(type, ConfigurationOf(call), before.Created);
        return [];
    }

    public static JsonObject Delete(ApiCall call)
    {
        var type = call.Input.Required("Type");
        return Of(call, PermissionSet.Alter).Remove(type) ? [] : throw NotFound(type);
    }

    public static JsonObject Get(ApiCall call)
    {
        var type = call.Input.Required("Type");
        var found = Of(call, PermissionSet.Describe).Find(type) ?? throw NotFound(type);
        return Named(call, new JsonObject
        {
            ["TableOptimizer"] = new JsonObject
            {
                ["type"] = type,
                ["configuration"] = found.Document,
                ["configurationSource"] = "table",
            },
        });
    }

    public static JsonObject Runs(ApiCall call)
    {
        var type = call.Input.Required("Type");
        if (Of(call, PermissionSet.Describe).Find(type) is null) throw NotFound(type);
        _ = new Page(call.Input, PageForm.Glue, call.Operation, MaxRuns);
        return Named(call, new JsonObject { ["TableOptimizerRuns"] = new JsonArray() });
    }

    private static JsonObject ConfigurationOf(ApiCall call)
    {
        var configuration = call.Input[Configuration]!.DeepClone().AsObject();
        if (configuration.Text("roleArn") is { } role) PassedRole.RequireForGlue(call.Session, call.Lake.AccountId, role);
        return configuration;
    }

    private static JsonObject Named(ApiCall call, JsonObject answer) => answer
        .With("CatalogId", call.Input.Text("CatalogId"))
        .With("DatabaseName", call.Input.Text("DatabaseName"))
        .With("TableName", call.Input.Text("TableName"));

    private static PartStore Of(ApiCall call, PermissionSet permission, bool isSet = false)
    {
        var (table, _) = TableOperations.Existing(call, call.Input.Required("TableName"), permission);
        var format = table.Document["Parameters"]?["table_type"]?.GetValue<string>();
        if (!string.Equals(format, "ICEBERG", StringComparison.OrdinalIgnoreCase))
            throw new ApiException("InvalidInputException", "Table optimizers are for tables of the format Iceberg.");
        if (isSet) OptimizerRules.Check(call, table, call.Input.Required("Type"), call.Input[Configuration]!.AsObject());
        return new PartStore(call.Session, table.Database, table.Name, "optimizer");
    }

    private static ApiException NotFound(string type) =>
        new("EntityNotFoundException", $"The table has no optimizer of the type {type}.");
}
