# The cmdlets come from a private load context, so that our AWS SDK and another module's do not meet.
[void][System.Reflection.Assembly]::LoadFrom("$PSScriptRoot/LakeTools.dll")
$inner = Import-Module -Assembly ([LakeTools.Loader.ModuleLoadContext]::LoadCmdlets("$PSScriptRoot/bin")) -PassThru

# PowerShell looks for type names in the default load context only, so that [LakeTools.GlueTable] and the like are given to it.
[LakeTools.Loader.ModuleLoadContext]::AddOutputTypes([psobject].Assembly.GetType('System.Management.Automation.TypeAccelerators'))

# Without this, Remove-Module leaves the cmdlets, and Import-Module -Force leaves none.
$ExecutionContext.SessionState.Module.OnRemove = { Remove-Module -ModuleInfo $inner -Force -ErrorAction Ignore }
Export-ModuleMember -Cmdlet * -Alias *
