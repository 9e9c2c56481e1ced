using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using LakeTools.Core.Catalog;

namespace LakeTools.Cmdlets.Catalog;

/// <summary>Completes the type of a column that is written as <c>name:type</c>, also inside of a type.</summary>
public sealed class ColumnTypeCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var typed = (wordToComplete ?? "").Trim('\'', '"');
        var before = typed[..(typed.LastIndexOfAny([':', '<', ',']) + 1)];
        return before.Contains(':', StringComparison.Ordinal) ? Completion.FromSet(typed, HiveType.Known.Select(type => (before + type, type))) : [];
    }
}
