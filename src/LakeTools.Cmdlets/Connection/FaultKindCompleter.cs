using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using LakeTools.Local.Faults;

namespace LakeTools.Cmdlets.Connection;

/// <summary>Completes the kinds of faults.</summary>
public sealed class FaultKindCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completion.FromSet(wordToComplete, Enum.GetNames<LakeFaultKind>().Select(name => (name, "")));
}
