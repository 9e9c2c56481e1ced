using System.Reflection;

namespace Microsoft.PowerShell.Commands;

/// <summary>Add-Type for assemblies. Source code is compiled by the real cmdlet alone.</summary>
[Cmdlet(VerbsCommon.Add, "Type", DefaultParameterSetName = "Assembly")]
public sealed class AddTypeCommand : PSCmdlet
{
    [Parameter(Mandatory = true, ParameterSetName = "Assembly")]
    [Alias("AN")]
    public string[] AssemblyName { get; set; } = [];

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Path")]
    [Alias("LiteralPath", "PSPath")]
    public string[] Path { get; set; } = [];

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Source")]
    public string? TypeDefinition { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void EndProcessing()
    {
        if (TypeDefinition is not null)
        {
            var refusal = new PSNotSupportedException("Add-Type -TypeDefinition needs a real PowerShell: this host compiles nothing.");
            ThrowTerminatingError(new ErrorRecord(refusal, "COMPILER_NOT_AVAILABLE", ErrorCategory.NotImplemented, null));
        }

        foreach (var assembly in AssemblyName.Select(Assembly.Load)
            .Concat(Path.Select(path => Assembly.LoadFrom(GetUnresolvedProviderPathFromPSPath(path)))))
            if (PassThru) WriteObject(assembly.GetExportedTypes(), enumerateCollection: true);
    }
}
