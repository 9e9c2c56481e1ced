using System.Runtime.CompilerServices;
using LakeTools.Core.Definitions.Facts;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Permissions.Locations;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>The registered locations.</summary>
internal sealed class LocationState(LakeConnection connection) : IStateStore
{
    private const string ServiceLinkedRole = "service-linked";
    private const string Role = "role";
    private const string Privileged = "withPrivilegedAccess";
    private const string Owner = "expectedOwnerAccount";

    // The properties that an update cannot remove.
    private static readonly string[] s_atRegistration = [Privileged, Owner];

    /// <summary>A location's properties. Its path is its name in a state.</summary>
    public static ServiceFacts<LakeLocation, LocationOptions> Facts { get; } = new()
    {
        {
            "path", new NoFact("""{ "type": "string" }"""),
            Fact.Required, "A location in S3, or the ARN of a table bucket, a Redshift datashare or namespace, or a Glue connection."
        },
        {
            Role, Shapes.RoleOr(ServiceLinkedRole, IsServiceLinked),
            location => IsServiceLinked(location.RoleArn) ? ServiceLinkedRole : location.RoleArn,
            (options, role) => options with { RoleArn = role },
            Fact.Optional, "The role with which data is read and written; without it, the service-linked role of Lake Formation."
        },
        {
            "hybridAccess", Shapes.Truth, location => location.HybridAccess,
            (options, value) => options with { HybridAccess = value },
            Fact.Optional, "Hybrid access mode: Lake Formation permissions apply to principals that are opted in."
        },
        {
            "withFederation", Shapes.Truth, location => location.WithFederation,
            (options, value) => options with { WithFederation = value },
            Fact.Optional, "Its source is federated, as those of S3 Tables and Redshift are."
        },
        {
            Privileged, Shapes.Truth, location => location.PrivilegedAccess,
            (options, value) => options with { PrivilegedAccess = value },
            Fact.Optional, "The principal that registers it has all permissions on it."
        },
        {
            Owner, Shapes.Checked(LocationService.CheckOwner), location => location.ExpectedOwnerAccount,
            (options, owner) => options with { ExpectedOwnerAccountId = owner },
            Fact.Optional, "The account that must own the bucket: 12 digits, in quotes."
        },
    };

    public StateKind Kind => StateKind.Location;

    public static StateItem Item(string arn, IReadOnlyDictionary<string, string> facts, string account) =>
        new(new StateKey(StateKind.Location, S3Location.ToUri(arn)), facts)
        {
            Resource = LakeResource.Location(arn, account),
        };

    public async IAsyncEnumerable<StateItem> ReadAsync(StateScope scope, IReadOnlyList<StateItem> known,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!scope.Has(Kind)) yield break;
        var account = await connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var location in new LocationService(connection).ListAsync(cancellationToken).ConfigureAwait(false))
            yield return Item(location.ResourceArn, Facts.Of(location), account);
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

        var options = Facts.Make(new LocationOptions { Path = path }, after.Facts);
        if (change.Before is null) await service.RegisterAsync(options, cancellationToken).ConfigureAwait(false);
        else if (IsServiceLinked(change.Before) || IsServiceLinked(after) || change.Set.ContainsKey(Privileged)
            || change.Unset.Any(s_atRegistration.Contains))
            await service.ReplaceAsync(options, cancellationToken).ConfigureAwait(false);
        else await service.ChangeAsync(options, cancellationToken).ConfigureAwait(false);
    }

    private static bool IsServiceLinked(StateItem item) => item.Facts.GetValueOrDefault(Role) == ServiceLinkedRole;

    private static bool IsServiceLinked(string? role) => role?.Contains("/aws-service-role/", StringComparison.Ordinal) != false;
}
