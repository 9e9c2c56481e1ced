using System.Management.Automation;
using LakeTools.Cmdlets.Catalog;
using LakeTools.Core.Permissions.Grants;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Resources;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>The base of the commands that name the catalog, a database or tables.</summary>
public abstract class NamedResourceCmdlet : LakeCmdlet
{
    /// <summary>The account's catalog itself.</summary>
    [Parameter(ParameterSetName = ResourceSets.Any)]
    [Parameter(ParameterSetName = ResourceSets.Catalog, Mandatory = true)]
    public SwitchParameter Catalog { get; set; }

    /// <summary>A database.</summary>
    [Parameter(ParameterSetName = ResourceSets.Any, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceSets.Database, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceSets.Table, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [NotEmptyIfTyped]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(DatabaseNameCompleter))]
    public virtual string? DatabaseName { get; set; }

    /// <summary>A table of the database; * is all of them, those to come included.</summary>
    [Parameter(ParameterSetName = ResourceSets.Any, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceSets.Table, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [NotEmptyIfTyped]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(TableNameCompleter))]
    public virtual string? TableName { get; set; }

    /// <summary>The ARN of a Glue catalog, database or table in place of its names.</summary>
    [Parameter(ParameterSetName = ResourceSets.Any, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceSets.ResourceArn, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [NotEmptyIfTyped]
    [AllowNull]
    [AllowEmptyString]
    public string? ResourceArn { get; set; }

    /// <summary>The catalog that holds the resource. Default: the connection's, otherwise the caller's account.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [NotEmptyIfTyped]
    public string? CatalogId { get; set; }

    /// <summary>The kind of what Get-LakePermission or Get-LakeOptIn emits; tells the catalog itself.</summary>
    [Parameter(ParameterSetName = ResourceSets.Any, ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? ResourceKind { get; set; }

    /// <summary>The parameters that make the resource a narrower one.</summary>
    private protected virtual IReadOnlyList<string> ResourceNames { get; } = [nameof(DatabaseName), nameof(TableName), nameof(ResourceArn)];

    /// <summary>True if the catalog itself is meant.</summary>
    private protected bool IsCatalog => Catalog || ResourceKind is nameof(Rules.Resources.ResourceKind.Catalog)
        or nameof(Rules.Resources.ResourceKind.NestedCatalog);

    /// <summary>Warns that a listed condition cannot be decided, copied or revoked.</summary>
    private protected void WriteUnknownCondition(string condition) => WriteWarning(
        $"This version of LakeTools does not know all of a condition. It is returned as the service lists it: {condition}");

    /// <summary>Where requests go.</summary>
    private protected LakeHome Home => new PermissionService(Lake).Home;

    /// <summary>True if a name was typed, and did not come from the pipeline.</summary>
    private protected bool IsTyped => ResourceNames.Any(WasTyped);

    /// <summary>
    /// What a reading command is asked for: one resource, or the criteria of several. An object that a Get command returned names one:
    /// its table * is all tables, and not any table.
    /// </summary>
    /// <param name="input">The named resource, unchecked.</param>
    /// <returns>One of them; none if no resource is named.</returns>
    /// <exception cref="LakeException">Everything that is wrong with the names.</exception>
    private protected (LakeResource? Resource, ResourcePattern? Pattern) Criteria(ResourceInput input)
    {
        if (ResourceReader.Parameters(input).Count == 0 && input is { ResourceType: null, Kind: null }) return (null, null);
        var findings = new List<LakeException>();
        var isPattern = (IsTyped || Text(ResourceKind) is null) && (HasWildcards(input.DatabaseName) || HasWildcards(input.TableName));
        if (isPattern)
        {
            Names.Check(input.DatabaseName);
            Names.Check(input.TableName);
        }

        var pattern = isPattern ? ResourcePattern.Read(input, Home, findings) : null;
        var resource = isPattern ? null : ResourceReader.Read(input with
        {
            DatabaseName = Literal(input.DatabaseName),
            TableName = Literal(input.TableName),
        }, Home, findings);
        return findings.Count == 0 ? (resource, pattern) : throw LakeException.Join(input, findings);

        static bool HasWildcards(string? name) => name is not null && Names.IsPattern(name);

        // The table * of an object is a name.
        static string? Literal(string? name) => name is null ? null : Names.Literal(name) ?? name;
    }

    // PowerShell binds a null property to a text as the empty text.
    private protected static string? Text(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
