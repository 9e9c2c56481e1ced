using System.Buffers;
using System.Net;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace LakeTools.Aws.Json;

/// <summary>The invoke options of one operation: made once, shared by all calls.</summary>
internal sealed class JsonOperation<TResponse> : InvokeOptions, IMarshaller<IRequest, AmazonWebServiceRequest>
    where TResponse : AmazonWebServiceResponse, new()
{
    // The generated code opens and closes what it writes.
    private static readonly JsonWriterOptions s_writing = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private static JsonOperation<TResponse>? s_instance;

    private readonly ServiceModel _model;
    private readonly string _name = typeof(TResponse).Name[..^"Response".Length];

    private JsonOperation(ServiceModel model)
    {
        _model = model;
        RequestMarshaller = this;
        ResponseUnmarshaller = new Reader(model);
    }

    public static JsonOperation<TResponse> For(ServiceModel model) => s_instance ??= new(model);

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var json11 = _model.Protocol == WireProtocol.Json11;
        var request = new DefaultRequest(input, "Amazon." + _model.ServiceId)
        {
            HttpMethod = "POST",
            ResourcePath = json11 ? "/" : "/" + (_model.HasLowerPaths ? _name.ToLowerInvariant() : _name),
            Content = Write((IJsonInput)input),
        };
        request.Headers["Content-Type"] = json11 ? "application/x-amz-json-1.1" : "application/json";
        request.Headers["X-Amz-Api-Version"] = _model.ApiVersion;
        if (json11) request.Headers["X-Amz-Target"] = _model.TargetPrefix + "." + _name;
        return request;
    }

    private static byte[] Write(IJsonInput input)
    {
        var body = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(body, s_writing);
        JsonInput.ShapeValue(writer, input);
        writer.Flush();
        return body.WrittenSpan.ToArray();
    }

    private sealed class Reader(ServiceModel model) : JsonResponseUnmarshaller
    {
        private static readonly bool s_hasMembers =
            typeof(TResponse).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Length > 0;

        public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext context)
        {
            // ContentLength is 0, not -1, where the header is absent (chunked), so only the bytes tell whether the body is empty.
            using var body = new MemoryStream((int)Math.Clamp(context.ResponseData.ContentLength, 64, 1 << 20));
            context.Stream.CopyTo(body);
            var answer = new TResponse();
            if (body.Length == 0 && s_hasMembers) throw new JsonException("The response is empty.");
            if (body.Length > 0) JsonOutput.Fill(body.GetBuffer().AsSpan(0, (int)body.Length), (IJsonOutput)answer);
            return answer;
        }

        public override AmazonServiceException UnmarshallException(
            JsonUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode)
        {
            var reader = new StreamingUtf8JsonReader(context.Stream);
            var error = model.CreateError(JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(context, ref reader), innerException,
                statusCode);
            if (error is IJsonOutput output && context.GetResponseBodyBytes() is { } body) ReadMembers(output, body);
            return error;
        }

        /// <summary>Reads an exception's members besides its message, such as FromFederationSource.</summary>
        private static void ReadMembers(IJsonOutput error, byte[] body)
        {
            try
            {
                JsonOutput.Fill(body, error);
            }
            catch (JsonException)
            {
                // The error itself matters more than its extra members.
            }
        }
    }
}
