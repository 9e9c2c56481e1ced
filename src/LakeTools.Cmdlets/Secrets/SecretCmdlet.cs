using System.Management.Automation;
using LakeTools.Core.Secrets;

namespace LakeTools.Cmdlets.Secrets;

/// <summary>The base of commands that do something with one secret after another.</summary>
public abstract class SecretCmdlet : LakeCmdlet
{
    /// <summary>The secret's name or ARN.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("SecretId", "Arn", "Name")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(SecretNameCompleter))]
    public string[]? Id { get; set; }

    /// <summary>The action for -WhatIf and -Confirm; null if nothing is changed.</summary>
    protected virtual string? Action => null;

    /// <inheritdoc/>
    protected sealed override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        // An empty id is refused below, with its own error.
        foreach (var id in Id is { Length: > 0 } ? Id : new string?[] { null })
        {
            await TryAsync(async () =>
            {
                if (Action is { } action)
                {
                    SecretService.CheckId(id);
                    if (!ShouldProcess(id!, action)) return;
                }

                await ProcessSecretAsync(id, cancellationToken).ConfigureAwait(false);
            }, id).ConfigureAwait(false);
        }
    }

    /// <summary>Processes one secret. An exception is a non-terminating error.</summary>
    /// <param name="id">The id as given.</param>
    /// <param name="cancellationToken">Cancelled when the pipeline stops.</param>
    /// <returns>The work.</returns>
    protected abstract Task ProcessSecretAsync(string? id, CancellationToken cancellationToken);
}
