using System.Diagnostics;
using System.Runtime.InteropServices;

namespace LakeTools.Tests.Browser;

/// <summary>
/// A headless Chromium for a test class, driven by its DevTools protocol. Where there is none, the tests are skipped and say so.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] s_names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    private readonly TemporaryFolder _profile = new();
    private Process? _process;
    private DevTools? _tools;

    /// <summary>Why there is no browser; null where there is one.</summary>
    public string? Missing { get; private set; }

    public async ValueTask InitializeAsync()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Prepend("/usr/bin");
        if (folders.SelectMany(folder => s_names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists) is not { } program)
        {
            Missing = "Chromium is not installed (Debian: chromium).";
            return;
        }

        var start = new ProcessStartInfo(program) { RedirectStandardError = true, RedirectStandardOutput = true };
        // A container's shared memory may be small.
        string[] arguments =
        [
            "--headless=new", "--remote-debugging-port=0", $"--user-data-dir={_profile.Path}", "--disable-dev-shm-usage", "--disable-gpu",
                "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-extensions", "--disable-sync", "--hide-scrollbars",
                "about:blank",
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        // Root has no sandbox, and CI is often root.
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Linux) && Environment.UserName == "root")
            start.ArgumentList.Insert(0, "--no-sandbox");
        _process = Process.Start(start)!;
        _process.BeginOutputReadLine();
        _tools = await DevTools.ConnectAsync(await AddressAsync(_process));
    }

    /// <summary>Opens a page in a tab of its own; skips the test where there is no browser, or fails it where peers are required.</summary>
    /// <param name="address">The page.</param>
    /// <param name="prepare">What to send to the tab before the page is there.</param>
    internal async Task<BrowserTab> OpenAsync(Uri address, Func<BrowserTab, Task>? prepare = null)
    {
        if (Missing is { } missing)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("LAKETOOLS_REQUIRE_PEERS") == "1", missing);
            Assert.Fail(missing);
        }

        var tab = await BrowserTab.OpenAsync(_tools!);
        if (prepare is not null) await prepare(tab);
        await tab.GoAsync(address);
        return tab;
    }

    public async ValueTask DisposeAsync()
    {
        if (_tools is not null) await _tools.DisposeAsync();
        if (_process is { } process)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        _profile.Dispose();
    }

    // Chromium says where it listens, on its error stream, which is read to its end so that it never blocks.
    private static async Task<Uri> AddressAsync(Process process)
    {
        const string sign = "DevTools listening on ";
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = new System.Text.StringBuilder();
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is null) address.TrySetException(new InvalidOperationException($"Chromium did not start: {said}"));
            else if (line.Data.StartsWith(sign, StringComparison.Ordinal)) address.TrySetResult(new Uri(line.Data[sign.Length..].Trim()));
            else if (!address.Task.IsCompleted) said.AppendLine(line.Data);
        };
        process.BeginErrorReadLine();
        return await address.Task.WaitAsync(s_patience);
    }
}
