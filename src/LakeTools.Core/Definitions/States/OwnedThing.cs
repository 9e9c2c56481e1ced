using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Definitions.States;

/// <summary>Names items that a definition owns.</summary>
/// <param name="Kind">The kind that is named.</param>
/// <param name="Pattern">The name, with wildcards.</param>
public sealed record OwnedThing(OwnedKind Kind, string Pattern)
{
    // The kinds that have names.
    private static readonly Dictionary<OwnedKind, StateKind> s_named = new()
    {
        [OwnedKind.Catalog] = StateKind.Catalog,
        [OwnedKind.Connection] = StateKind.Connection,
        [OwnedKind.Job] = StateKind.Job,
        [OwnedKind.Crawler] = StateKind.Crawler,
        [OwnedKind.Trigger] = StateKind.Trigger,
        [OwnedKind.Role] = StateKind.Role,
        [OwnedKind.Bucket] = StateKind.Bucket,
        [OwnedKind.Secret] = StateKind.Secret,
    };

    private readonly KeyPattern _pattern = new(Pattern);
    private readonly KeyPattern _location = new(S3Location.ToUri(Pattern));

    /// <summary>Whether items of a kind can be named.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>True if they may.</returns>
    public bool MayName(StateKind kind) => Kind switch
    {
        OwnedKind.Everything => kind is not (StateKind.Setting or StateKind.Share) && !IsOfAccount(kind),
        OwnedKind.Database => kind is StateKind.Database or StateKind.Table or StateKind.Partition or StateKind.ColumnStatistics
            or StateKind.DataFilter or StateKind.TagAssignment || HasPrincipal(kind),
        OwnedKind.Catalog => kind == StateKind.Catalog || HasPrincipal(kind),
        OwnedKind.Tag => kind == StateKind.Tag || HasPrincipal(kind),
        OwnedKind.TagExpression => kind == StateKind.TagExpression || HasPrincipal(kind),
        OwnedKind.Principal => HasPrincipal(kind),
        OwnedKind.Location => kind is StateKind.Location or StateKind.Grant,
        _ when s_named.TryGetValue(Kind, out var named) => kind == named,
        _ => kind is StateKind.Administrator or StateKind.ReadOnlyAdministrator,
    };

    /// <summary>Whether a thing is named.</summary>
    /// <param name="item">The resource.</param>
    /// <returns>True if it is.</returns>
    public bool Names(StateItem item) => Kind switch
    {
        _ when !MayName(item.Key.Kind) => false,
        OwnedKind.Everything => true,
        // A database, its contents, and the grants on it. A database of another catalog may have the same name.
        OwnedKind.Database => item.Resource is { DatabaseName: { } database } resource && resource.TopCatalog is null
            && _pattern.IsMatch(database),
        OwnedKind.Catalog => (item.Key.Kind == StateKind.Catalog ? item.Key.Id : item.Resource?.TopCatalog) is { } catalog
            && _pattern.IsMatch(catalog),
        OwnedKind.Tag => item.Key.Kind == StateKind.Tag ? _pattern.IsMatch(item.Key.Id) : item.Resource?.TagKey is { } key
            && _pattern.IsMatch(key),
        OwnedKind.TagExpression => item.Key.Kind == StateKind.TagExpression ? _pattern.IsMatch(item.Key.Id)
            : item.Resource?.TagExpressionName is { } name && _pattern.IsMatch(name),
        OwnedKind.Principal => item.Principal is { } principal && (_pattern.IsMatch(principal) || _pattern.IsMatch(Short(principal))),
        OwnedKind.Location => item.Resource?.DataLocation is { } location
            && (DataLocation.IsUnder(location, Pattern) || _location.IsMatch(S3Location.ToUri(location))),
        OwnedKind.Administrators => true,
        _ => _pattern.IsMatch(item.Key.Id),
    };

    private static bool HasPrincipal(StateKind kind) => kind is StateKind.Grant or StateKind.OptIn;

    // Others than the lake use them.
    private static bool IsOfAccount(StateKind kind) => kind is StateKind.Role or StateKind.Bucket or StateKind.Secret;

    private static string Short(string principal) => principal[(principal.LastIndexOf(':') + 1)..];
}
