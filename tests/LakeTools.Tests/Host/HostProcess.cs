using System.Diagnostics;

namespace LakeTools.Tests.Host;

/// <summary>The host as a user starts it: a process of its own.</summary>
internal sealed class HostProcess : IDisposable
{
    private static readonly string s_assembly = Path.Combine(AppContext.BaseDirectory, "LakeTools.Host.dll");

    private readonly Process _process;

    private HostProcess(Process process) => _process = process;

    /// <summary>The process's id, for signals.</summary>
    public int Id => _process.Id;

    /// <summary>Starts the host; its streams are redirected.</summary>
    /// <param name="arguments">The host's.</param>
    /// <param name="environment">Variables beside those of the test.</param>
    /// <param name="through">A program and its arguments that starts what follows them; none for the host itself.</param>
    public static HostProcess Start(
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? environment = null,
        IReadOnlyList<string>? through = null)
    {
        string[] command = [.. through ?? [], "dotnet"];
        var start = new ProcessStartInfo(command[0])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        foreach (var argument in command[1..]) start.ArgumentList.Add(argument);
        start.ArgumentList.Add(s_assembly);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var variable in environment ?? new Dictionary<string, string>()) start.Environment[variable.Key] = variable.Value;
        return new HostProcess(Process.Start(start)!);
    }

    /// <summary>Runs the host to its end.</summary>
    public static async Task<HostEnd> RunAsync(IEnumerable<string> arguments, string input = "",
        IReadOnlyDictionary<string, string>? environment = null)
    {
        using var host = Start(arguments, environment);
        await host._process.StandardInput.WriteAsync(input);
        host._process.StandardInput.Close();
        return await host.EndAsync();
    }

    /// <summary>Runs the host to its end, where no file may grow beyond a size: as on a full disk, only for this process.</summary>
    public static async Task<HostEnd> RunLimitedAsync(int kibibytes, IEnumerable<string> arguments)
    {
        // The signal would end the process before it hears of the error; the runtime's code pages are a file too.
        var start = new ProcessStartInfo("bash")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
            ArgumentList = { "-c", "trap '' XFSZ; ulimit -f \"$0\"; exec dotnet \"$@\"", $"{kibibytes}", s_assembly },
        };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        using var host = new HostProcess(Process.Start(start)!);
        host._process.StandardInput.Close();
        return await host.EndAsync();
    }

    /// <summary>Reads a line of the host's output.</summary>
    public Task<string?> ReadLineAsync() => _process.StandardOutput.ReadLineAsync();

    /// <summary>Waits for the end.</summary>
    public async Task<HostEnd> EndAsync()
    {
        var output = _process.StandardOutput.ReadToEndAsync();
        var error = _process.StandardError.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return new HostEnd(_process.ExitCode, await output, await error);
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
