using System.Diagnostics;
using LakeTools.Tests.Shell;

namespace LakeTools.Tests.Local.Durability;

/// <summary>An embedded lake behind its port in a process of its own, which can be killed.</summary>
internal sealed class LakeServerProcess : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    private readonly PwshProcess _pwsh;

    private LakeServerProcess(PwshProcess pwsh, Uri uri)
    {
        _pwsh = pwsh;
        Uri = uri;
    }

    public Uri Uri { get; }

    /// <summary>Starts it and waits until it listens.</summary>
    /// <param name="folder">The lake's folder.</param>
    /// <param name="disk">Where its disk seems small; null for the disk as it is.</param>
    public static async Task<LakeServerProcess> StartAsync(string folder, SmallDisk? disk = null)
    {
        var command = $"Import-Module LakeTools; (Start-LakeServer -Local '{folder}' -PassThru).Uri.AbsoluteUri; "
            + "[void][Console]::In.ReadLine()";
        var pwsh = PwshProcess.Start(["-Command", command], disk?.Environment, disk?.Command);
        var line = await pwsh.ReadLineAsync().WaitAsync(s_patience, TestContext.Current.CancellationToken);
        if (line is not null) return new LakeServerProcess(pwsh, new Uri(line));
        var end = await pwsh.EndAsync();
        pwsh.Dispose();
        throw new InvalidOperationException(end.Error);
    }

    /// <summary>Ends it where it stands: no handler of it runs.</summary>
    public async Task KillAsync()
    {
        using var process = Process.GetProcessById(_pwsh.Id);
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose() => _pwsh.Dispose();
}
