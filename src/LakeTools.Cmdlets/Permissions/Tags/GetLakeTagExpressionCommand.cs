using System.Management.Automation;
using LakeTools.Core.Permissions.Tags;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Gets saved expressions on LF-Tags.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "LakeTagExpression")]
[OutputType(typeof(LakeTagExpression))]
public sealed class GetLakeTagExpressionCommand : TagCmdlet
{
    /// <summary>Names. Wildcards are permitted. Default: all.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("TagExpressionName")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TagExpressionNameCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var service = new TagExpressionService(Lake);
        foreach (var name in Name)
        {
            await TryAsync(async () =>
            {
                if (Names.Literal(name) is { } literal)
                {
                    WriteObject(await service.GetAsync(literal, Account, cancellationToken).ConfigureAwait(false));
                    return;
                }

                var pattern = Names.Pattern(name);
                await foreach (var expression in service.ListAsync(Account, cancellationToken).ConfigureAwait(false))
                    if (pattern.IsMatch(expression.Name)) WriteObject(expression);
            }, name).ConfigureAwait(false);
        }
    }
}
