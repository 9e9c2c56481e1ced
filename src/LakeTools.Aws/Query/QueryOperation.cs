using System.Net;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace LakeTools.Aws.Query;

/// <summary>The invoke options of one operation of a query service: made once, shared by all calls.</summary>
internal sealed class QueryOperation<TResponse> : InvokeOptions, IMarshaller<IRequest, AmazonWebServiceRequest>
    where TResponse : AmazonWebServiceResponse, new()
{
    private static QueryOperation<TResponse>? s_instance;

    private readonly ServiceModel _model;
    private readonly string _name = typeof(TResponse).Name[..^"Response".Length];

    private QueryOperation(ServiceModel model)
    {
        _model = model;
        RequestMarshaller = this;
        ResponseUnmarshaller = new Reader(model);
    }

    public static QueryOperation<TResponse> For(ServiceModel model) => s_instance ??= new(model);

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, "Amazon." + _model.ServiceId) { HttpMethod = "POST", ResourcePath = "/",
            UseQueryString = false };
        request.Parameters["Action"] = _name;
        request.Parameters["Version"] = _model.ApiVersion;
        QueryForm.Write(input, request.Parameters);
        request.Headers["Content-Type"] = "application/x-www-form-urlencoded; charset=utf-8";
        return request;
    }

    private sealed class Reader(ServiceModel model) : XmlResponseUnmarshaller
    {
        public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext context)
        {
            var root = XDocument.Load(context.Stream).Root!;
            var result = root.Elements().FirstOrDefault(e => e.Name.LocalName.EndsWith("Result", StringComparison.Ordinal));
            var response = new TResponse();
            if (result is not null) QueryXml.Fill(response, result);
            response.ResponseMetadata = new ResponseMetadata
            {
                RequestId = root.Elements().FirstOrDefault(e => e.Name.LocalName == "ResponseMetadata")?.Elements().FirstOrDefault()?.Value,
            };
            return response;
        }

        public override AmazonServiceException UnmarshallException(
            XmlUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode)
        {
            var response = new ErrorResponse { Type = ErrorType.Unknown, StatusCode = statusCode };
            try
            {
                var root = XDocument.Load(context.Stream).Root!;
                string? Value(string name) => root.Descendants().FirstOrDefault(e => e.Name.LocalName == name)?.Value;
                response.Code = Value("Code") ?? StatusCode(statusCode);
                response.Message = Value("Message");
                response.RequestId = Value("RequestId");
                response.Type = Value("Type") == "Receiver" ? ErrorType.Receiver : ErrorType.Sender;
            }
            catch (System.Xml.XmlException)
            {
                // A load balancer's page is no answer of the service: the status says what there is to say.
                response.Code = StatusCode(statusCode);
                response.Message = statusCode.ToString();
            }

            return model.CreateError(response, innerException, statusCode);
        }

        private static string StatusCode(HttpStatusCode status) =>
            ((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
