using LakeTools.Local.S3;
using LakeTools.Local.Services;
using LakeTools.Local.Wire;
using LakeTools.Local.Wire.Models;

namespace LakeTools.Local.Faults;

/// <summary>The error texts of each service, by its AWS model and its list of common errors.</summary>
internal static class ServiceFaults
{
    private static readonly Dictionary<string, Words> s_words = new(StringComparer.Ordinal)
    {
        ["cloudtrail"] = new("ThrottlingException", 400, "InternalFailure"),
        ["athena"] = new("ThrottlingException", 400, "InternalServerException"),
        ["ec2"] = new("RequestLimitExceeded", 503, "InternalError"),
        ["glue"] = new("ThrottlingException", 400, "InternalServiceException"),
        ["iam"] = new("Throttling", 400, "ServiceFailure"),
        ["lakeformation"] = new("ThrottlingException", 400, "InternalServiceException"),
        ["logs"] = new("ThrottlingException", 400, "InternalFailure"),
        ["ram"] = new("ThrottlingException", 400, "ServerInternalException"),
        ["s3"] = new("SlowDown", 503, "InternalError"),
        ["secretsmanager"] = new("ThrottlingException", 400, "InternalServiceError"),
        ["sts"] = new("Throttling", 400, "InternalFailure"),
    };

    /// <summary>The operations of each service, which a fault may name.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyCollection<string>> Operations { get; } = LakeServices.Create()
        .ToDictionary(service => service.Service, service =>
            (IReadOnlyCollection<string>)service.Operations.Keys.ToList(), StringComparer.Ordinal)
        .Append(KeyValuePair.Create("s3", S3Routes.Names))
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>The answer of a service that asks to slow down.</summary>
    public static ApiException Throttled(string service) =>
        new(s_words[service].Throttle, service == "s3"
            ? "Please reduce your request rate." : "Rate exceeded", s_words[service].ThrottleStatus);

    /// <summary>The answer of a service that failed.</summary>
    public static ApiException Failed(string service) =>
        new(s_words[service].Failure, "We encountered an internal error. Please try again.", 500);

    /// <summary>The answer of a service in which somebody else is changing the same thing.</summary>
    public static ApiException Conflict(string service) => service == "iam"
        ? new ApiException("ConcurrentModification", "The object is being modified by another request. Please try again.", 409)
        : new ApiException("ConcurrentModificationException", "Another operation is in progress on the same resource. Please try again.");

    /// <summary>Returns whether an operation's AWS model lists the error of a concurrent modification.</summary>
    public static bool MayConflict(string service, string operation) =>
        service != "s3" && ServiceModel.For(service).Conflicts.Contains(operation);

    private sealed record Words(string Throttle, int ThrottleStatus, string Failure);
}
