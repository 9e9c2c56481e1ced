namespace LakeTools.Host;

/// <summary>What a script gave.</summary>
/// <param name="Output">The objects that it emitted.</param>
/// <param name="Errors">The errors that did not end it.</param>
public sealed record HostedResult(IReadOnlyList<PSObject> Output, IReadOnlyList<ErrorRecord> Errors);
