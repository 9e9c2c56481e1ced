namespace LakeTools.Tests.Host;

/// <summary>How a run of the host ended.</summary>
internal sealed record HostEnd(int ExitCode, string Output, string Error);
