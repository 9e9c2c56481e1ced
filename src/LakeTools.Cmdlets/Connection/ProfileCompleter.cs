using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using LakeTools.Core.Connection;

namespace LakeTools.Cmdlets.Connection;

/// <summary>Completes the profiles of the shared AWS config and credentials files.</summary>
public sealed class ProfileCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters) =>
        from profile in ProfileStore.List()
        where profile.Name.StartsWith(wordToComplete ?? "", StringComparison.OrdinalIgnoreCase)
        orderby profile.Name
        select new CompletionResult(Quote(profile.Name), profile.Name, CompletionResultType.ParameterValue, profile.Region?.SystemName ?? profile.Name);

    private static string Quote(string name) => name.Contains(' ') ? "'" + name.Replace("'", "''", StringComparison.Ordinal) + "'" : name;
}
