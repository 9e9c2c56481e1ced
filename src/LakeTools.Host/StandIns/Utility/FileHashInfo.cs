namespace Microsoft.PowerShell.Commands;

/// <summary>What Get-FileHash emits.</summary>
public sealed record FileHashInfo(string Algorithm, string Hash, string Path);
