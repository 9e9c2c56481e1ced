using System.Text.Json.Nodes;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue.Records;

/// <summary>
/// The properties with the address that each type of connection requires. Source: API reference, ConnectionInput, ConnectionType. It lists
/// credentials too, which can also be in a URL or in AuthenticationConfiguration, so that a connection without them is accepted.
/// </summary>
internal static class ConnectionRequirements
{
    // For each type the lists of properties of which it requires one whole list.
    private static readonly Dictionary<string, string[][]> s_required = new(StringComparer.Ordinal)
    {
        ["JDBC"] = [["JDBC_CONNECTION_URL"], ["HOST", "PORT", "JDBC_ENGINE"]],
        ["KAFKA"] = [["KAFKA_BOOTSTRAP_SERVERS"]],
        ["MONGODB"] = [["CONNECTION_URL"]],
        ["MARKETPLACE"] = [["CONNECTOR_TYPE", "CONNECTOR_URL", "CONNECTOR_CLASS_NAME", "CONNECTION_URL"]],
    };

    /// <summary>Refuses a connection without a property that its type requires.</summary>
    /// <param name="input">The ConnectionInput.</param>
    public static void Check(JsonObject input)
    {
        var type = input.Required("ConnectionType");
        if (type == "SFTP") throw new ApiException("InvalidInputException", "Connections of the type SFTP are not supported.");
        var properties = input["ConnectionProperties"] as JsonObject ?? [];
        if (!s_required.TryGetValue(type, out var choices) || choices.Any(all => all.All(name => properties[name] is not null))) return;
        throw new ApiException("InvalidInputException", $"A connection of the type {type} requires the properties "
            + $"{string.Join(", or ", choices.Select(all => string.Join(", ", all)))}.");
    }
}
