using System.Management.Automation;
using LakeTools.Rules.Resources;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>The base of the commands on LF-Tags and expressions: the account that has them, and the warning about long names.</summary>
public abstract class TagCmdlet : LakeCmdlet
{
    /// <summary>The account that has them. Default: the connection's, otherwise the caller's.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [NotEmptyIfTyped]
    public string? CatalogId { get; set; }

    /// <summary>The account to send; null for the caller's.</summary>
    private protected string? Account => string.IsNullOrEmpty(CatalogId) ? Lake.CatalogId : CatalogId;

    /// <summary>Warns of what the service takes and its guide does not promise.</summary>
    private protected void WarnOfLength(string key, IEnumerable<string> values)
    {
        foreach (var text in TagNames.LongerThanGuide(key, values))
            WriteWarning($"'{text}' has {text.Length} characters. The Lake Formation guide states a maximum of 50 for keys and "
                + "values of LF-Tags.");
    }
}
