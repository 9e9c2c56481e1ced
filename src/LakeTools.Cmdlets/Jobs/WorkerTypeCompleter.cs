using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using LakeTools.Core.Jobs;

namespace LakeTools.Cmdlets.Jobs;

/// <summary>Completes Glue's worker types.</summary>
public sealed class WorkerTypeCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completion.FromSet(wordToComplete, WorkerTypes.All.Select(type => (type, type)));
}
