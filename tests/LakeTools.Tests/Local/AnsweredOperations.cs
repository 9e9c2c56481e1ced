using LakeTools.Local.Api;
using LakeTools.Local.S3;
using LakeTools.Local.Services;

namespace LakeTools.Tests.Local;

/// <summary>The operations that the embedded lake answers, as its code says.</summary>
internal static class AnsweredOperations
{
    /// <summary>Names of operations by the signing name of their service.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyCollection<string>> ByService()
    {
        var services = LakeServices.Create();
        try
        {
            return services.ToDictionary(service => service.Service, IReadOnlyCollection<string> (service) => [.. service.Operations.Keys])
                .Append(new("s3", S3Routes.Names)).ToDictionary();
        }
        finally
        {
            foreach (var service in services) service.Dispose();
        }
    }
}
