using System.Management.Automation;

namespace LakeTools.Tests.Answers;

/// <summary>What came of a line.</summary>
/// <param name="Output">What it returned.</param>
/// <param name="Errors">Its errors.</param>
/// <param name="Warnings">Its warnings.</param>
internal sealed record Said(IReadOnlyList<object> Output, IReadOnlyList<ErrorRecord> Errors, IReadOnlyList<string> Warnings)
{
    /// <summary>The IDs of its errors, without the command.</summary>
    public IEnumerable<string> Ids => Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]);
}
