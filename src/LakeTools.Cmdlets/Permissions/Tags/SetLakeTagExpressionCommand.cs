using System.Collections;
using System.Management.Automation;
using LakeTools.Core.Permissions.Tags;
using LakeTools.Rules.Resources;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Changes a saved expression on LF-Tags, and so what all grants by it open.</para>
/// </summary>
[Cmdlet(VerbsCommon.Set, "LakeTagExpression", SupportsShouldProcess = true)]
[OutputType(typeof(LakeTagExpression))]
public sealed class SetLakeTagExpressionCommand : TagCmdlet
{
    /// <summary>The name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("TagExpressionName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TagExpressionNameCompleter))]
    public string Name { get; set; } = "";

    /// <summary>The whole new expression. Default: the existing one.</summary>
    [Parameter(Position = 1)]
    [Alias("TagExpression")]
    [TagExpression]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TagTableCompleter))]
    public IDictionary? Expression { get; set; }

    /// <summary>The new description; '' for none. Default: the existing one.</summary>
    [Parameter]
    [AllowEmptyString]
    [NotNullText]
    public string? Description { get; set; }

    /// <summary>Returns the expression as it then is.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var expression = Expression is null ? null : TagNames.Expression(TagTable.Read(Expression));
        if (!ShouldProcess(Name, $"Change the LF-Tag expression{(expression is null ? "" : $" to {expression}")}")) return;
        var description = MyInvocation.BoundParameters.ContainsKey(nameof(Description)) ? Description ?? "" : null;
        var changed = await new TagExpressionService(Lake).ChangeAsync(Name, expression, description, Account, cancellationToken)
            .ConfigureAwait(false);
        if (PassThru) WriteObject(await changed.ReadAsync(cancellationToken).ConfigureAwait(false));
    }
}
