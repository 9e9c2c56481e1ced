using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace LakeTools.Cmdlets.Data;

/// <summary>Completes the forms of data that can be read and written.</summary>
public sealed class DataFormatCompleter : IArgumentCompleter
{
    private static readonly string[] s_formats = ["Csv", "Tsv", "Json", "Parquet"];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters) =>
        from format in s_formats
        where format.StartsWith(wordToComplete ?? "", StringComparison.OrdinalIgnoreCase)
        select new CompletionResult(format);
}
