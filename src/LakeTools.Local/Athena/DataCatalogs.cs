using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Athena;

/// <summary>The data catalogs that queries name: the Glue Data Catalog of the account, and no other.</summary>
internal static class DataCatalogs
{
    /// <summary>The catalog's name.</summary>
    public const string Name = "AwsDataCatalog";

    private const int DefaultPage = 50;

    public static JsonObject Get(ApiCall call)
    {
        new WorkGroupStore(call).Existing(call.Input.Text("WorkGroup"));
        Require(call, call.Input.Required("Name"));
        return new JsonObject
        {
            ["DataCatalog"] = new JsonObject
            {
                ["Name"] = Name,
                ["Type"] = "GLUE",
                ["Parameters"] = new JsonObject { ["catalog-id"] = call.Lake.AccountId },
            },
        };
    }

    public static JsonObject List(ApiCall call)
    {
        new WorkGroupStore(call).Existing(call.Input.Text("WorkGroup"));
        var page = new Page(call.Input, PageForm.Athena, call.Operation, DefaultPage);
        List<string> catalogs = page.After.Length == 0 ? [Name] : [];
        var (shown, next) = page.Cut(catalogs, name => name);
        return new JsonObject
        {
            ["DataCatalogsSummary"] = shown.Select(name => new JsonObject { ["CatalogName"] = name, ["Type"] = "GLUE" }).ToJsonArray(),
        }.With("NextToken", next);
    }

    /// <summary>Refuses a catalog that is not there.</summary>
    /// <param name="call">The call.</param>
    /// <param name="name">The catalog; null for the default catalog.</param>
    /// <exception cref="ApiException">The name is another catalog's.</exception>
    public static void Require(ApiCall call, string? name)
    {
        if (name is null || name.Equals(Name, StringComparison.OrdinalIgnoreCase)) return;
        throw new ApiException("InvalidRequestException", $"Data catalog {name} does not exist in account {call.Lake.AccountId}.");
    }
}
