using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Amazon;

namespace LakeTools.Cmdlets.Connection;

/// <summary>Completes regions' codes, with their names as tooltips.</summary>
public sealed class RegionCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters) =>
        from region in RegionEndpoint.EnumerableAllRegions
        where region.SystemName.StartsWith(wordToComplete ?? "", StringComparison.OrdinalIgnoreCase)
        orderby region.SystemName
        select new CompletionResult(region.SystemName, region.SystemName, CompletionResultType.ParameterValue, region.DisplayName);
}
