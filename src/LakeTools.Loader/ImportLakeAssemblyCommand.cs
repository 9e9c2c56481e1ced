using System.Management.Automation;
using System.Reflection;

namespace LakeTools.Loader;

/// <summary>
/// Loads the cmdlets' assembly for the module's script. The manifest does not export it. A script that names a class
/// of .NET has PowerShell look through all assemblies for it, and each method that it calls is bound and compiled; that was a third of the
/// import.
/// </summary>
[Cmdlet(VerbsData.Import, "LakeAssembly")]
[OutputType(typeof(Assembly))]
public sealed class ImportLakeAssemblyCommand : PSCmdlet
{
    /// <summary>The module's <c>bin</c> folder.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string Directory { get; set; } = "";

    /// <summary>The script that PowerShell runs when the module is removed.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    public ScriptBlock? OnRemove { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        SessionState.Module.OnRemove = OnRemove;
        var cmdlets = ModuleLoadContext.LoadCmdlets(Directory);
        ModuleLoadContext.AddTypeNames();
        WriteObject(cmdlets);
    }
}
