using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using LakeTools.Core.Jobs;

namespace LakeTools.Cmdlets.Jobs;

/// <summary>Completes Glue's versions, the newest first.</summary>
public sealed class GlueVersionCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completion.FromSet(wordToComplete, GlueVersions.All.Reverse().Select(version => (version, version)));
}
