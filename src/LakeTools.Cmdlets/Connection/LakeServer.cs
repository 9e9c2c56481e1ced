using System.Security;
using LakeTools.Local.Faults;

namespace LakeTools;

/// <summary>An embedded lake behind a port of this machine, as Start-LakeServer shows it.</summary>
public sealed record LakeServer
{
    /// <summary>The endpoint of every service: <c>http://127.0.0.1:port/</c>.</summary>
    public required Uri Uri { get; init; }

    /// <summary>The port.</summary>
    public required int Port { get; init; }

    /// <summary>The region that clients are to name.</summary>
    public required string Region { get; init; }

    /// <summary>The principal of the keys: an ARN.</summary>
    public required string Principal { get; init; }

    /// <summary>The id of a key that the lake accepts.</summary>
    public required string AccessKey { get; init; }

    /// <summary>The key's secret.</summary>
    public required SecureString SecretKey { get; init; }

    /// <summary>The lake's folder.</summary>
    public required string LocalPath { get; init; }

    /// <summary>The number of requests affected by the faults of Start-LakeServer -Fault.</summary>
    public int FaultCount => Faults?.Count ?? 0;

    internal LakeFaults? Faults { get; init; }

    /// <summary>Shows the address.</summary>
    /// <returns>The address and folder.</returns>
    public override string ToString() => $"{Uri} ({LocalPath})";
}
