using System.Runtime.CompilerServices;
using Amazon.S3;
using Amazon.S3.Model;
using LakeTools.Core.Calls;
using LakeTools.Core.Definitions.Facts;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Objects;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>The buckets of S3. One that holds objects is not removed.</summary>
internal sealed class BucketState(LakeConnection connection) : IStateStore
{
    private const string Scheme = "s3://";

    /// <summary>A bucket's properties.</summary>
    public static ServiceFacts<BucketProperties, BucketProperties> Facts { get; } = new()
    {
        {
            "versioning", Shapes.Truth, bucket => bucket.Versioning, (bucket, value) => bucket with { Versioning = value ?? false },
            Fact.Optional, "Earlier versions of objects are kept."
        },
    };

    public StateKind Kind => StateKind.Bucket;

    /// <summary>Refuses what S3 takes for no bucket's name, before any call.</summary>
    public static void Check(string name, IReadOnlyDictionary<string, string> facts) => BucketName.CheckNew(name);

    public async IAsyncEnumerable<StateItem> ReadAsync(StateScope scope, IReadOnlyList<StateItem> known,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pattern in scope.NamesOf(Kind, known.SelectMany(Places).Select(NameIn).OfType<string>()))
        {
            var buckets = Buckets.FindAsync(connection, pattern, cancellationToken);
            await foreach (var bucket in Absent.Skip(buckets, nameof(Fault.BucketNotFound), cancellationToken).ConfigureAwait(false))
            {
                if (found.Add(bucket.Name) && await ListedThing.ReadAsync<StateItem?>(async () =>
                    await ItemAsync(scope, bucket.Name, cancellationToken).ConfigureAwait(false),
                    error => error is AmazonS3Exception { ErrorCode: "NoSuchBucket" }, null).ConfigureAwait(false) is { } item)
                    yield return item;
            }
        }
    }

    private async Task<StateItem> ItemAsync(StateScope scope, string name, CancellationToken cancellationToken)
    {
        var s3 = connection.Clients.S3;
        var versioning = await s3.GetBucketVersioningAsync(new GetBucketVersioningRequest { BucketName = name }, cancellationToken)
            .ConfigureAwait(false);
        var status = versioning.VersioningConfig?.Status;
        bool? isOn = status == VersionStatus.Enabled ? true : status == VersionStatus.Suspended ? false : null;
        if (scope.LeftOut is { } left)
            foreach (var setting in await BucketSettings.OfAsync(s3, name, cancellationToken).ConfigureAwait(false))
                left.Add(setting, Kind, name);
        return new StateItem(new StateKey(Kind, name), Facts.Of(new BucketProperties(isOn)));
    }

    public async Task ApplyAsync(StateChange change, CancellationToken cancellationToken)
    {
        var name = change.Item.Key.Id;
        if (change.After is null)
        {
            await Buckets.RemoveAsync(connection, name, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (change.Before is null) await Buckets.CreateAsync(connection, name, cancellationToken).ConfigureAwait(false);
        if (Facts.Change(new BucketProperties(null), change).Versioning is not { } isOn) return;
        await connection.Clients.S3.PutBucketVersioningAsync(
            new PutBucketVersioningRequest
            {
                BucketName = name,
                VersioningConfig = new S3BucketVersioningConfig { Status = isOn ? VersionStatus.Enabled : VersionStatus.Suspended },
            },
            cancellationToken).ConfigureAwait(false);
    }

    // The S3 locations of a lake's resources.
    private static IEnumerable<string> Places(StateItem item) => item.Key.Kind switch
    {
        StateKind.Location => [item.Key.Id],
        StateKind.Database or StateKind.Table => item.Facts.TryGetValue("location", out var place) ? [place] : [],
        StateKind.Job => item.Facts.TryGetValue("script", out var script) ? [script] : [],
        StateKind.Crawler => Shapes.ListOf(item.Facts.GetValueOrDefault("paths")),
        _ => [],
    };

    private static string? NameIn(string place) =>
        place.StartsWith(Scheme, StringComparison.Ordinal) ? place[Scheme.Length..].Split('/')[0] : null;
}
