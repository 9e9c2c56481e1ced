# Imports the cmdlets of AsyncProbe.cs into the load context of LakeTools, so that they derive from the class that its cmdlets derive from.
function Import-Probe([string] $File) {
    $context = [System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext((Get-Command Get-GlueTable).ImplementingType.Assembly)
    Import-Module -PassThru -Assembly $context.LoadFromStream([System.IO.MemoryStream]::new([System.IO.File]::ReadAllBytes($File)))
}
