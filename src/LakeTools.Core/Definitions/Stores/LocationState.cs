using System.Runtime.CompilerServices;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Permissions.Locations;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>The registered locations.</summary>
internal sealed class LocationState(LakeConnection connection) : IStateStore
{
    public const string ServiceLinkedRole = "service-linked";

    public StateKind Kind => StateKind.Location;

    public static StateItem Item(string path, string? role, bool? hybrid, bool? federated, string account) => new(
        new StateKey(StateKind.Location, S3Location.ToUri(S3Location.ToArn(path))),
        StateItem.FactsOf(("role", role), ("hybridAccess", hybrid is { } h ? SettingState.Yes(h) : null),
            ("withFederation", federated is { } f ? SettingState.Yes(f) : null)))
    {
        Resource = LakeResource.Location(path, account),
    };

    public async IAsyncEnumerable<StateItem> ReadAsync(StateScope scope, IReadOnlyList<StateItem> known,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!scope.Has(Kind)) yield break;
        var account = await connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var location in new LocationService(connection).ListAsync(cancellationToken).ConfigureAwait(false))
        {
            var role = location.RoleArn is null || location.RoleArn.Contains("/aws-service-role/", StringComparison.Ordinal)
                ? ServiceLinkedRole : location.RoleArn;
            yield return Item(location.Path, role, location.HybridAccess, location.WithFederation, account);
        }
    }

    public async Task ApplyAsync(StateChange change, CancellationToken cancellationToken)
    {
        var service = new LocationService(connection);
        var path = change.Item.Key.Id;
        if (change.After is not { } after)
        {
            await service.UnregisterAsync(path, cancellationToken).ConfigureAwait(false);
            return;
        }

        var options = new LocationOptions
        {
            Path = path,
            RoleArn = after.Facts.TryGetValue("role", out var role) && role != ServiceLinkedRole ? role : null,
            HybridAccess = after.Facts.TryGetValue("hybridAccess", out var hybrid) ? bool.Parse(hybrid) : null,
            WithFederation = after.Facts.TryGetValue("withFederation", out var federated) ? bool.Parse(federated) : null,
        };
        if (change.Before is null) await service.RegisterAsync(options, cancellationToken).ConfigureAwait(false);
        else await service.ChangeAsync(options, cancellationToken).ConfigureAwait(false);
    }
}
