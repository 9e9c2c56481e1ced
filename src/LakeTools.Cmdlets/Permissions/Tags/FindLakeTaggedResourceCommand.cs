using System.Collections;
using System.Management.Automation;
using LakeTools.Core.Permissions.Tags;
using LakeTools.Rules.Resources;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Finds the databases, tables and columns whose LF-Tags match an expression.</para>
/// </summary>
[Cmdlet(VerbsCommon.Find, "LakeTaggedResource", DefaultParameterSetName = ExpressionSet)]
[OutputType(typeof(LakeTaggedResource))]
public sealed class FindLakeTaggedResourceCommand : TagCmdlet
{
    private const string ExpressionSet = "Expression";
    private const string NameSet = "Name";

    /// <summary>
    /// Keys with values, such as <c>@{ domain = 'sales', 'hr'; region = 'eu' }</c>: a resource must have one value of every key.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ExpressionSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Expression")]
    [TagExpression]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TagTableCompleter))]
    public IDictionary TagExpression { get; set; } = new Hashtable();

    /// <summary>A saved expression's name.</summary>
    [Parameter(Mandatory = true, ParameterSetName = NameSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TagExpressionNameCompleter))]
    public string TagExpressionName { get; set; } = "";

    /// <summary>Databases or tables alone. Default: both.</summary>
    [Parameter]
    [EnumWord(typeof(TaggedResourceType))]
    public TaggedResourceType? ResourceType { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var expression = ParameterSetName == NameSet
            ? TagTable.Read((IDictionary)(await new TagExpressionService(Lake).GetAsync(TagExpressionName, Account, cancellationToken)
                .ConfigureAwait(false)).Expression)
            : TagNames.Expression(TagTable.Read(TagExpression));
        await new TagService(Lake).RequireAsync(expression, Account, cancellationToken).ConfigureAwait(false);
        await WriteAllAsync(new TaggedResourceService(Lake).FindAsync(expression, ResourceType, Account, cancellationToken))
            .ConfigureAwait(false);
    }
}
