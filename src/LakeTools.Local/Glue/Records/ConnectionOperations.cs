using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Answers;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue.Records;

/// <summary>
/// Connections, as records: nothing here connects by them. Passwords are sealed at rest, and credentials that AWS never tells are not kept.
/// </summary>
internal static class ConnectionOperations
{
    private const string Common = "ConnectionProperties";
    private const string Spark = "SparkProperties";
    private const string Athena = "AthenaProperties";
    private const string Python = "PythonProperties";

    // Says of a record that its passwords for compute environments are sealed: earlier versions sealed the common ones only.
    private const string IsSealed = "IsSealed";

    private static readonly string[] s_properties = [Common, Spark, Athena, Python];

    public static JsonObject Create(ApiCall call)
    {
        CatalogAnswers.CheckCatalog(call);
        var input = call.Input["ConnectionInput"]!.AsObject();
        var name = input.Required("Name");
        Connections(call).Add(name, Document(call, name, input), call.Input["Tags"] as JsonObject);
        return new JsonObject { ["CreateConnectionStatus"] = "READY" };
    }

    public static JsonObject Get(ApiCall call)
    {
        CatalogAnswers.CheckCatalog(call);
        return new JsonObject { ["Connection"] = ToWire(call, Connections(call).Existing(call.Input.Required("Name"))) };
    }

    public static JsonObject GetAll(ApiCall call)
    {
        CatalogAnswers.CheckCatalog(call);
        var filter = call.Input["Filter"] as JsonObject ?? [];
        var (page, next) = Connections(call).Page(connection => IsWanted(connection.Document, filter) ? ToWire(call, connection) : null);
        return new JsonObject { ["ConnectionList"] = page }.With("NextToken", next);
    }

    /// <summary>Replaces the definition.</summary>
    public static JsonObject Update(ApiCall call)
    {
        CatalogAnswers.CheckCatalog(call);
        var connections = Connections(call);
        var connection = connections.Existing(call.Input.Required("Name"));
        var input = call.Input["ConnectionInput"]!.AsObject();
        if (input.Required("Name") != connection.Name)
            throw new ApiException("InvalidInputException", "Connection name cannot be changed.");
        connections.Save(connection with { Document = Document(call, connection.Name, input) });
        return [];
    }

    public static JsonObject Delete(ApiCall call)
    {
        CatalogAnswers.CheckCatalog(call);
        var (connections, name) = (Connections(call), call.Input.Required("ConnectionName"));
        return connections.Remove(name) ? [] : throw connections.NotFound(name);
    }

    public static JsonObject BatchDelete(ApiCall call)
    {
        CatalogAnswers.CheckCatalog(call);
        var connections = Connections(call);
        var (gone, errors) = (new JsonArray(), new JsonObject());
        foreach (var name in call.Input.Texts("ConnectionNameList")!.Distinct(StringComparer.Ordinal))
        {
            if (connections.Remove(name))
            {
                gone.Add(name);
                continue;
            }

            var error = connections.NotFound(name);
            errors[name] = new JsonObject { ["ErrorCode"] = error.Code, ["ErrorMessage"] = error.Message };
        }

        return new JsonObject { ["Succeeded"] = gone, ["Errors"] = errors };
    }

    /// <summary>A success without a connection would lead on, so what is well asked for fails too, and says why.</summary>
    public static JsonObject Test(ApiCall call)
    {
        CatalogAnswers.CheckCatalog(call);
        var (name, input) = (call.Input.Text("ConnectionName"), call.Input["TestConnectionInput"]);
        if ((name is null) == (input is null)) throw new ApiException(
            "InvalidInputException", "One of ConnectionName and TestConnectionInput must be present.");
        if (name is not null) Connections(call).Existing(name);
        throw new ApiException("InvalidInputException", "The embedded lake stores connections, and does not open them.");
    }

    private static RecordStore Connections(ApiCall call) => new(call, "connection");

    private static JsonObject Document(ApiCall call, string name, JsonObject input)
    {
        ConnectionRequirements.Check(input);
        var document = input.DeepClone().AsObject();
        foreach (var member in (string[])["Name", "ValidateCredentials", "ValidateForComputeEnvironments"]) document.Remove(member);
        if (document["AuthenticationConfiguration"] is JsonObject authentication)
        {
            foreach (var member in (string[])["BasicAuthenticationCredentials", "CustomAuthenticationCredentials"])
                authentication.Remove(member);
            if (authentication["OAuth2Properties"] is JsonObject oauth)
                foreach (var member in (string[])["AuthorizationCodeProperties", "OAuth2Credentials"]) oauth.Remove(member);
        }

        foreach (var (member, key, value) in Secrets(document))
            document[member]![key] = Convert.ToBase64String(call.Lake.Cipher.Seal(value, Owner(name, member, key)));
        document[IsSealed] = true;
        document["LastUpdatedBy"] = call.Caller.SessionArn;
        return document;
    }

    private static JsonObject ToWire(ApiCall call, GlueRecord connection)
    {
        var answer = connection.Document.DeepClone().AsObject();
        var isHidden = call.Input.Flag("HidePassword");
        var isSealed = answer.Remove(IsSealed);
        foreach (var (member, key, value) in Secrets(answer))
        {
            if (isHidden) answer[member]!.AsObject().Remove(key);
            else if (isSealed || member == Common)
                answer[member]![key] = call.Lake.Cipher.OpenText(Convert.FromBase64String(value), Owner(connection.Name, member, key));
        }

        Overlay(answer, call.Input.Text("ApplyOverrideForComputeEnvironment"));
        answer["Name"] = connection.Name;
        answer["CreationTime"] = EpochTime.ToWire(connection.Created);
        answer["LastUpdatedTime"] = EpochTime.ToWire(connection.Updated);
        answer["Status"] = "READY";
        answer["ConnectionSchemaVersion"] = 1;
        return answer;
    }

    /// <summary>
    /// Properties as one compute environment has them (API reference, GetConnection): those that the connection has for it stand over the
    /// common ones.
    /// </summary>
    private static void Overlay(JsonObject answer, string? environment)
    {
        var member = environment switch
        {
            "SPARK" => Spark,
            "ATHENA" => Athena,
            "PYTHON" => Python,
            _ => null,
        };
        if (member is null || answer[member] is not JsonObject own) return;
        var properties = answer[Common]?.AsObject() ?? [];
        foreach (var (key, value) in own) properties[key] = value?.DeepClone();
        if (answer[Common] is null) answer[Common] = properties;
    }

    private static List<(string Member, string Key, string Value)> Secrets(JsonObject document) =>
    [
        .. from member in s_properties
        where document[member] is JsonObject
        from property in document[member]!.AsObject()
        where property.Key.Contains("PASSWORD", StringComparison.OrdinalIgnoreCase)
        select (member, property.Key, (string)property.Value!),
    ];

    private static string Owner(string name, string member, string key) =>
        member == Common ? $"connection/{name}/{key}" : $"connection/{name}/{member}/{key}";

    private static bool IsWanted(JsonObject connection, JsonObject filter) =>
        (filter.Text("ConnectionType") is not { } type || connection.Text("ConnectionType") == type)
        && (filter.Number("ConnectionSchemaVersion") is not { } version || version == 1)
        && (filter.Texts("MatchCriteria") is not { } criteria
            || (connection.Texts("MatchCriteria") is var own && criteria.All(item => own?.Contains(item) == true)));
}
