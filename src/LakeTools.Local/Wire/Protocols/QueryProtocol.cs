using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using LakeTools.Local.Wire.Models;
using LakeTools.Local.Wire.Signing;

namespace LakeTools.Local.Wire.Protocols;

/// <summary>Requests as form parameters, answers in XML: IAM and STS.</summary>
internal class QueryProtocol(ServiceModel model, string listItem = "member") : ApiProtocol(model)
{
    private const string ContentType = "text/xml";

    private static readonly XmlWriterSettings s_writing = new() { Encoding = new UTF8Encoding(false), OmitXmlDeclaration = true };

    /// <summary>The form of list items in a request: <c>Tags.member.1</c>, or <c>Tag.1</c> if true.</summary>
    protected virtual bool ListsAreFlat => false;

    public override (string Operation, JsonObject Input) Read(WireRequest request, byte[] body)
    {
        var form = QueryForm.Of(ParametersOf(request, body));
        var operation = form.Value("Action") ?? throw new ApiException("MissingAction", "The request must contain the parameter Action");
        if (form.Value("Version") != Model.Version || !Model.Operations.TryGetValue(operation, out var shape))
            throw new ApiException("InvalidAction",
                $"Could not find operation {operation} for version {form.Value("Version") ?? "NO_VERSION_SPECIFIED"}");
        CheckNames(form, shape);
        return (operation, form.ToStructure(shape, ListsAreFlat));
    }

    /// <summary>Refuses names of parameters that the operation does not have; IAM and STS ignore them.</summary>
    protected virtual void CheckNames(QueryForm form, Shape shape)
    {
    }

    public override string? OperationOf(WireRequest request, byte[] body)
    {
        foreach (var (name, value) in ParametersOf(request, body))
            if (name == "Action") return value;
        return null;
    }

    public override WireResponse WriteOutput(string operation, JsonObject? output, string requestId) => Write(200, requestId, xml =>
    {
        xml.WriteStartElement(operation + "Response", Model.Namespace);
        if (output is not null)
        {
            xml.WriteStartElement(operation + "Result", Model.Namespace);
            WriteMembers(xml, output);
            xml.WriteEndElement();
        }

        xml.WriteStartElement("ResponseMetadata", Model.Namespace);
        xml.WriteElementString("RequestId", Model.Namespace, requestId);
        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    public override WireResponse WriteError(ApiException error, string requestId) => Write(error.Status, requestId, xml =>
    {
        xml.WriteStartElement("ErrorResponse", Model.Namespace);
        xml.WriteStartElement("Error", Model.Namespace);
        xml.WriteElementString("Type", Model.Namespace, error.Status >= 500 ? "Receiver" : "Sender");
        xml.WriteElementString("Code", Model.Namespace, error.Code);
        xml.WriteElementString("Message", Model.Namespace, XmlCharacters.Clean(error.Message));
        xml.WriteEndElement();
        xml.WriteElementString("RequestId", Model.Namespace, requestId);
        xml.WriteEndElement();
    });

    public override ApiException Explain(AuthException failure) => failure.Failure switch
    {
        AuthFailure.Missing or AuthFailure.NoForm => new ApiException("MissingAuthenticationToken", failure.Message, 403),
        AuthFailure.Incomplete or AuthFailure.IncompleteQuery or AuthFailure.IncompleteVersion2 =>
            new ApiException("IncompleteSignature", failure.Message, 400),
        AuthFailure.UnknownKey => new ApiException("InvalidClientTokenId", failure.Message, 403),
        AuthFailure.SessionExpired => new ApiException("ExpiredToken", failure.Message, 403),
        _ => new ApiException("SignatureDoesNotMatch", failure.Message, 403),
    };

    public override ApiException UnknownOperation(string operation) =>
        new("InvalidAction", $"Could not find operation {operation} for version {Model.Version}");

    private static IReadOnlyList<KeyValuePair<string, string>> ParametersOf(WireRequest request, byte[] body)
    {
        if (request.Method == "GET") return request.QueryParameters;

        // Each name is parted at its dots.
        if (body.AsSpan().Count((byte)'&') + body.AsSpan().Count((byte)'.') > BodyBudget.MaxValues)
            throw new ApiException("RequestEntityTooLarge", "The request has too many parameters.", 413);
        return FormEncoding.Parse(Encoding.UTF8.GetString(body), plusIsSpace: true);
    }

    protected static WireResponse Write(int status, string requestId, Action<XmlWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, s_writing)) write(xml);
        var response = WireResponse.Of(status, ContentType, buffer.ToArray());
        response.Headers[RequestIdHeader] = requestId;
        return response;
    }

    protected void WriteMembers(XmlWriter xml, JsonObject members)
    {
        foreach (var (name, value) in members)
            if (value is not null) WriteElement(xml, name, value);
    }

    private void WriteElement(XmlWriter xml, string name, JsonNode value)
    {
        xml.WriteStartElement(name, Model.Namespace);
        switch (value)
        {
            case JsonObject members:
                WriteMembers(xml, members);
                break;
            case JsonArray list:
                foreach (var item in list) WriteElement(xml, listItem, item!);
                break;
            default:
                xml.WriteString(value.GetValueKind() == JsonValueKind.String
                    ? XmlCharacters.Clean(value.GetValue<string>()) : value.ToJsonString());
                break;
        }

        xml.WriteEndElement();
    }
}
