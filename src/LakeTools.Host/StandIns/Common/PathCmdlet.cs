namespace Microsoft.PowerShell.Commands;

/// <summary>A cmdlet over paths: <c>-Path</c> with wildcards, or <c>-LiteralPath</c>.</summary>
public abstract class PathCmdlet : PSCmdlet
{
    /// <summary>Paths with wildcards.</summary>
    [Parameter(Position = 0, ParameterSetName = "Path", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public virtual string[]? Path { get; set; }

    /// <summary>Paths as they are.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath", ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    public virtual string[]? LiteralPath { get; set; }

    /// <summary>Hidden and read-only items too.</summary>
    [Parameter]
    public virtual SwitchParameter Force { get; set; }

    protected bool IsLiteral => LiteralPath is not null;

    protected string[] Paths => LiteralPath ?? Path ?? [DefaultPath];

    protected virtual string DefaultPath => ".";

    /// <summary>Runs a step for one path; what goes wrong is reported for that path alone.</summary>
    protected void ForPath(string path, Action step)
    {
        try
        {
            step();
        }
        catch (ItemNotFoundException e)
        {
            WriteError(new ErrorRecord(e.ErrorRecord, e));
        }
        catch (Exception e) when (e is PSNotSupportedException or DriveNotFoundException or ProviderNotFoundException)
        {
            WriteError(new ErrorRecord(((IContainsErrorRecord)e).ErrorRecord, e));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            WriteError(new ErrorRecord(e, e.GetType().Name, ErrorCategory.OpenError, path));
        }
    }

    /// <summary>The error of a path that is not there.</summary>
    protected ErrorRecord NotFound(string path)
    {
        var message = $"Cannot find path '{GetUnresolvedProviderPathFromPSPath(path)}' because it does not exist.";
        return new ErrorRecord(new ItemNotFoundException(message), "PathNotFound", ErrorCategory.ObjectNotFound, path);
    }

    /// <summary>The file-system paths that a path stands for; a missing one is reported.</summary>
    protected IReadOnlyList<string> Files(string path)
    {
        try
        {
            if (IsLiteral)
            {
                var single = GetUnresolvedProviderPathFromPSPath(path);
                if (InvokeProvider.Item.Exists(path, force: true, literalPath: true)) return [single];
                WriteError(NotFound(path));
                return [];
            }

            return GetResolvedProviderPathFromPSPath(path, out _);
        }
        catch (ItemNotFoundException e)
        {
            WriteError(new ErrorRecord(e.ErrorRecord, e));
            return [];
        }
    }
}
