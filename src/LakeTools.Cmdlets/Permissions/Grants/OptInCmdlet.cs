using System.Management.Automation;
using LakeTools.Cmdlets.Catalog;
using LakeTools.Core.Permissions.Grants;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Resources;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>The base of the commands on opt-ins: the parameters that name the catalog, a database, a table or all tables.</summary>
public abstract class OptInCmdlet : LakeCmdlet
{
    private string? _emptyName;

    /// <summary>The account's catalog itself.</summary>
    [Parameter]
    public SwitchParameter Catalog { get; set; }

    /// <summary>A database.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(DatabaseNameCompleter))]
    public virtual string? DatabaseName { get; set; }

    /// <summary>A table of the database; * is all of them, those to come included.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(TableNameCompleter))]
    public virtual string? TableName { get; set; }

    /// <summary>The ARN of a Glue catalog, database or table in place of its names.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? ResourceArn { get; set; }

    /// <summary>The catalog that holds the resource. Default: the connection's, else the caller's account.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? CatalogId { get; set; }

    /// <summary>The kind of an opt-in of Get-LakeOptIn; tells the catalog itself.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? ResourceKind { get; set; }

    /// <inheritdoc/>
    protected override Task BeginProcessingAsync(CancellationToken cancellationToken)
    {
        // What is bound before the first record was typed; an empty one is a slip, without which the resource would be a wider one.
        _emptyName = Array.Find(["DatabaseName", "TableName", "ResourceArn"],
            name => MyInvocation.BoundParameters.TryGetValue(name, out var value) && string.IsNullOrWhiteSpace(value as string));
        return Task.CompletedTask;
    }

    /// <summary>What the parameters name, unchecked.</summary>
    private protected ResourceInput Named()
    {
        if (_emptyName is { } name)
            throw Fault.ResourceNameEmpty(name, $"-{name}");
        return new ResourceInput
        {
            Catalog = Catalog || ResourceKind is nameof(Rules.Resources.ResourceKind.Catalog)
                or nameof(Rules.Resources.ResourceKind.NestedCatalog),
            DatabaseName = Text(DatabaseName),
            TableName = Text(TableName),
            ResourceArn = Text(ResourceArn),
            CatalogId = Text(CatalogId) ?? Lake.CatalogId,
        };
    }

    /// <summary>The one resource that was named, fit for opt-ins.</summary>
    private protected static LakeResource Read(ResourceInput input)
    {
        var findings = new List<LakeException>();
        var resource = ResourceReader.Read(input, findings) ?? throw LakeException.Join(input.ToString(), findings);
        OptInService.Check(resource);
        return resource;
    }

    /// <summary>The identifiers of principals, short ones completed.</summary>
    private protected async Task<IReadOnlyList<string>> IdentifiersAsync(IEnumerable<string> principals,
        CancellationToken cancellationToken)
    {
        var named = principals.Where(principal => principal.Length > 0).ToList();
        var account = await new PermissionService(Lake).AccountForAsync(named, cancellationToken).ConfigureAwait(false);
        return [.. named.Select(principal =>
            principal.Contains('*', StringComparison.Ordinal) ? principal : LakePrincipal.Parse(principal, account).Id)];
    }

    // PowerShell binds a null property to a text as the empty text.
    private static string? Text(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
