using System.Collections;
using System.Management.Automation;
using LakeTools.Cmdlets.Catalog;
using LakeTools.Core.Permissions.Grants;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Resources;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// The base of the commands on permissions: the parameters that name a resource. They bind from the pipeline by property
/// name, so what Get-GlueTable, Get-LakePermission, Import-Csv and AWS.Tools' Get-LKFPermissionList emit is a resource too.
/// </summary>
public abstract class ResourceCmdlet : NamedResourceCmdlet
{
    /// <summary>A database.</summary>
    [Parameter(ParameterSetName = ResourceSets.Any, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceSets.Database, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceSets.Table, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceSets.Column, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceSets.DataFilter, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(DatabaseNameCompleter))]
    public override string? DatabaseName { get; set; }

    /// <summary>A table of the database; * is all of them, those to come included.</summary>
    [Parameter(ParameterSetName = ResourceSets.Any, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceSets.Table, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceSets.Column, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceSets.DataFilter, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(TableNameCompleter))]
    public override string? TableName { get; set; }

    /// <summary>Columns of the table.</summary>
    [Parameter(ParameterSetName = ResourceSets.Any, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceSets.Column, ValueFromPipelineByPropertyName = true)]
    [NotEmptyIfTyped]
    [WordList]
    [ArgumentCompleter(typeof(ColumnNameCompleter))]
    public string[]? ColumnName { get; set; }

    /// <summary>Columns of the table that are left out; all others are meant.</summary>
    [Parameter(ParameterSetName = ResourceSets.Any, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceSets.Column, ValueFromPipelineByPropertyName = true)]
    [NotEmptyIfTyped]
    [WordList]
    [ArgumentCompleter(typeof(ColumnNameCompleter))]
    public string[]? ExcludedColumnName { get; set; }

    /// <summary>A data cells filter of the table.</summary>
    [Parameter(ParameterSetName = ResourceSets.Any, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceSets.DataFilter, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [NotEmptyIfTyped]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(DataFilterNameCompleter))]
    public string? FilterName { get; set; }

    /// <summary>A location: an S3 ARN or an s3:// URI.</summary>
    [Parameter(ParameterSetName = ResourceSets.Any, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceSets.DataLocation, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [NotEmptyIfTyped]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(LocationCompleter))]
    public string? DataLocation { get; set; }

    /// <summary>An LF-Tag's key.</summary>
    [Parameter(ParameterSetName = ResourceSets.Any, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceSets.Tag, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [NotEmptyIfTyped]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(TagKeyCompleter))]
    public string? TagKey { get; set; }

    /// <summary>Values of the LF-Tag. Default: all.</summary>
    [Parameter(ParameterSetName = ResourceSets.Any, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceSets.Tag, ValueFromPipelineByPropertyName = true)]
    [NotEmptyIfTyped]
    [WordList]
    [ArgumentCompleter(typeof(TagValueCompleter))]
    public string[]? TagValue { get; set; }

    /// <summary>An expression on LF-Tags, such as <c>@{ domain = 'sales', 'hr' }</c>.</summary>
    [Parameter(ParameterSetName = ResourceSets.Any, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceSets.TagExpression, ValueFromPipelineByPropertyName = true)]
    [NotEmptyIfTyped]
    [TagExpression]
    [ArgumentCompleter(typeof(TagTableCompleter))]
    public IDictionary? TagExpression { get; set; }

    /// <summary>A saved expression's name.</summary>
    [Parameter(ParameterSetName = ResourceSets.Any, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceSets.TagExpression, ValueFromPipelineByPropertyName = true)]
    [NotEmptyIfTyped]
    [ArgumentCompleter(typeof(TagExpressionNameCompleter))]
    public string? TagExpressionName { get; set; }

    /// <summary>Database or Table: what of all that matches the expression is meant.</summary>
    [Parameter(ParameterSetName = ResourceSets.Any, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceSets.TagExpression, ValueFromPipelineByPropertyName = true)]
    [NotEmptyIfTyped]
    [ArgumentCompleter(typeof(ResourceTypeCompleter))]
    public string? ResourceType { get; set; }

    /// <summary>A resource as AWS.Tools' objects have it.</summary>
    [Parameter(ParameterSetName = ResourceSets.Any, ValueFromPipelineByPropertyName = true, DontShow = true)]
    [NotEmptyIfTyped]
    public PSObject? Resource { get; set; }

    /// <inheritdoc/>
    private protected override IReadOnlyList<string> ResourceNames { get; } =
    [
        nameof(DatabaseName),
        nameof(TableName),
        nameof(ColumnName),
        nameof(ExcludedColumnName),
        nameof(FilterName),
        nameof(DataLocation),
        nameof(TagKey),
        nameof(TagValue),
        nameof(TagExpression),
        nameof(TagExpressionName),
        nameof(ResourceType),
        nameof(ResourceArn),
    ];

    /// <summary>The resource that the parameters name.</summary>
    /// <returns>The named resource, unchecked.</returns>
    /// <exception cref="LakeException"><c>ResourceObjectInvalid</c>, <c>ResourceAmbiguous</c>.</exception>
    private protected ResourceInput Named()
    {
        if (Resource is { } shape && PSValue.Of(shape) is not "") // an empty cell of a CSV file
        {
            var fromShape = ResourceShape.Read(shape);
            RequireUntyped(fromShape);
            return fromShape with
            {
                CatalogId = fromShape.CatalogId ?? Text(CatalogId) ?? Lake.CatalogId,
                DatabaseName = OfShape(fromShape.DatabaseName),
                TableName = OfShape(fromShape.TableName),
            };
        }

        return new ResourceInput
        {
            Catalog = IsCatalog,
            Kind = IsTyped ? null : Text(ResourceKind),
            CatalogId = Text(CatalogId) ?? Lake.CatalogId,
            DatabaseName = Text(DatabaseName),
            TableName = Text(TableName),
            ColumnName = ColumnName,
            ExcludedColumnName = ExcludedColumnName,
            FilterName = Text(FilterName),
            DataLocation = Text(DataLocation),
            TagKey = Text(TagKey),
            TagValue = TagValue,
            TagExpression = TagExpression is { Count: > 0 } table ? TagTable.Read(table) : null,
            TagExpressionName = Text(TagExpressionName),
            ResourceType = Text(ResourceType),
            ResourceArn = Text(ResourceArn),
        };
    }

    /// <summary>A name of <see cref="Resource"/>, as the parameters have names.</summary>
    private protected virtual string? OfShape(string? name) => name;

    // The object names a whole resource: a name that is typed beside it names another one.
    private void RequireUntyped(ResourceInput fromShape)
    {
        List<string> typed = [.. ResourceNames.Where(WasTyped)];
        if (Catalog && WasTyped(nameof(Catalog))) typed.Add(nameof(Catalog));
        if (WasTyped(nameof(CatalogId)) && fromShape.CatalogId is { } other && other != CatalogId) typed.Add(nameof(CatalogId));
        if (typed.Count > 0)
            throw Fault.ResourceAmbiguous(2, $"{string.Join(" ", typed.Select(name => "-" + name))}, -{nameof(Resource)}");
    }

    /// <summary>Where requests go, with the account if short principals need it.</summary>
    private protected Task<LakeHome> HomeForAsync(IEnumerable<string> principals, CancellationToken cancellationToken) =>
        new PermissionService(Lake).HomeForAsync(principals, cancellationToken);
}
