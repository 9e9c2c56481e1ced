using LakeTools.Local.Crawls;
using LakeTools.Local.Identity;
using LakeTools.Local.Queries;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.Store;
using LakeTools.Rules.Queries;

namespace LakeTools.Local.Context;

/// <summary>The context that every service of one account of a lake shares.</summary>
/// <param name="AccountId">Twelve digits.</param>
/// <param name="Region">Such as <c>us-east-1</c>.</param>
/// <param name="Folder">The lake's folder, absolute.</param>
/// <param name="Clock">Now; tests bring their own.</param>
internal sealed record LakeContext(string AccountId, string Region, string Folder, TimeProvider Clock)
{
    /// <summary>The account's tables; null for the first account of the lake.</summary>
    public AccountTables? Tables { get; init; }

    /// <summary>The accounts of the lake.</summary>
    public ILakeWorld World { get; init; } = null!;

    /// <summary>Seals secrets at rest.</summary>
    public required LakeCipher Cipher { get; init; }

    /// <summary>The keys that the lake accepts; issues those of sessions and of vended credentials.</summary>
    public required IdentityStore Identity { get; init; }

    /// <summary>The objects of S3, for services that read them.</summary>
    public required ObjectStore Objects { get; init; }

    /// <summary>Returns whether a caller may do something with an object, for services that write objects for their callers.</summary>
    public required Func<StoreSession, Caller, ObjectAction, string, string, bool> AllowsObject { get; init; }

    /// <summary>Does crawls; null if none are done.</summary>
    public Func<CrawlTask, CancellationToken, Task<CrawlCounts>>? Crawl { get; init; }

    /// <summary>Carries out queries; null if none are carried out.</summary>
    public Func<QueryTask, IQueryOutput, CancellationToken, Task>? Query { get; init; }

    /// <summary>Starts the loopback server where it does not run yet, and says where it listens.</summary>
    public required Func<Uri> StartServer { get; init; }
}
