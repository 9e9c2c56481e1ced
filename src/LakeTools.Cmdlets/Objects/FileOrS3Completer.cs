using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using LakeTools.Rules.Names;

namespace LakeTools.Cmdlets.Objects;

/// <summary>Completes addresses in S3 where the word begins like one; otherwise PowerShell offers files.</summary>
public sealed class FileOrS3Completer : IArgumentCompleter
{
    private readonly S3UriCompleter _addresses = new();

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters) =>
        S3Uri.LooksLikeOne((wordToComplete ?? "").Trim('\'', '"'))
            ? _addresses.CompleteArgument(commandName, parameterName, wordToComplete!, commandAst, fakeBoundParameters)
            : null!; // no answer, rather than an empty one: PowerShell goes on with files
}
