using LakeTools.Models;

namespace LakeTools.Generator.Aws;

/// <summary>Writes the interface of a client and the client.</summary>
internal static class ClientWriter
{
    private static readonly Dictionary<string, string> s_parameters = new(StringComparer.Ordinal)
    {
        ["credentials"] = "The credentials that requests are signed with.",
        ["awsAccessKeyId"] = "The id of the access key that requests are signed with.",
        ["awsSecretAccessKey"] = "The secret of the access key.",
        ["awsSessionToken"] = "The token of temporary credentials.",
        ["region"] = "The region to call.",
        ["config"] = "How the service is reached.",
        ["clientConfig"] = "How the service is reached.",
    };

    /// <summary>Writes both.</summary>
    /// <param name="code">The destination.</param>
    /// <param name="service">The service.</param>
    /// <param name="documentation">The service's documentation.</param>
    public static void Write(CodeWriter code, Service service, Documentation documentation)
    {
        WriteInterface(code, service, documentation);
        code.Summary($"A client of {service.Title}.");
        code.Block($"public partial class {service.Prefix}Client : ServiceClient, I{service.Prefix}", () =>
        {
            code.Lines($"private {service.PaginatorFactory} _paginators;", "");
            WriteConstructors(code, service);
            code.Lines(
                "/// <inheritdoc/>",
                $"public I{service.PaginatorFactory} Paginators => _paginators ??= new {service.PaginatorFactory}(this);",
                "");
            foreach (var operation in service.Model.Operations)
            {
                code.Lines(
                    "/// <inheritdoc/>",
                    $"public virtual {Signature(operation)} =>",
                    $"    CallAsync<{operation.Name}Response>(request, cancellationToken);",
                    "");
            }
        });
    }

    private static void WriteInterface(CodeWriter code, Service service, Documentation documentation)
    {
        var (config, client) = (service.Prefix + "Config", service.Prefix + "Client");
        code.Summary($"The operations of {service.Title}.");
        code.Block($"public partial interface I{service.Prefix} : IAmazonService, IDisposable", () =>
        {
            code.Summary("Goes through lists page by page.");
            code.Lines($"I{service.PaginatorFactory} Paginators {{ get; }}", "");
            foreach (var operation in service.Model.Operations)
            {
                code.Summary(documentation.Operation(operation));
                code.Parameter("request", "What the operation takes.");
                code.Parameter("cancellationToken", "Stops the call.");
                code.Lines($"/// <returns>{(operation.Answer.Count > 0 ? "The answer" : "An answer without members")}.</returns>");
                foreach (var error in operation.Errors.Select(name => service.Model.Errors.Find(error => error.Name == name)!))
                    code.Lines($"/// <exception cref=\"{error.Name}\">The service returns <c>{error.Code}</c>.</exception>");
                code.Lines(Signature(operation) + ";", "");
            }

            code.Summary("Says where a request would be sent.");
            code.Parameter("request", "The request.");
            code.Lines("/// <returns>The endpoint.</returns>");
            code.Lines("Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);", "");
            code.Lines("/// <inheritdoc/>", $"static ClientConfig IAmazonService.CreateDefaultClientConfig() => new {config}();", "");
            code.Lines(
                "/// <inheritdoc/>",
                "static IAmazonService IAmazonService.CreateDefaultServiceClient(",
                "    AWSCredentials awsCredentials, ClientConfig clientConfig) =>",
                "    awsCredentials is null",
                $"        ? new {client}(({config})clientConfig)",
                $"        : new {client}(awsCredentials, ({config})clientConfig);");
        });
    }

    private static string Signature(OperationText operation) =>
        $"Task<{operation.Name}Response> {operation.Name}Async("
        + $"{operation.Name}Request request, CancellationToken cancellationToken = default)";

    private static void WriteConstructors(CodeWriter code, Service service)
    {
        (string Parameters, string Argument)[] credentials =
        [
            ("", ""),
            ("AWSCredentials credentials", "credentials"),
            ("string awsAccessKeyId, string awsSecretAccessKey", "new BasicAWSCredentials(awsAccessKeyId, awsSecretAccessKey)"),
            ("string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken",
                "new SessionAWSCredentials(awsAccessKeyId, awsSecretAccessKey, awsSessionToken)"),
        ];
        foreach (var (who, signer) in credentials)
        {
            var given = who.Length == 0 ? "config" : "clientConfig";
            (string Parameters, string Argument)[] places =
            [
                ("", $"new {service.Prefix}Config()"),
                ("RegionEndpoint region", $"new {service.Prefix}Config {{ RegionEndpoint = region }}"),
                ($"{service.Prefix}Config {given}", given),
            ];
            foreach (var (where, config) in places) WriteConstructor(code, service, [who, where], [signer, config]);
        }
    }

    private static void WriteConstructor(CodeWriter code, Service service, string[] parameters, string[] arguments)
    {
        var list = Joined(parameters);
        code.Summary(parameters[0].Length == 0
            ? "Makes a client that finds credentials, and what else is not given, by the SDK's default chain."
            : "Makes a client that signs with given credentials.");
        foreach (var parameter in list.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(words => words.Split(' ')[1]))
            code.Parameter(parameter, s_parameters[parameter]);
        code.Lines($"public {service.Prefix}Client({list})", $"    : base({Joined(arguments)})", "{", "}", "");
    }

    private static string Joined(string[] parts) => string.Join(", ", parts.Where(part => part.Length > 0));
}
