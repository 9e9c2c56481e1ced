using System.Diagnostics;

namespace LakeTools.Tests.Peers;

/// <summary>The Python that can run the peer tests.</summary>
/// <param name="Path">The program; null where none was found.</param>
/// <param name="Missing">What is missing; null where nothing is.</param>
internal sealed record PeerPython(string? Path, string? Missing)
{
    private static readonly Lazy<Task<PeerPython>> s_found = new(SearchAsync);

    /// <summary>The first of the system's Python and those on the PATH that has boto3, if the AWS CLI is there too.</summary>
    public static Task<PeerPython> FindAsync() => s_found.Value;

    private static async Task<PeerPython> SearchAsync()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator).Prepend("/usr/bin").ToList();
        if (!folders.Exists(folder => File.Exists(System.IO.Path.Combine(folder, "aws"))))
            return new PeerPython(null, "The AWS CLI is not installed (Debian: awscli).");
        foreach (var python in folders.Select(folder => System.IO.Path.Combine(folder, "python3")).Where(File.Exists))
        {
            var start = new ProcessStartInfo(python) { RedirectStandardOutput = true, RedirectStandardError = true };
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add("import boto3");
            if ((await PeerProcess.RunAsync(start, TimeSpan.FromMinutes(5), CancellationToken.None)).Code == 0)
                return new PeerPython(python, null);
        }

        return new PeerPython(null, "No python3 on the PATH has boto3 (Debian: python3-boto3).");
    }
}
