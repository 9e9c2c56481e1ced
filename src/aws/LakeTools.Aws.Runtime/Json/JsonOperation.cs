using System.Net;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace LakeTools.Aws.Runtime.Json;

/// <summary>The invoke options of one operation: made once, shared by all calls.</summary>
internal sealed class JsonOperation<TResponse> : InvokeOptions, IMarshaller<IRequest, AmazonWebServiceRequest>
    where TResponse : AmazonWebServiceResponse, new()
{
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
            ResourcePath = json11 ? "/" : "/" + _name,
            Content = JsonSerializer.SerializeToUtf8Bytes(input, WireJson.Options(_model.CamelCase).GetTypeInfo(input.GetType())),
        };
        request.Headers["Content-Type"] = json11 ? "application/x-amz-json-1.1" : "application/json";
        request.Headers["X-Amz-Api-Version"] = _model.ApiVersion;
        if (json11) request.Headers["X-Amz-Target"] = _model.TargetPrefix + "." + _name;
        return request;
    }

    private sealed class Reader(ServiceModel model) : JsonResponseUnmarshaller
    {
        private readonly JsonTypeInfo<TResponse> _type = (
            JsonTypeInfo<TResponse>)WireJson.Options(model.CamelCase).GetTypeInfo(typeof(TResponse));

        public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext context)
        {
            // ContentLength is 0, not -1, where the header is absent (chunked), so only the bytes tell whether the body is empty.
            using var body = new MemoryStream((int)Math.Clamp(context.ResponseData.ContentLength, 64, 1 << 20));
            context.Stream.CopyTo(body);
            if (body.Length == 0) return new TResponse();
            return JsonSerializer.Deserialize(body.GetBuffer().AsSpan(0, (int)body.Length), _type) ?? new TResponse();
        }

        public override AmazonServiceException UnmarshallException(
            JsonUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode)
        {
            var reader = new StreamingUtf8JsonReader(context.Stream);
            var error = model.CreateError(JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(context, ref reader), innerException,
                statusCode);
            ReadExtraMembers(error, context.GetResponseBodyBytes());
            return error;
        }

        /// <summary>Reads what an exception carries beside its message, such as FromFederationSource.</summary>
        private void ReadExtraMembers(AmazonServiceException error, byte[]? body)
        {
            var members = error.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly);
            if (members.Length == 0 || body is null) return;
            try
            {
                using var document = JsonDocument.Parse(body);
                foreach (var member in members)
                {
                    if (document.RootElement.TryGetProperty(member.Name, out var value))
                        member.SetValue(error, value.Deserialize(WireJson.Options(model.CamelCase).GetTypeInfo(member.PropertyType)));
                }
            }
            catch (JsonException)
            {
                // The error itself matters more than its extra members.
            }
        }
    }
}
