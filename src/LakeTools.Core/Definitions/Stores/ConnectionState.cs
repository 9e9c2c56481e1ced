using System.Runtime.CompilerServices;
using LakeTools.Core.Definitions.Facts;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Glue;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>The connections of Glue. Their passwords are no facts, and stay where they are.</summary>
internal sealed class ConnectionState(LakeConnection connection) : IStateStore
{
    private const string Secret = "SECRET_ID";

    /// <summary>A connection's properties.</summary>
    public static ServiceFacts<LakeGlueConnection, GlueConnectionChange> Facts { get; } = new()
    {
        {
            "type", Shapes.Filled(type => type.ToUpperInvariant()), item => item.ConnectionType,
            (change, type) => change with { ConnectionType = type },
            Fact.Required, "The connection type, such as JDBC, KAFKA or NETWORK."
        },
        {
            "description", Shapes.Text, item => item.Description, (change, text) => change with { Description = text ?? "" },
            Fact.Optional, "What it is for."
        },
        {
            "properties", new TextMap("property."), item => TextMap.Of(item.Property),
            (change, pairs) => change with { Property = Merged(change, pairs) },
            Fact.Optional, "Properties by the names that Glue uses, such as JDBC_CONNECTION_URL, without passwords."
        },
        {
            "secret", Shapes.Text, item => item.SecretId,
            (change, id) => string.IsNullOrEmpty(id)
                ? change with { Property = Merged(change, new Dictionary<string, string?> { [Secret] = null }) }
                : change with { SecretId = id },
            Fact.Optional, "The Secrets Manager secret with the user name and password."
        },
        {
            "subnet", Shapes.Word, item => item.SubnetId, (change, id) => change with { SubnetId = id ?? "" },
            Fact.Optional, "The subnet in which it is reached."
        },
        {
            "securityGroups", Shapes.TextList, item => item.SecurityGroupId,
            (change, ids) => change with { SecurityGroupId = ids ?? [] },
            Fact.Optional, "The security groups with which it is reached."
        },
        {
            "availabilityZone", Shapes.Word, item => item.AvailabilityZone, (change, zone) => change with { AvailabilityZone = zone ?? "" },
            Fact.Optional, "The availability zone of the subnet."
        },
        {
            "matchCriteria", Shapes.TextList, item => item.MatchCriterion,
            (change, words) => change with { MatchCriterion = words ?? [] },
            Fact.Optional, "Words by which connections are chosen."
        },
    };

    public StateKind Kind => StateKind.Connection;

    /// <summary>Refuses a connection that Glue does not take, or that holds a password, before any call.</summary>
    public static void Check(string name, IReadOnlyDictionary<string, string> facts)
    {
        var change = Facts.Make(new GlueConnectionChange { Name = name }, facts);
        if (change.Property?.ContainsKey(Secret) == true)
            throw Fault.ConnectionPropertyInvalid(name, Secret, "specify the secret as 'secret' of the connection");
        if (change.Property?.FirstOrDefault(property => property.Value is "").Key is { } empty)
            throw Fault.ConnectionPropertyInvalid(name, empty, "its value is empty. Specify a value, or remove the property");
        GlueConnectionService.CheckProperties(change);
        GlueConnectionService.Check(change);
    }

    public async IAsyncEnumerable<StateItem> ReadAsync(StateScope scope, IReadOnlyList<StateItem> known,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!scope.Has(Kind)) yield break;
        await foreach (var item in new GlueConnectionService(connection).FindAsync("*", connection.CatalogId, cancellationToken)
            .ConfigureAwait(false))
        {
            foreach (var part in item.Further) scope.LeftOut?.Add(part, Kind, item.Name);
            if (item.HasPassword) scope.LeftOut?.Add("password", Kind, item.Name);
            yield return new StateItem(new StateKey(Kind, item.Name), Facts.Of(item));
        }
    }

    public Task ApplyAsync(StateChange change, CancellationToken cancellationToken)
    {
        var service = new GlueConnectionService(connection);
        var name = change.Item.Key.Id;
        if (change.After is not { } after) return service.RemoveAsync(name, connection.CatalogId, cancellationToken);
        var empty = new GlueConnectionChange { Name = name, CatalogId = connection.CatalogId };
        return change.Before is null
            ? service.CreateAsync(Facts.Make(empty, after.Facts), cancellationToken)
            : service.ChangeAsync(Facts.Change(empty, change), cancellationToken);
    }

    private static Dictionary<string, string?> Merged(GlueConnectionChange change, IReadOnlyDictionary<string, string?> pairs)
    {
        var merged = new Dictionary<string, string?>(change.Property ?? new Dictionary<string, string?>());
        foreach (var (key, value) in pairs) merged[key] = value;
        return merged;
    }
}
