using System.Collections;
using System.Management.Automation;
using LakeTools.Core.Permissions.Tags;
using LakeTools.Rules.Resources;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Saves an expression on LF-Tags under a name, that you can grant with.</para>
/// </summary>
[Cmdlet(VerbsCommon.New, "LakeTagExpression", SupportsShouldProcess = true)]
[OutputType(typeof(LakeTagExpression))]
public sealed class NewLakeTagExpressionCommand : TagCmdlet
{
    /// <summary>The name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("TagExpressionName")]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "";

    /// <summary>
    /// Keys with values, such as <c>@{ domain = 'sales', 'hr'; region = 'eu' }</c>: a resource must have one value of every key.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("TagExpression")]
    [TagExpression]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TagTableCompleter))]
    public IDictionary Expression { get; set; } = new Hashtable();

    /// <summary>The description.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Description { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var expression = TagNames.Expression(TagTable.Read(Expression));
        if (!ShouldProcess($"{Name}: {expression}", "Save the LF-Tag expression")) return;
        var description = string.IsNullOrEmpty(Description) ? null : Description;
        await WriteResultAsync(new TagExpressionService(Lake).CreateAsync(Name, expression, description, Account, cancellationToken))
            .ConfigureAwait(false);
    }
}
