using LakeTools.Models;

namespace LakeTools.Generator.Aws;

/// <summary>Writes the exceptions of a service.</summary>
internal static class ExceptionWriter
{
    private static readonly (string Summary, string Parameters, string Arguments)[] s_constructors =
    [
        ("Makes the exception without a message.", "", ""),
        ("Makes the exception with a message.", "string message", "message"),
        ("Makes the exception with a message and its cause.", "string message, Exception innerException", "message, innerException"),
        ("Makes the exception of an answer.",
            "string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode",
            "message, errorType, errorCode, requestId, statusCode"),
        ("Makes the exception of an answer, with the transport's.",
            "string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode",
            "message, innerException, errorType, errorCode, requestId, statusCode"),
    ];

    private static readonly Dictionary<string, string> s_parameters = new(StringComparer.Ordinal)
    {
        ["message"] = "The message.",
        ["innerException"] = "The cause.",
        ["errorType"] = "Whether the caller or the service is at fault.",
        ["errorCode"] = "The code on the wire.",
        ["requestId"] = "The request's id.",
        ["statusCode"] = "The HTTP status.",
    };

    /// <summary>Writes the base of a service's exceptions.</summary>
    /// <param name="code">The destination.</param>
    /// <param name="service">The service.</param>
    public static void WriteBase(CodeWriter code, Service service)
    {
        code.Summary($"An error that {service.Title} answers. Errors that its model lists have classes of their own.");
        WriteClass(code, service.Prefix + "Exception", "AmazonServiceException", () => { });
    }

    /// <summary>Writes an exception.</summary>
    /// <param name="code">The destination.</param>
    /// <param name="service">The service.</param>
    /// <param name="error">The error.</param>
    /// <param name="documentation">The service's documentation.</param>
    public static void Write(CodeWriter code, Service service, ErrorText error, Documentation documentation)
    {
        code.Summary($"The error <c>{error.Code}</c> of {service.Title}, {documentation.ThrownBy(error.Name)}.");
        var isJson = service.IsJson && error.Members.Count > 0;
        WriteClass(code, error.Name, service.Prefix + "Exception" + (isJson ? ", IJsonOutput" : ""), () =>
        {
            foreach (var member in error.Members) ShapeWriter.WriteProperty(code, service, member, documentation);
            if (isJson) JsonWriter.WriteReader(code, service, error.Members);
        });
    }

    private static void WriteClass(CodeWriter code, string name, string parents, Action body) =>
        code.Block($"public partial class {name} : {parents}", () =>
        {
            foreach (var (summary, parameters, arguments) in s_constructors) WriteConstructor(code, name, summary, parameters, arguments);

            // AmazonServiceException takes no cause alone.
            var isBase = parents == "AmazonServiceException";
            WriteConstructor(
                code,
                name,
                "Makes the exception with its cause.",
                "Exception innerException",
                isBase ? "innerException.Message, innerException" : "innerException");
            body();
        });

    private static void WriteConstructor(CodeWriter code, string name, string summary, string parameters, string arguments)
    {
        code.Summary(summary);
        foreach (var parameter in parameters.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(words => words.Split(' ')[1]))
            code.Parameter(parameter, s_parameters[parameter]);
        code.Lines($"public {name}({parameters})");
        code.Lines($"    : base({arguments})");
        code.Lines("{", "}", "");
    }
}
