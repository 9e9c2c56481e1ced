using System.Management.Automation;
using LakeTools.Tests.Shell;

namespace LakeTools.Tests.Answers;

/// <summary>The built module, connected to <see cref="FakeAws"/>.</summary>
public sealed class AnsweredLake : IDisposable
{
    private const string Connect = """
        param($module, $address)
        Import-Module $module
        Connect-Lake -AccessKey AKIAIOSFODNN7EXAMPLE -SecretKey (ConvertTo-SecureString secret -AsPlainText -Force) `
            -Region us-east-1 -EndpointUrl $address
        """;

    private readonly PwshSession _session = new();

    public AnsweredLake() => _session.Invoke(Connect, Path.Combine(Repository.Module, "LakeTools.psd1"), Aws.Address.ToString());

    /// <summary>The services.</summary>
    internal FakeAws Aws { get; } = new();

    /// <summary>Runs a line.</summary>
    /// <param name="line">The line.</param>
    /// <returns>What came of it.</returns>
    internal Said Run(string line)
    {
        var said = _session.Invoke($$"""
            $ErrorActionPreference = 'Continue'
            & { trap { $_; continue } {{line}} } 2>&1 3>&1
            """).Select(item => item is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : item).ToList();
        return new Said(
            [.. said.Where(item => item is not (ErrorRecord or WarningRecord))],
            [.. said.OfType<ErrorRecord>()],
            [.. said.OfType<WarningRecord>().Select(warning => warning.Message)]);
    }

    public void Dispose()
    {
        _session.Dispose();
        Aws.Dispose();
    }
}
