using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Answers;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.Wire;
using LakeTools.Rules.Access;
using LakeTools.Rules.Permissions;

namespace LakeTools.Local.Glue.Operations;

/// <summary>User-defined functions, as records. A caller who sees a database sees its functions; changes need ALTER on it.</summary>
internal static class FunctionOperations
{
    private const int DefaultPage = 100;
    private const string Kind = "function";

    public static JsonObject Create(ApiCall call)
    {
        var (database, functions) = Open(call, PermissionSet.Alter);
        var input = call.Input["FunctionInput"]!.AsObject();
        var name = NameOf(input);
        if (functions.Find(name) is not null)
            throw new ApiException("AlreadyExistsException", $"Function {name} already exists in {database}.");
        functions.Save(name, Document(input), call.Lake.Clock.Now());
        return [];
    }

    /// <summary>Replaces the definition; another name in it renames the function.</summary>
    public static JsonObject Update(ApiCall call)
    {
        var (database, functions) = Open(call, PermissionSet.Alter);
        var former = Existing(call, functions);
        var input = call.Input["FunctionInput"]!.AsObject();
        var name = input["FunctionName"] is null ? former.Name : NameOf(input);
        if (name != former.Name && functions.Find(name) is not null)
            throw new ApiException("AlreadyExistsException", $"Function {name} already exists in {database}.");
        functions.Remove(former.Name);
        functions.Save(name, Document(input), former.Created);
        return [];
    }

    public static JsonObject Delete(ApiCall call)
    {
        var (_, functions) = Open(call, PermissionSet.Alter);
        functions.Remove(Existing(call, functions).Name);
        return [];
    }

    public static JsonObject Get(ApiCall call)
    {
        var (database, functions) = Open(call, PermissionSet.Describe);
        return new JsonObject { ["UserDefinedFunction"] = ToWire(call, database, Existing(call, functions)) };
    }

    /// <summary>The functions of one database, or of all that the caller sees.</summary>
    public static JsonObject GetAll(ApiCall call)
    {
        var only = call.Input.Text("DatabaseName") is { } given
            ? DatabaseOperations.Existing(call, given, PermissionSet.Describe).Name : null;
        var pattern = NamePattern.Parse(call.Input.Required("Pattern"));
        var type = call.Input.Text("FunctionType");
        var decision = new LakeGuard(call).Decision;
        var (page, next) = new Page(call.Input, PageForm.Glue, call.Operation, DefaultPage).Walk(
            (after, count) => After(call, only, after, count),
            item => item.Database + "\n" + item.Function.Name,
            item => pattern?.IsMatch(item.Function.Name) != false && IsOf(type, item.Function)
                && decision.OnDatabase(item.Database).IsVisible
                ? ToWire(call, item.Database, item.Function) : null);
        return new JsonObject { ["UserDefinedFunctions"] = page }.With("NextToken", next);
    }

    private static (string Database, PartStore Functions) Open(ApiCall call, PermissionSet permission)
    {
        var database = DatabaseOperations.Existing(call, call.Input.Required("DatabaseName"), permission).Name;
        return (database, new PartStore(call.Session, database, "", Kind));
    }

    private static GlueRecord Existing(ApiCall call, PartStore functions)
    {
        var name = call.Input.Required("FunctionName");
        return functions.Find(CatalogAnswers.Fold(name))
            ?? throw new ApiException("EntityNotFoundException", $"Function {name} not found.");
    }

    /// <summary>A function that says no type is a regular one (unsure).</summary>
    private static bool IsOf(string? type, GlueRecord function) =>
        type is null || type == (function.Document.Text("FunctionType") ?? "REGULAR_FUNCTION");

    private static List<(string Database, GlueRecord Function)> After(ApiCall call, string? only, string key, int count)
    {
        var place = key.Split('\n', 2);
        return call.Session.Query(
            $"""
            SELECT database, name, document, created FROM glue_part
            WHERE kind = '{Kind}' AND tbl = '' AND (?1 IS NULL OR database = ?1) AND (database, name) > (?2, ?3)
            ORDER BY database, name LIMIT {count}
            """,
            row => (row.GetString(0), new GlueRecord(row.GetString(1), JsonNode.Parse(row.GetString(2))!.AsObject(), row.GetInt64(3),
                row.GetInt64(3))),
            only, place[0], place.Length > 1 ? place[1] : "");
    }

    private static string NameOf(JsonObject input) => CatalogAnswers.Fold(
        input.Text("FunctionName") ?? throw new ApiException("InvalidInputException", "FunctionName must be present."));

    private static JsonObject Document(JsonObject input)
    {
        var document = input.DeepClone().AsObject();
        document.Remove("FunctionName");
        return document;
    }

    private static JsonObject ToWire(ApiCall call, string database, GlueRecord function)
    {
        var answer = function.Document.DeepClone().AsObject();
        answer["FunctionName"] = function.Name;
        answer["DatabaseName"] = database;
        answer["CatalogId"] = call.Lake.AccountId;
        answer["CreateTime"] = EpochTime.ToWire(function.Created);
        return answer;
    }
}
