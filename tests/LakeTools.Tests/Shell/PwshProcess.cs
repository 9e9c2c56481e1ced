using System.Diagnostics;

namespace LakeTools.Tests.Shell;

/// <summary>PowerShell as a user starts it: a process of its own, with the built module on the module path.</summary>
internal sealed class PwshProcess : IDisposable
{
    private readonly Process _process;

    private PwshProcess(Process process) => _process = process;

    /// <summary>The process's id, for signals.</summary>
    public int Id => _process.Id;

    /// <summary>Starts pwsh; its streams are redirected.</summary>
    /// <param name="arguments">Those of pwsh; -NoProfile is given already.</param>
    /// <param name="environment">Variables beside those of the test.</param>
    /// <param name="through">A program and its arguments that starts what follows them; none for pwsh itself.</param>
    public static PwshProcess Start(
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? environment = null,
        IReadOnlyList<string>? through = null)
    {
        string[] command = [.. through ?? [], "dotnet", "exec", Packages.Pwsh, "-NoProfile", .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        start.Environment["PSModulePath"] = Path.Combine(Repository.Root, "out");
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        start.Environment["NO_COLOR"] = "1";
        foreach (var variable in environment ?? new Dictionary<string, string>()) start.Environment[variable.Key] = variable.Value;
        return new PwshProcess(Process.Start(start)!);
    }

    /// <summary>Runs pwsh to its end.</summary>
    public static async Task<PwshEnd> RunAsync(
        IEnumerable<string> arguments,
        string input = "",
        IReadOnlyDictionary<string, string>? environment = null)
    {
        using var pwsh = Start(arguments, environment);
        await pwsh._process.StandardInput.WriteAsync(input);
        pwsh._process.StandardInput.Close();
        return await pwsh.EndAsync();
    }

    /// <summary>Runs pwsh to its end, where no file may grow beyond a size: as on a full disk, only for this process.</summary>
    public static async Task<PwshEnd> RunLimitedAsync(int kibibytes, IEnumerable<string> arguments)
    {
        // The signal would end the process before the error reaches it. The runtime's code pages are a file too.
        using var pwsh = Start(
            arguments,
            new Dictionary<string, string> { ["DOTNET_EnableWriteXorExecute"] = "0" },
            ["bash", "-c", "trap '' XFSZ; ulimit -f \"$0\"; exec \"$@\"", $"{kibibytes}"]);
        pwsh._process.StandardInput.Close();
        return await pwsh.EndAsync();
    }

    /// <summary>Reads a line of the output.</summary>
    public Task<string?> ReadLineAsync() => _process.StandardOutput.ReadLineAsync();

    /// <summary>Waits for the end.</summary>
    public async Task<PwshEnd> EndAsync()
    {
        var output = _process.StandardOutput.ReadToEndAsync();
        var error = _process.StandardError.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return new PwshEnd(_process.ExitCode, await output, await error);
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
