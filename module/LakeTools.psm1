# The cmdlets come from a private load context, so that our AWS SDK and another module's do not meet.
# Without -OnRemove, Remove-Module leaves the cmdlets, and Import-Module -Force leaves none.
$inner = Import-Module -PassThru -Assembly (Import-LakeAssembly "$PSScriptRoot/bin" -OnRemove {
    Remove-Module -ModuleInfo $inner -Force -ErrorAction Ignore
})
Export-ModuleMember -Cmdlet * -Alias *
