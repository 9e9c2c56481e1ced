using System.Collections;
using System.Management.Automation;
using LakeTools.Core.Definitions;
using LakeTools.Core.Objects;

namespace LakeTools.Cmdlets.Definitions;

/// <summary>The base of the commands on definitions that reach a lake: where the histories are kept.</summary>
public abstract class DefinitionCmdlet : LakeCmdlet
{
    /// <summary>A folder, or an s3:// prefix for teams. Default: the folder of an embedded lake, else the user's application data.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? JournalPath { get; set; }

    /// <summary>Reads definitions in every language.</summary>
    internal static DefinitionSource SourceOfFiles { get; } =
        new(new Dictionary<string, Func<string, string, DefinitionNode>>(StringComparer.Ordinal) { [".psd1"] = PowerShellData.Read });

    private protected static DefinitionSource Source => SourceOfFiles;

    /// <summary>Does the work.</summary>
    private protected DefinitionService Service() => new(Lake, Journal());

    private protected static IReadOnlyDictionary<string, string> Values(Hashtable? parameters) => StringMap.Of(parameters) ?? new Dictionary<string, string>();

    private IJournalStore Journal()
    {
        if (JournalPath is { } path) return S3Uri.LooksLikeOne(path) ? new S3Journal(Lake, path) : new FolderJournal(FullPath(path));
        if (Lake.LocalPath is { } folder) return new FolderJournal(Path.Combine(folder, "definitions"));
        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
        return new FolderJournal(Path.Combine(data, "LakeTools", "definitions", $"{Lake.AccountId ?? Lake.Name}-{Lake.Region}"));
    }
}
