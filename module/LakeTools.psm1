# The cmdlets come from a private load context, so that our AWS SDK and another module's do not meet.
[void][System.Reflection.Assembly]::LoadFrom("$PSScriptRoot/LakeTools.dll")
$inner = Import-Module -Assembly ([LakeTools.Loader.ModuleLoadContext]::LoadCmdlets("$PSScriptRoot/bin")) -PassThru

# Without this, Remove-Module leaves the cmdlets, and Import-Module -Force leaves none.
$ExecutionContext.SessionState.Module.OnRemove = { Remove-Module -ModuleInfo $inner -Force -ErrorAction Ignore }
Export-ModuleMember -Cmdlet * -Alias *
