using LakeTools.Models;

namespace LakeTools.Generator.Aws;

/// <summary>Writes the config of a client, which carries what the runtime must know of the service.</summary>
internal static class ConfigWriter
{
    /// <summary>Writes the config.</summary>
    /// <param name="code">The destination.</param>
    /// <param name="service">The service.</param>
    public static void Write(CodeWriter code, Service service)
    {
        var model = service.Model;
        code.Summary($"How a client reaches {service.Title}.");
        code.Block($"public partial class {service.Prefix}Config : ServiceConfig", () =>
        {
            code.Block(
                "private static readonly ServiceModel s_model = new()",
                () =>
                {
                    code.Lines(
                        $"ServiceId = \"{model.Header("id")}\",",
                        $"EndpointPrefix = \"{model.Header("service")}\",",
                        $"ApiVersion = \"{model.Header("version")}\",",
                        $"Protocol = WireProtocol.{Protocol(model)},",
                        $"HasLowerPaths = {(model.Header("paths") == "lower" ? "true" : "false")},",
                        $"TargetPrefix = \"{model.Header("target")}\",",
                        $"DefaultError = {Make(service.Prefix + "Exception")},");
                    if (model.Endpoints.Count > 0)
                        code.Block("Endpoints = new ServiceEndpoint[]", () => WriteEndpoints(code, model.Endpoints), ",");
                    code.Block(
                        "Errors = new Dictionary<string, ErrorFactory>(StringComparer.Ordinal)",
                        () => code.Lines([.. model.Errors.Select(error => $"[\"{error.Code}\"] = {Make("Model." + error.Name)},")]),
                        ",");
                },
                ";");
            code.Summary("Makes a config with the SDK's defaults.");
            code.Lines($"public {service.Prefix}Config()", "    : base(s_model)", "{", "}");
        });
    }

    private static void WriteEndpoints(CodeWriter code, List<EndpointText> endpoints)
    {
        foreach (var endpoint in endpoints)
        {
            var region = endpoint.SigningRegion is null ? "null" : $"\"{endpoint.SigningRegion}\"";
            code.Lines($"new ServiceEndpoint(\"{endpoint.Partition}\", \"{endpoint.Variant}\", \"{endpoint.Host}\", {region}),");
        }
    }

    private static string Make(string exception) =>
        $"static (message, inner, type, code, id, status) => new {exception}(message, inner, type, code, id, status)";

    private static string Protocol(ModelText model) => model.Header("protocol") switch
    {
        "rest-json" => "RestJson",
        "json-1.1" => "Json11",
        "query" => "Query",
        var other => throw new FormatException("No client can be made for the protocol " + other),
    };
}
