using System.Collections.Concurrent;
using LakeTools.Models;

namespace LakeTools.Local.Wire.Models;

/// <summary>The request model of one service: its operations and the shapes of their input.</summary>
internal sealed class ServiceModel
{
    private const string Conflict = "ConcurrentModificationException";

    private static readonly ConcurrentDictionary<string, Lazy<ServiceModel>> s_models = new(StringComparer.Ordinal);

    /// <summary>The signing name.</summary>
    public required string Service { get; init; }

    public required WireProtocolKind Protocol { get; init; }

    /// <summary>The API's version, such as <c>2017-03-31</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The text before the operation's name in X-Amz-Target; empty for other protocols.</summary>
    public required string Target { get; init; }

    /// <summary>The operation of each path, for rest-json.</summary>
    public required IReadOnlyDictionary<string, string> Paths { get; init; }

    /// <summary>The namespace of XML answers; empty for JSON protocols.</summary>
    public required string Namespace { get; init; }

    /// <summary>The error that answers a broken constraint.</summary>
    public required string ConstraintError { get; init; }

    /// <summary>The operations that AWS's model lets answer that somebody else is changing the same thing.</summary>
    public required IReadOnlySet<string> Conflicts { get; init; }

    /// <summary>The input of each operation.</summary>
    public required IReadOnlyDictionary<string, Shape> Operations { get; init; }

    /// <summary>The model of a service, read from this assembly when it is first asked for.</summary>
    public static ServiceModel For(string service) =>
        s_models.GetOrAdd(service, static name => new Lazy<ServiceModel>(() => Load(name))).Value;

    private static ServiceModel Load(string service)
    {
        var resource = $"Models/{service}.model";
        using var stream = typeof(ServiceModel).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"There is no {resource} in this assembly.");
        using var reader = new StreamReader(stream);
        var text = ModelText.Read(reader);
        return new ServiceModel
        {
            Service = text.Header("service"),
            Protocol = text.Header("protocol") switch
            {
                "rest-json" => WireProtocolKind.RestJson,
                "json-1.1" => WireProtocolKind.Json11,
                "query" => WireProtocolKind.Query,
                "ec2" => WireProtocolKind.Ec2,
                var other => throw new FormatException("Unknown protocol " + other),
            },
            Version = text.Header("version"),
            Target = text.Header("target"),
            Paths = text.Operations.ToDictionary(
                operation => text.Header("paths") == "lower" ? operation.Name.ToLowerInvariant() : operation.Name,
                operation => operation.Name,
                StringComparer.Ordinal),
            Namespace = text.Header("namespace"),
            ConstraintError = text.Header("constraint-error"),
            Conflicts = text.Operations.Where(operation => operation.Errors.Contains(Conflict, StringComparer.Ordinal))
                .Select(operation => operation.Name).ToHashSet(StringComparer.Ordinal),
            Operations = ShapeReader.Inputs(text),
        };
    }
}
