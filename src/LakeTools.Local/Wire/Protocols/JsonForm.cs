using LakeTools.Local.Wire.Models;

namespace LakeTools.Local.Wire.Protocols;

/// <summary>The differences between two protocols that carry JSON.</summary>
internal abstract class JsonForm
{
    public abstract string ContentType { get; }

    /// <summary>The status of a refused signature.</summary>
    public abstract int RefusedStatus { get; }

    public abstract int UnknownOperationStatus { get; }

    /// <summary>The operation that a request names; empty if it names none.</summary>
    public abstract string OperationOf(ServiceModel model, WireRequest request);
}

/// <summary>rest-json: the path names the operation.</summary>
internal sealed class RestJsonForm : JsonForm
{
    public override string ContentType => "application/json";

    public override int RefusedStatus => 403;

    public override int UnknownOperationStatus => 404;

    public override string OperationOf(ServiceModel model, WireRequest request) =>
        request.Path.TrimStart('/') is var path && model.Paths.TryGetValue(path, out var operation) ? operation : path;
}

/// <summary>json 1.1: the X-Amz-Target header names the operation.</summary>
internal sealed class Json11Form : JsonForm
{
    public override string ContentType => "application/x-amz-json-1.1";

    public override int RefusedStatus => 400;

    public override int UnknownOperationStatus => 400;

    public override string OperationOf(ServiceModel model, WireRequest request)
    {
        var target = request.Header("X-Amz-Target") ?? "";
        return target.StartsWith(model.Target + ".", StringComparison.Ordinal) ? target[(model.Target.Length + 1)..] : "";
    }
}
