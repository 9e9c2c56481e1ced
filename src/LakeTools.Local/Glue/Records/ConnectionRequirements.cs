using System.Text.Json.Nodes;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue.Records;

/// <summary>The properties that each type of connection requires. Source: API reference, ConnectionInput, ConnectionType.</summary>
internal static class ConnectionRequirements
{
    private const string JdbcUrl = "JDBC_CONNECTION_URL";
    private const string ConnectorType = "CONNECTOR_TYPE";

    private static readonly string[] s_urls = [JdbcUrl, "CONNECTION_URL"];
    private static readonly string[][] s_credentials = [["USERNAME", "PASSWORD"], ["USERNAME", "ENCRYPTED_PASSWORD"], ["SECRET_ID"]];

    // For each type what it requires: of each entry one list of properties, all of them.
    private static readonly Dictionary<string, string[][][]> s_required = new(StringComparer.Ordinal)
    {
        ["JDBC"] = [[[JdbcUrl], ["HOST", "PORT", "JDBC_ENGINE"]], s_credentials],
        ["KAFKA"] = [[["KAFKA_BOOTSTRAP_SERVERS"]]],
        ["MONGODB"] = [[["CONNECTION_URL"]], s_credentials],
        ["MARKETPLACE"] = [[[ConnectorType, "CONNECTOR_URL", "CONNECTOR_CLASS_NAME", "CONNECTION_URL"]]],
    };

    /// <summary>Refuses a connection without a property that its type requires.</summary>
    /// <param name="input">The ConnectionInput.</param>
    public static void Check(JsonObject input)
    {
        var type = input.Required("ConnectionType");
        if (type == "SFTP") throw new ApiException("InvalidInputException", "Connections of the type SFTP are not supported.");
        var properties = input["ConnectionProperties"] as JsonObject ?? [];
        var required = s_required.GetValueOrDefault(type) ?? [];
        if (type == "MARKETPLACE" && properties.Text(ConnectorType) == "JDBC") required = [.. required, s_credentials];
        foreach (var choices in required)
        {
            if (choices == s_credentials && HasCredentials(input, properties)) continue;
            if (choices.Any(all => all.All(name => properties[name] is not null))) continue;
            throw new ApiException("InvalidInputException", $"A connection of the type {type} requires the properties "
                + $"{string.Join(", or ", choices.Select(all => string.Join(", ", all)))}.");
        }
    }

    // Elsewhere than in properties of their own: in AuthenticationConfiguration, or in the URL, as drivers and connectors read them.
    private static bool HasCredentials(JsonObject input, JsonObject properties) => input["AuthenticationConfiguration"] is not null
        || s_urls.Any(name => properties.Text(name)?.Contains("password", StringComparison.OrdinalIgnoreCase) == true);
}
