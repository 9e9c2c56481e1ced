using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.S3;
using Amazon.S3.Internal;

namespace LakeTools.Core.Connection;

/// <summary>
/// The client of S3, for every valid key. If the bucket is in the path, the SDK sends a key that begins with a slash
/// without the slash, but signs it with the slash.
/// </summary>
internal sealed class S3Client : AmazonS3Client
{
    /// <summary>Makes a client.</summary>
    /// <param name="credentials">The credentials.</param>
    /// <param name="config">The configuration.</param>
    public S3Client(AWSCredentials credentials, AmazonS3Config config)
        : base(credentials, config)
    {
    }

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.AddHandlerAfter<AmazonS3EndpointResolver>(new WholeKeys());
    }

    // The bucket moves from the path of the endpoint to that of the resource, so the slash after it is kept.
    private sealed class WholeKeys : PipelineHandler
    {
        private const string Bucket = "{LakeToolsBucket}";

        public override void InvokeSync(IExecutionContext executionContext)
        {
            Keep(executionContext.RequestContext.Request);
            base.InvokeSync(executionContext);
        }

        public override Task<T> InvokeAsync<T>(IExecutionContext executionContext)
        {
            Keep(executionContext.RequestContext.Request);
            return base.InvokeAsync<T>(executionContext);
        }

        private static void Keep(IRequest request)
        {
            var bucket = request.Endpoint.AbsolutePath.Trim('/');
            var hasSlash = request.PathResources.TryGetValue("{Key+}", out var key) && key.StartsWith('/');
            if (!hasSlash || bucket.Length == 0 || bucket.Contains('/', StringComparison.Ordinal)) return;
            request.Endpoint = new Uri(request.Endpoint, "/");
            request.AddPathResource(Bucket, bucket);
            request.ResourcePath = $"/{Bucket}{request.ResourcePath}";
        }
    }
}
