using System.Management.Automation;
using LakeTools.Cmdlets.Objects;
using LakeTools.Core.Definitions.Journals;
using LakeTools.Core.Definitions.Language;
using LakeTools.Core.Definitions.Nodes;
using LakeTools.Core.Definitions.Publishing;
using LakeTools.Rules.Names;

namespace LakeTools.Cmdlets.Definitions;

/// <summary>The base of the commands on definitions that reach a lake: where the histories are kept.</summary>
public abstract class DefinitionCmdlet : LakeCmdlet
{
    /// <summary>
    /// A folder, or an s3:// prefix for teams. Default: the folder of an embedded lake, otherwise the user's application data.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FileOrS3Completer))]
    public string? JournalPath { get; set; }

    /// <summary>Reads definitions in every language.</summary>
    internal static DefinitionSource SourceOfFiles { get; } =
        new(new Dictionary<string, Func<string, string, DefinitionNode>>(StringComparer.Ordinal) { [".psd1"] = PowerShellData.Read });

    private protected static DefinitionSource Source => SourceOfFiles;

    /// <summary>Does the work.</summary>
    private protected DefinitionService Service()
    {
        var (lake, path) = (Lake, JournalPath is { } place && !S3Uri.LooksLikeOne(place) ? FullPath(place) : JournalPath);
        return new DefinitionService(lake, token => JournalPlace.OpenAsync(lake, path, token));
    }
}
