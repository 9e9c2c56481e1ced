using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LakeTools.Local.Wire.Models;
using LakeTools.Local.Wire.Signing;

namespace LakeTools.Local.Wire.Protocols;

/// <summary>Requests and answers in JSON.</summary>
internal sealed class JsonProtocol(ServiceModel model, JsonForm form) : ApiProtocol(model)
{
    private static readonly JsonDocumentOptions s_reading = new() { MaxDepth = RequestValidator.MaxDepth };
    private static readonly JsonWriterOptions s_writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override string OperationOf(WireRequest request, byte[] body) => form.OperationOf(Model, request);

    public override (string Operation, JsonObject Input) Read(WireRequest request, byte[] body)
    {
        var operation = OperationOf(request, body);
        if (!Model.Operations.ContainsKey(operation)) throw UnknownOperation(operation);
        if (request.Method != "POST") throw UnknownOperation(operation);
        return (operation, body.Length == 0 ? [] : Parse(body));
    }

    public override WireResponse WriteOutput(string operation, JsonObject? output, string requestId)
    {
        var response = WireResponse.Of(200, form.ContentType, Bytes(output ?? []));
        response.Headers[RequestIdHeader] = requestId;
        return response;
    }

    public override WireResponse WriteError(ApiException error, string requestId)
    {
        var body = new JsonObject { ["__type"] = error.Code, ["Message"] = error.Message };
        var response = WireResponse.Of(error.Status, form.ContentType, Bytes(body));
        response.Headers[RequestIdHeader] = requestId;
        response.Headers["x-amzn-ErrorType"] = error.Code;
        return response;
    }

    public override ApiException Explain(AuthException failure)
    {
        var code = failure.Failure switch
        {
            AuthFailure.Missing or AuthFailure.NoForm => "MissingAuthenticationTokenException",
            AuthFailure.Incomplete or AuthFailure.IncompleteQuery or AuthFailure.IncompleteVersion2 =>
                "IncompleteSignatureException",
            AuthFailure.UnknownKey => "UnrecognizedClientException",
            AuthFailure.SessionExpired => "ExpiredTokenException",
            _ => "InvalidSignatureException",
        };
        return new ApiException(code, failure.Message, form.RefusedStatus);
    }

    public override ApiException UnknownOperation(string operation) =>
        new("UnknownOperationException", "The requested operation is not recognized by the service.", form.UnknownOperationStatus);

    private static JsonObject Parse(byte[] body)
    {
        try
        {
            CheckCount(body);
            if (JsonNode.Parse(body, documentOptions: s_reading) is not JsonObject input)
                throw new ApiException("SerializationException", "The body is not a JSON object.");
            JsonText.Touch(input);
            return input;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            throw new ApiException("SerializationException", "The body is not valid JSON.");
        }
    }

    /// <summary>Before a tree is made of it, which takes many times the bytes of small values.</summary>
    private static void CheckCount(byte[] body)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = RequestValidator.MaxDepth });
        var count = 0;
        while (reader.Read())
            if (++count > BodyBudget.MaxValues)
                throw new ApiException("RequestEntityTooLargeException", "The request has too many values.", 413);
    }

    private static byte[] Bytes(JsonObject value)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, s_writing)) value.WriteTo(writer);
        return buffer.ToArray();
    }
}
