# The cmdlets are loaded in a private load context, which isolates our AWS SDK from that of other modules.
# The loader is imported here, so that the script works by itself too: (Get-Module LakeTools).Path names it.
Import-Module "$PSScriptRoot/LakeTools.Loader.dll"

# Without -OnRemove, Remove-Module leaves the cmdlets, and Import-Module -Force leaves none.
$inner = Import-Module -PassThru -Assembly (Import-LakeAssembly "$PSScriptRoot/bin" -OnRemove {
    Remove-Module -ModuleInfo $inner -Force -ErrorAction Ignore
})
Export-ModuleMember -Cmdlet * -Alias *
